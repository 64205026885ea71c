package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.JsonNode;
import com.adorsys.webank.deploy.core.JsonNode.Position;
import com.adorsys.webank.deploy.core.JsonReader;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.terraform.Findings.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses the text that {@code terraform output -json} prints, or reports everything that is wrong with it. */
final class OutputsReader {
    private static final List<String> PARTS = List.of("sensitive", "type", "value");

    private final Findings findings;
    private final Map<String, Output> outputs = new LinkedHashMap<>();

    private OutputsReader(String file) {
        this.findings = new Findings(file);
    }

    /** The outputs of a file by name, in the order of the file. */
    static Map<String, Output> read(String file, byte[] bytes) {
        JsonNode root = json(file, OutputsText.decode(file, bytes));
        Optional<OtherFile> other = OtherFile.ofJson(root);
        if (other.isPresent()) {
            throw other.get().refuse(file);
        }
        OutputsReader reader = new OutputsReader(file);
        reader.outputs((JsonNode.Fields) root);
        reader.findings.throwIfAny();
        return reader.outputs;
    }

    private static JsonNode json(String file, String text) {
        JsonReader reader = new JsonReader(file, text);
        JsonNode root;
        try {
            root = reader.value();
        } catch (DeployException.InvalidInput syntax) {
            Optional<OtherFile> other = OtherFile.ofText(text);
            throw other.isPresent() ? other.get().refuse(file) : syntax;
        }
        String rest = reader.rest();
        if (!rest.isEmpty()) {
            Optional<OtherFile> other = OtherFile.ofText(rest);
            if (root instanceof JsonNode.Fields && OtherFile.ofJson(root).equals(Optional.of(OtherFile.LOG))) {
                throw OtherFile.LOG.refuse(file);
            }
            throw other.equals(Optional.of(OtherFile.WRAPPED)) ? OtherFile.WRAPPED.refuse(file) : reader.textAfterEnd();
        }
        return root;
    }

    private void outputs(JsonNode.Fields root) {
        Place top = new Place(root.position(), "", false);
        if (root.entries().isEmpty()) {
            findings.error(
                    ProblemCodes.TERRAFORM_NO_OUTPUTS,
                    top,
                    "there are no outputs: Terraform writes such a file if nothing was applied or no `output` is declared",
                    "Write the file in the folder and workspace of the root module, after `terraform apply`");
        }
        for (JsonNode.Entry entry : unique(root, top, findings)) {
            Place place = top.entry(entry);
            if (!isIdentifier(entry.key())) {
                findings.error(
                        ProblemCodes.TERRAFORM_NAME,
                        place,
                        "this is not a valid name of an output: a name has letters, digits, - and _, and starts with a letter or _",
                        OtherFile.REWRITE);
            }
            output(entry, place);
        }
    }

    private void output(JsonNode.Entry entry, Place place) {
        if (!(entry.value() instanceof JsonNode.Fields parts)) {
            findings.error(
                    ProblemCodes.WRONG_TYPE,
                    place,
                    "this is " + entry.value().what() + ", and an output is a map of `sensitive`, `type` and `value`",
                    OtherFile.REWRITE);
            return;
        }
        boolean sensitive = sensitive(parts, place);
        unique(parts, place, findings);
        for (JsonNode.Entry part : parts.entries()) {
            if (!PARTS.contains(part.key())) {
                Optional<String> meant = part.key().length() > 80 ? Optional.empty() : Names.nearest(part.key(), PARTS);
                findings.error(
                        ProblemCodes.UNKNOWN_KEY,
                        below(place, part, sensitive),
                        "an output has the keys `sensitive`, `type` and `value`, and not this one",
                        meant.isPresent() ? "Write `" + meant.get() + "`" : OtherFile.REWRITE);
            }
        }
        for (String part : PARTS) {
            if (parts.entry(part).isEmpty()) {
                findings.error(ProblemCodes.MISSING_KEY, place, "the output has no `" + part + "`", OtherFile.REWRITE);
            }
        }
        Optional<TerraformType> type = parts.entry("type")
                .flatMap(part -> TerraformType.of(part.value(), below(place, part, sensitive), findings));
        Optional<JsonNode.Entry> value = parts.entry("value");
        if (value.isEmpty()) {
            return;
        }
        Place valuePlace = below(place, value.get(), sensitive);
        if (type.isEmpty()) {
            checkKeys(value.get().value(), valuePlace, findings);
            return;
        }
        type.get().check(value.get().value(), valuePlace, findings);
        outputs.put(
                entry.key(),
                new Output(entry.key(), sensitive, type.get(), value.get().value(), valuePlace));
    }

    /** Whether an output is sensitive; true also if that is not clear. */
    private boolean sensitive(JsonNode.Fields parts, Place place) {
        boolean sensitive = false;
        int occurrences = 0;
        for (JsonNode.Entry part : parts.entries()) {
            if (!part.key().equals("sensitive")) {
                continue;
            }
            occurrences++;
            if (part.value() instanceof JsonNode.Bool truth) {
                sensitive |= truth.value();
            } else {
                sensitive = true;
                findings.error(
                        ProblemCodes.WRONG_TYPE,
                        place.entry(part),
                        "this is " + part.value().what() + ", and `sensitive` is `true` or `false`",
                        OtherFile.REWRITE);
            }
        }
        return sensitive || occurrences != 1;
    }

    private static Place below(Place place, JsonNode.Entry part, boolean sensitive) {
        Place below = place.entry(part);
        return !sensitive
                ? below
                : PARTS.contains(part.key())
                        ? below.asSecret()
                        : place.asSecret().entry(part);
    }

    /** The first entry of each key; reports the others as duplicates. */
    static List<JsonNode.Entry> unique(JsonNode.Fields fields, Place place, Findings findings) {
        Map<String, Position> first = new HashMap<>();
        List<JsonNode.Entry> entries = new ArrayList<>();
        for (JsonNode.Entry entry : fields.entries()) {
            Position before = first.putIfAbsent(entry.key(), entry.position());
            if (before == null) {
                entries.add(entry);
            } else {
                findings.error(
                        ProblemCodes.JSON_DUPLICATE_KEY,
                        place.entry(entry),
                        "this key is there twice, first in line " + before.line(),
                        "Remove or rename one of the two");
            }
        }
        return entries;
    }

    /** Reports duplicate keys in a value, at any depth. */
    static void checkKeys(JsonNode value, Place place, Findings findings) {
        if (value instanceof JsonNode.Items list) {
            for (int i = 0; i < list.items().size(); i++) {
                JsonNode item = list.items().get(i);
                checkKeys(item, place.item(i, item.position()), findings);
            }
        } else if (value instanceof JsonNode.Fields fields) {
            for (JsonNode.Entry entry : unique(fields, place, findings)) {
                checkKeys(entry.value(), place.entry(entry), findings);
            }
        }
    }

    private static boolean isIdentifier(String name) {
        if (name.isEmpty()) {
            return false;
        }
        int first = name.codePointAt(0);
        return (first == '_' || Character.isUnicodeIdentifierStart(first))
                && name.codePoints()
                        .allMatch(c -> c == '-'
                                || c == '_'
                                || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }
}
