package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.JsonNode;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.terraform.Findings.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A type as {@code terraform output -json} writes it: {@code "string"}, {@code ["list", "string"]}, {@code ["object",
 * {"host": "string"}]}. Null belongs to every type.
 */
sealed interface TerraformType {
    /** {@code string}, {@code number}, {@code bool}, or {@code dynamic}, the type of a null that could be anything. */
    enum Primitive implements TerraformType {
        STRING,
        NUMBER,
        BOOL,
        DYNAMIC;

        @Override
        public String what() {
            return switch (this) {
                case STRING -> "a string";
                case NUMBER -> "a number";
                case BOOL -> "a bool";
                case DYNAMIC -> "any value";
            };
        }
    }

    /** {@code list} and {@code set}. */
    record ListOf(TerraformType item) implements TerraformType {
        @Override
        public String what() {
            return "a list";
        }
    }

    /** {@code tuple}: a list with a type for each item. */
    record Tuple(List<TerraformType> items) implements TerraformType {
        @Override
        public String what() {
            return "a list of " + items.size() + (items.size() == 1 ? " item" : " items");
        }
    }

    /** {@code map}: any keys, values of one type. */
    record MapOf(TerraformType value) implements TerraformType {
        @Override
        public String what() {
            return "a map";
        }
    }

    /** {@code object}: certain keys, each with a type for its value. */
    record ObjectOf(Map<String, TerraformType> attributes) implements TerraformType {
        @Override
        public String what() {
            return "a map";
        }
    }

    /** A value of this type in words, such as {@code a list}. */
    String what();

    /** Whether values are lists. */
    default boolean isList() {
        return this instanceof ListOf || this instanceof Tuple;
    }

    /** Whether values are maps. */
    default boolean isMap() {
        return this instanceof MapOf || this instanceof ObjectOf;
    }

    /** Reads a type; empty, with a problem, if it is not valid. */
    static Optional<TerraformType> of(JsonNode node, Place place, Findings findings) {
        if (node instanceof JsonNode.Text text) {
            return simple(text.value(), place, findings);
        }
        if (node instanceof JsonNode.Items list
                && list.items().size() >= 2
                && list.items().get(0) instanceof JsonNode.Text kind) {
            JsonNode of = list.items().get(1);
            Place below = place.item(1, of.position());
            boolean two = list.items().size() == 2;
            if (two && (kind.value().equals("list") || kind.value().equals("set"))) {
                return of(of, below, findings).map(ListOf::new);
            }
            if (two && kind.value().equals("map")) {
                return of(of, below, findings).map(MapOf::new);
            }
            if (two && kind.value().equals("tuple") && of instanceof JsonNode.Items items) {
                return tuple(items, below, findings);
            }
            if (kind.value().equals("object") && of instanceof JsonNode.Fields fields) {
                return structure(fields, below, findings);
            }
        }
        return unknown(place, findings);
    }

    private static Optional<TerraformType> simple(String name, Place place, Findings findings) {
        return switch (name) {
            case "string" -> Optional.of(Primitive.STRING);
            case "number" -> Optional.of(Primitive.NUMBER);
            case "bool" -> Optional.of(Primitive.BOOL);
            case "dynamic" -> Optional.of(Primitive.DYNAMIC);
            case "list", "map" ->
                none(
                        place,
                        findings,
                        "`" + name + "` without the type of its values is a type of Terraform before 0.12",
                        "Apply with Terraform 0.12 or later, and write the file again");
            default -> unknown(place, findings);
        };
    }

