package com.adorsys.webank.deploy.eks.internal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsPageTest {
    private final Map<String, String> versions = new HashMap<>();

    @Test
    void each_object_has_its_version_by_its_uid() throws VersionsPage.Unreadable {
        byte[] page = page("more", object("u1", "41"), object("u2", "42"));

        assertThat(VersionsPage.read(page, versions)).isEqualTo("more");
        assertThat(versions).containsOnly(Map.entry("u1", "41"), Map.entry("u2", "42"));
    }

    @Test
    void one_that_is_being_deleted_is_left_out() throws VersionsPage.Unreadable {
        byte[] deleted = join(object("u1", "41"), message(9, new byte[0]));

        assertThat(VersionsPage.read(page("", deleted, object("u2", "42")), versions))
                .isEmpty();
        assertThat(versions).containsOnlyKeys("u2");
    }

    @Test
    void fields_that_nobody_asks_for_are_passed_over() throws VersionsPage.Unreadable {
        byte[] number = {7 << 3, (byte) 0x96, 1};
        byte[] fixed = {10 << 3 | 1, 1, 2, 3, 4, 5, 6, 7, 8, 11 << 3 | 5, 1, 2, 3, 4};

        VersionsPage.read(page("", join(number, object("u1", "41"), fixed, message(17, new byte[300]))), versions);

        assertThat(versions).containsOnly(Map.entry("u1", "41"));
    }

    @Test
    void json_is_not_read() {
        assertThatThrownBy(() -> VersionsPage.read("{\"kind\": \"List\"}".getBytes(UTF_8), versions))
                .isInstanceOf(VersionsPage.Unreadable.class);
        assertThatThrownBy(() -> VersionsPage.read(new byte[0], versions)).isInstanceOf(VersionsPage.Unreadable.class);
    }

    @Test
    void a_page_that_is_cut_off_is_not_read() {
        byte[] page = page("more", object("u1", "41"), object("u2", "42"));
        for (int length = 5; length < page.length; length++) {
            byte[] cut = Arrays.copyOf(page, length);
            assertThatThrownBy(() -> VersionsPage.read(cut, versions)).isInstanceOf(VersionsPage.Unreadable.class);
        }
    }

    private static byte[] object(String uid, String version) {
        return join(
                message(1, "name".getBytes(UTF_8)),
                message(5, uid.getBytes(UTF_8)),
                message(6, version.getBytes(UTF_8)));
    }

    private static byte[] page(String next, byte[]... metadata) {
        byte[] list = message(1, join(message(2, "99".getBytes(UTF_8)), message(3, next.getBytes(UTF_8))));
        for (byte[] one : metadata) {
            list = join(list, message(2, message(1, one)));
        }
        return join("k8s\0".getBytes(UTF_8), message(1, "type".getBytes(UTF_8)), message(2, list));
    }

    private static byte[] message(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, number << 3 | 2);
        varint(out, content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
