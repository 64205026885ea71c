package com.adorsys.webank.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HelmValuesTest {
    private static final MapTree DEFAULTS = yaml("{a: 1, list: [x], section: {b: 2, c: 3, none: null}, last: z}");

    @Test
    void merges_maps_and_replaces_everything_else() {
        assertThat(HelmValues.merged(DEFAULTS, yaml("{list: [y], section: {c: 4, d: 5}, new: 6}")))
                .isEqualTo(yaml("{a: 1, list: [y], section: {b: 2, c: 4, d: 5}, last: z, new: 6}"));
    }

    @Test
    void a_null_removes_a_default_and_is_kept_without_one() {
        assertThat(HelmValues.merged(DEFAULTS, yaml("{a: null, section: {b: null}, unknown: null}")))
                .isEqualTo(yaml("{list: [x], section: {c: 3}, last: z, unknown: null}"));
    }

    @Test
    void a_map_takes_the_place_of_what_is_none_and_the_other_way_round() {
        assertThat(HelmValues.merged(DEFAULTS, yaml("{a: {b: null}, section: 1}")))
                .isEqualTo(yaml("{a: {b: null}, list: [x], section: 1, last: z}"));
    }

    @Test
    void overrides_say_what_differs() {
        assertThat(HelmValues.overrides(yaml("{a: 1, section: {b: 2, c: 3}}"), yaml("{a: 1, section: {b: 4}, d: 5}")))
                .isEqualTo(yaml("{section: {b: 4, c: null}, d: 5}"));
    }

    @Property(tries = 300)
    void overrides_merged_over_the_defaults_give_the_result(
            @ForAll("maps") MapTree defaults, @ForAll("maps") MapTree result) {
        MapTree overrides = HelmValues.overrides(defaults, result);

        assertThat(HelmValues.merged(defaults, overrides)).isEqualTo(result);
    }

    @Provide
    Arbitrary<MapTree> maps() {
        return maps(3);
    }

    private static Arbitrary<MapTree> maps(int depth) {
        Arbitrary<Tree> leaves = Arbitraries.of(
                ScalarTree.of("text"), ScalarTree.of(1), ScalarTree.of(true), ListTree.of(ScalarTree.of("item")));
        Arbitrary<Tree> values =
                depth == 0 ? leaves : Arbitraries.oneOf(leaves, maps(depth - 1).map(map -> map));
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), values)
                .ofMaxSize(3)
                .map(map -> {
                    MapTree.Builder tree = MapTree.builder();
                    map.forEach(tree::put);
                    return tree.build();
                });
    }

    private static MapTree yaml(String text) {
        return (MapTree)
                YamlReader.read("text", text.getBytes(StandardCharsets.UTF_8)).tree();
    }
}