    private static Optional<TerraformType> tuple(JsonNode.Items items, Place place, Findings findings) {
        List<TerraformType> types = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            JsonNode item = items.items().get(i);
            of(item, place.item(i, item.position()), findings).ifPresent(types::add);
        }
        return types.size() == items.items().size() ? Optional.of(new Tuple(List.copyOf(types))) : Optional.empty();
    }

    private static Optional<TerraformType> structure(JsonNode.Fields fields, Place place, Findings findings) {
        Map<String, TerraformType> types = new LinkedHashMap<>();
        List<JsonNode.Entry> entries = OutputsReader.unique(fields, place, findings);
        for (JsonNode.Entry entry : entries) {
            of(entry.value(), place.entry(entry), findings).ifPresent(type -> types.put(entry.key(), type));
        }
        return types.size() == fields.entries().size() ? Optional.of(new ObjectOf(types)) : Optional.empty();
    }

    private static Optional<TerraformType> unknown(Place place, Findings findings) {
        return none(place, findings, "this is not a type of Terraform", OtherFile.REWRITE);
    }

    private static Optional<TerraformType> none(Place place, Findings findings, String what, String remedy) {
        findings.error(ProblemCodes.TERRAFORM_TYPE, place, what, remedy);
        return Optional.empty();
    }

    /** Reports every part of a value that is not of this type. */
    default void check(JsonNode value, Place place, Findings findings) {
        if (value instanceof JsonNode.Null) {
            return;
        }
        if (this instanceof Primitive primitive) {
            boolean good = switch (primitive) {
                case STRING -> value instanceof JsonNode.Text;
                case NUMBER -> value instanceof JsonNode.Numeral;
                case BOOL -> value instanceof JsonNode.Bool;
                case DYNAMIC -> true;
            };
            if (!good) {
                mismatch(value, place, findings);
            } else if (primitive == Primitive.DYNAMIC) {
                OutputsReader.checkKeys(value, place, findings);
            }
        } else if (isList() && value instanceof JsonNode.Items list) {
            checkItems(list, place, findings);
        } else if (isMap() && value instanceof JsonNode.Fields fields) {
            checkEntries(fields, place, findings);
        } else {
            mismatch(value, place, findings);
        }
    }

    private void checkItems(JsonNode.Items list, Place place, Findings findings) {
        List<JsonNode> items = list.items();
        if (this instanceof Tuple tuple && tuple.items().size() != items.size()) {
            findings.error(
                    ProblemCodes.WRONG_TYPE,
                    place,
                    "the list has " + items.size() + (items.size() == 1 ? " item" : " items") + ", and its type is "
                            + what(),
                    OtherFile.REWRITE);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            TerraformType type = this instanceof Tuple tuple ? tuple.items().get(i) : ((ListOf) this).item();
            type.check(items.get(i), place.item(i, items.get(i).position()), findings);
        }
    }

    private void checkEntries(JsonNode.Fields fields, Place place, Findings findings) {
        List<JsonNode.Entry> entries = OutputsReader.unique(fields, place, findings);
        for (JsonNode.Entry entry : entries) {
            Place below = place.entry(entry);
            if (this instanceof MapOf map) {
                map.value().check(entry.value(), below, findings);
                continue;
            }
            TerraformType type = ((ObjectOf) this).attributes().get(entry.key());
            if (type == null) {
                findings.error(
                        ProblemCodes.UNKNOWN_KEY, below, "the type of the output has no such key", OtherFile.REWRITE);
            } else {
                type.check(entry.value(), below, findings);
            }
        }
        if (this instanceof ObjectOf structure) {
            Set<String> missing = new HashSet<>(structure.attributes().keySet());
            entries.forEach(entry -> missing.remove(entry.key()));
            if (!missing.isEmpty()) {
                findings.error(
                        ProblemCodes.MISSING_KEY,
                        place,
                        missing.size() == 1
                                ? "a key that the type of the output has is missing"
                                : missing.size() + " keys that the type of the output has are missing",
                        OtherFile.REWRITE);
            }
        }
    }

    private void mismatch(JsonNode value, Place place, Findings findings) {
        findings.error(
                ProblemCodes.WRONG_TYPE,
                place,
                "this is " + value.what() + ", and its type is " + what(),
                OtherFile.REWRITE);
    }
}
