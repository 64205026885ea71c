package com.adorsys.webank.deploy.eks.internal.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreeArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RevisionBytesTest {
    @Property(tries = 200)
    void a_set_comes_back_as_it_was_written(@ForAll("sets") ManifestSet set) throws Damaged {
        Assume.that(isJson(set));
        byte[] bytes = RevisionBytes.write(set);
        ManifestSet read = RevisionBytes.read(bytes);
        assertThat(read).isEqualTo(set);
        assertThat(RevisionBytes.write(read)).isEqualTo(bytes);
        assertThat(Revisions.digest(read)).isEqualTo(Revisions.digest(set));
    }

    @Test
    void it_is_readable_json_with_a_line_for_each_object() throws Damaged {
        ManifestSet set = ManifestSet.of(
                JsonTrees.manifest("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'b'}, data: {x: 0.50}}"),
                JsonTrees.manifest("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'a'}, data: {}}"));
        assertThat(new String(Gzip.expand(RevisionBytes.write(set), 1_000), UTF_8))
                .isEqualTo("""
                        [
                        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{}},
                        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b"},"data":{"x":0.50}}
                        ]
                        """);
        assertThat(new String(Gzip.expand(RevisionBytes.write(ManifestSet.empty()), 10), UTF_8))
                .isEqualTo("[\n]\n");
    }

    @Test
    void what_is_no_set_is_damaged() {
        for (String json : new String[] {"", "{}", "[1]", "[{}]", "[{]", "[]]", "[{\"apiVersion\":\"v1\"}]"}) {
            assertThatThrownBy(() -> RevisionBytes.read(Gzip.compress(json.getBytes(UTF_8), 6)))
                    .isInstanceOf(Damaged.class);
        }
    }

    @Provide
    Arbitrary<ManifestSet> sets() {
        return TreeArbitraries.manifestSets();
    }

    /** JSON has no infinity and no NaN; nor has any object that a server takes. */
    private static boolean isJson(ManifestSet set) {
        return set.manifests().stream().allMatch(manifest -> isJson(manifest.tree()));
    }

    private static boolean isJson(Tree tree) {
        if (tree instanceof com.adorsys.webank.deploy.manifest.MapTree map) {
            return map.keys().stream().allMatch(key -> isJson(map.get(key)));
        }
        if (tree instanceof com.adorsys.webank.deploy.manifest.ListTree list) {
            return list.items().stream().allMatch(RevisionBytesTest::isJson);
        }
        return !(tree instanceof ScalarTree scalar && scalar.kind() == ScalarTree.Kind.FLOAT)
                || !((ScalarTree) tree).text().matches("-?\\.(inf|nan)");
    }
}
