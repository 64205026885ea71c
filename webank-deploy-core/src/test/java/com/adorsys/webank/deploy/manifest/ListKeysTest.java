package com.adorsys.webank.deploy.manifest;

import static com.adorsys.webank.deploy.manifest.JsonTrees.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.schema.Field;
import com.adorsys.webank.deploy.schema.FieldType;
import com.adorsys.webank.deploy.schema.ObjectType;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items of lists are matched by the keys that their kind and place have. */
class ListKeysTest {
    private final List<String> unmatched = new ArrayList<>();
    private int lists;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // By the description, and not by the name of the field.
                "v1 | Node | {status: {addresses: [{type: 'A', address: 'x'}]}} | {status: {addresses: [{type: 'A', address:"
                        + " 'y'}]}} | status.addresses[type=A].address: \"x\" -> \"y\"",
                "example.com/v1 | Node | {status: {addresses: [{type: 'A', address: 'x'}]}} | {status: {addresses: [{type:"
                        + " 'A', address: 'y'}]}} | status.addresses[0].address: \"x\" -> \"y\"",
                // One key out of two is enough, and a name is better.
                "v1 | Service | {spec: {ports: [{port: 80, targetPort: 1}]}} | {spec: {ports: [{port: 80, targetPort: 2}]}} |"
                        + " spec.ports[port=80].targetPort: 1 -> 2",
                "v1 | Service | {spec: {ports: [{name: 'web', port: 80}]}} | {spec: {ports: [{name: 'web', port: 81}]}} |"
                        + " spec.ports[name=web].port: 80 -> 81",
                // Two keys where one is not enough; TCP is the default.
                "v1 | Service | {spec: {ports: [{port: 53}, {port: 53, protocol: 'UDP', targetPort: 1}]}} | {spec: {ports:"
                        + " [{port: 53, protocol: 'TCP'}, {port: 53, protocol: 'UDP', targetPort: 2}]}} |"
                        + " spec.ports[port=53,protocol=UDP].targetPort: 1 -> 2",
                // A list that is replaced as a whole has no keys.
                "networking.k8s.io/v1 | NetworkPolicy | {spec: {egress: [{ports: [{port: 1}]}]}} | {spec: {egress: [{ports:"
                        + " [{port: 1, endPort: 2}]}]}} | spec.egress[0].ports[port=1].endPort: (none) -> 2",
            })
    void items_are_matched_by_their_keys(
            String apiVersion, String kind, String before, String after, String difference) {
        String head = "{apiVersion: '" + apiVersion + "', kind: '" + kind + "', metadata: {name: 'a'}, ";

        assertThat(differences(
                        manifest(head + before.strip().substring(1)),
                        manifest(head + after.strip().substring(1))))
                .containsExactly(difference);
    }

    @Test
    void every_described_list_with_keys_is_matched_by_them() {
        for (String group : Schemas.groups()) {
            Set<String> apiVersions = new TreeSet<>();
            for (String type : Schemas.typesOf(group)) {
                String version = type.substring(0, type.indexOf('.', type.indexOf('/')));
                apiVersions.add(group.equals("core") ? version.substring("core/".length()) : version);
            }
            for (String apiVersion : apiVersions) {
                for (String kind : Schemas.kindsOf(apiVersion)) {
                    MapTree object = JsonTrees.map(
                            "{apiVersion: '" + apiVersion + "', kind: '" + kind + "', metadata: {name: 'a'}}");
                    walk(
                            Schemas.typeOf(apiVersion, kind).orElseThrow(),
                            new HashSet<>(),
                            content -> with(object, (MapTree) content));
                }
            }
        }

        assertThat(unmatched).isEmpty();
        assertThat(lists).as("lists in all kinds").isGreaterThan(400);
    }

    private static Tree with(MapTree object, MapTree content) {
        String key = content.keyAt(0);
        Tree value = content.valueAt(0);
        return object.with(key, key.equals("metadata") ? ((MapTree) value).with("name", "a") : value);
    }

    /** Checks the lists in a type; {@code object} makes an object of a value that has the type. */
    private void walk(ObjectType type, Set<String> seen, UnaryOperator<Tree> object) {
        if (!seen.add(type.name())) {
            return;
        }
        for (Field field : type.fields()) {
            FieldType below = field.type();
            UnaryOperator<Tree> inField = value -> object.apply(MapTree.of(field.name(), value));
            switch (below.kind()) {
                case FIELDS -> walk(below.object(), seen, inField);
                case MAP -> walkItems(below.items(), seen, value -> inField.apply(MapTree.of("key", value)));
                case LIST -> {
                    if (!field.listKeys().isEmpty()) {
                        check(field, inField);
                    }
                    walkItems(below.items(), seen, value -> inField.apply(ListTree.of(value)));
                }
                default -> {}
            }
        }
    }

    private void walkItems(FieldType items, Set<String> seen, UnaryOperator<Tree> object) {
        if (items.kind() == FieldType.Kind.FIELDS) {
            walk(items.object(), seen, object);
        }
    }

    /** Changes one of two items, whose last keys differ, and their order. */
    private void check(Field field, UnaryOperator<Tree> object) {
        lists++;
        List<String> keys = field.listKeys();
        String label = "";
        MapTree one = MapTree.of();
        MapTree two = MapTree.of();
        for (String key : keys) {
            boolean last = key.equals(keys.get(keys.size() - 1));
            one = one.with(key, last ? "one" : "same");
            two = two.with(key, last ? "two" : "same");
            label += (label.isEmpty() ? "" : ",") + key + "=" + (last ? "one" : "same");
        }
        Tree before = object.apply(ListTree.of(one.with("changes", "1"), two));
        Tree after = object.apply(ListTree.of(two, one.with("changes", "2")));

        List<String> differences = differences(Manifest.of((MapTree) before), Manifest.of((MapTree) after));

        String path = differences.get(0);
        if (differences.size() != 2 || !path.endsWith(field.name() + "[" + label + "].changes: \"1\" -> \"2\"")) {
            unmatched.add(differences.toString());
        }
    }

    private static List<String> differences(Manifest before, Manifest after) {
        return ManifestDiff.between(ManifestSet.of(before), ManifestSet.of(after)).changes().stream()
                .flatMap(change -> change.differences().stream())
                .map(Difference::toString)
                .toList();
    }
}
