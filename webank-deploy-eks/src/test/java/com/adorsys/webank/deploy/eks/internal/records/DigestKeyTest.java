package com.adorsys.webank.deploy.eks.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreeArbitraries;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class DigestKeyTest {
    private final DigestKey key = DigestKey.random();

    @Property(tries = 300)
    void trees_have_one_digest_exactly_if_they_are_equal(@ForAll("trees") Tree a, @ForAll("trees") Tree b) {
        assertThat(key.digest(a).equals(key.digest(b)))
                .isEqualTo(withNumbersByValue(a).equals(withNumbersByValue(b)));
    }

    @Property(tries = 100)
    void the_order_of_keys_does_not_count(@ForAll("trees") Tree tree) {
        assertThat(key.digest(reversed(tree))).isEqualTo(key.digest(tree));
    }

    @Test
    void the_order_of_items_counts() {
        assertThat(key.digest(JsonTrees.tree("[1, 2]"))).isNotEqualTo(key.digest(JsonTrees.tree("[2, 1]")));
    }

    @Test
    void a_number_has_one_digest_however_it_is_written() {
        assertThat(key.digest(JsonTrees.tree("0.50"))).isEqualTo(key.digest(JsonTrees.tree("0.5")));
        assertThat(key.digest(JsonTrees.tree("1.0"))).isEqualTo(key.digest(JsonTrees.tree("1")));
        assertThat(key.digest(JsonTrees.tree("1.5"))).isNotEqualTo(key.digest(JsonTrees.tree("1")));
    }

    @Test
    void a_text_is_not_the_number_that_it_looks_like() {
        assertThat(key.digest(JsonTrees.tree("'1'"))).isNotEqualTo(key.digest(JsonTrees.tree("1")));
    }

    @Test
    void entries_do_not_run_into_each_other() {
        assertThat(key.digest(JsonTrees.tree("{a: {b: 'c'}}")))
                .isNotEqualTo(key.digest(JsonTrees.tree("{a: {}, b: 'c'}")));
        assertThat(key.digest(JsonTrees.tree("['ab', 'c']"))).isNotEqualTo(key.digest(JsonTrees.tree("['a', 'bc']")));
    }

    @Test
    void another_key_makes_another_digest() {
        Tree tree = JsonTrees.tree("{a: 1}");
        assertThat(DigestKey.random().digest(tree)).isNotEqualTo(key.digest(tree));
        assertThat(DigestKey.random().digest("a")).isNotEqualTo(key.digest("a"));
    }

    @Test
    void a_set_has_a_digest_of_its_members_in_their_order() {
        Digest a = key.digest("a");
        Digest b = key.digest("b");
        assertThat(key.digest(List.of(a, b)))
                .isEqualTo(key.digest(List.of(a, b)))
                .isNotEqualTo(key.digest(List.of(b, a)))
                .isNotEqualTo(key.digest(List.of(a)));
        assertThat(key.digest(List.of()).isKnown()).isTrue();
    }

    @Test
    void what_is_not_known_is_none() {
        assertThat(Digest.none().isKnown()).isFalse();
        assertThat(Digest.none()).hasToString("none");
        assertThat(key.digest("a").toString()).matches("[0-9a-f]{24}");
    }

    @Test
    void the_key_is_not_shown() {
        assertThat(key).hasToString("digest key");
    }

    @Test
    void digests_are_values() {
        EqualsVerifier.forClass(Digest.class).verify();
    }

    @Provide
    Arbitrary<Tree> trees() {
        return TreeArbitraries.treesWithNulls();
    }

    private static Tree withNumbersByValue(Tree tree) {
        if (tree instanceof MapTree map) {
            MapTree.Builder builder = MapTree.builder();
            map.forEach((key, value) -> builder.put(key, withNumbersByValue(value)));
            return builder.build();
        }
        if (tree instanceof ListTree list) {
            return ListTree.of(
                    list.items().stream().map(DigestKeyTest::withNumbersByValue).toList());
        }
        boolean number = tree instanceof ScalarTree scalar
                && (scalar.kind() == ScalarTree.Kind.INTEGER || scalar.kind() == ScalarTree.Kind.FLOAT)
                && Character.isDigit(scalar.text().charAt(scalar.text().length() - 1));
        return number
                ? ScalarTree.ofFloat(new BigDecimal(((ScalarTree) tree).text())
                        .stripTrailingZeros()
                        .toString())
                : tree;
    }

    private static Tree reversed(Tree tree) {
        if (tree instanceof MapTree map) {
            MapTree.Builder builder = MapTree.builder();
            for (int i = map.size() - 1; i >= 0; i--) {
                builder.put(map.keyAt(i), reversed(map.valueAt(i)));
            }
            return builder.build();
        }
        if (tree instanceof ListTree list) {
            return ListTree.of(
                    list.items().stream().map(DigestKeyTest::reversed).toList());
        }
        return tree;
    }
}
