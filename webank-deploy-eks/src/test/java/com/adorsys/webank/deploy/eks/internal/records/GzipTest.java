package com.adorsys.webank.deploy.eks.internal.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GzipTest {
    @Property(tries = 200)
    void what_was_compressed_comes_back(@ForAll byte[] content) throws Damaged {
        assertThat(Gzip.expand(Gzip.compress(content, 9), content.length)).isEqualTo(content);
    }

    @Property(tries = 50)
    void others_can_expand_it(@ForAll byte[] content) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Gzip.compress(content, 6)))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void what_others_compressed_is_expanded() throws IOException, Damaged {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write("hello".getBytes(UTF_8));
        }
        assertThat(Gzip.expand(out.toByteArray(), 5)).isEqualTo("hello".getBytes(UTF_8));
    }

    @Test
    void the_header_holds_no_time_and_no_system() {
        assertThat(Arrays.copyOf(Gzip.compress(new byte[10], 9), 10))
                .containsExactly(0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF);
    }

    @Property(tries = 200)
    void no_cut_goes_unseen(@ForAll byte[] content, @ForAll int at) {
        byte[] gzip = Gzip.compress(content, 9);
        byte[] cut = Arrays.copyOf(gzip, Math.floorMod(at, gzip.length));
        assertThatThrownBy(() -> Gzip.expand(cut, content.length)).isInstanceOf(Damaged.class);
    }

    /** Some bits say nothing of the content: the time in the header, what fills the last byte of the compressed data. */
    @Property(tries = 300)
    void no_changed_byte_changes_the_content(@ForAll byte[] content, @ForAll int at, @ForAll byte to) {
        byte[] gzip = Gzip.compress(content, 9);
        gzip[Math.floorMod(at, gzip.length)] = to;
        try {
            assertThat(Gzip.expand(gzip, content.length)).isEqualTo(content);
        } catch (Damaged e) {
            assertThat(e).message().isNotEmpty();
        }
    }

    @Test
    void what_expands_to_too_much_is_refused_early() {
        byte[] bomb = Gzip.compress(new byte[10_000_000], 9);
        assertThat(bomb).hasSizeLessThan(20_000);
        assertThatThrownBy(() -> Gzip.expand(bomb, 100_000))
                .isInstanceOf(Damaged.class)
                .hasMessage("the compressed data holds more than 100000 bytes");
    }

    @Test
    void what_follows_the_end_is_refused() {
        byte[] gzip = Gzip.compress(new byte[10], 9);
        assertThatThrownBy(() -> Gzip.expand(Arrays.copyOf(gzip, gzip.length + 1), 10))
                .isInstanceOf(Damaged.class)
                .hasMessage("the compressed data does not end as it must");
    }
}
