package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class SmallSetTest {
    @Property(tries = 200)
    void it_is_a_set_with_few_texts_and_with_many(
            @ForAll @Size(max = 60) List<@StringLength(max = 2) @CharRange(from = 'a', to = 'e') String> texts) {
        Set<String> expected = new HashSet<>();
        SmallSet set = new SmallSet();

        for (String text : texts) {
            assertThat(set.contains(text)).isEqualTo(expected.contains(text));
            assertThat(set.add(text)).isEqualTo(expected.add(text));
        }

        assertThat(set).hasSameSizeAs(expected).isEqualTo(expected);
    }
}
