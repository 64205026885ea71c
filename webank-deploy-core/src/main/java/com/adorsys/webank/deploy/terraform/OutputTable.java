package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.JsonNode;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outputs of a file by name, with getters for Java types. Sensitive values are returned masked or not at all. */
final class OutputTable {
    private static final int MOST_LISTED = 20;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NUMBER = 1000;

    private final String file;
    private final Map<String, Output> outputs;

    OutputTable(String file, Map<String, Output> outputs) {
        this.file = file;
        this.outputs = outputs;
    }

    String file() {
        return file;
    }

    List<String> names() {
        return List.copyOf(outputs.keySet());
    }

    boolean has(String name) {
        return outputs.containsKey(name);
    }

    /** The output with a name; empty if it is missing or null. */
    Optional<Output> find(String name) {
        return Optional.ofNullable(outputs.get(name)).filter(output -> !output.isNull());
    }

    Output get(String name) {
        Output output = outputs.get(name);
        if (output == null) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.TERRAFORM_OUTPUT_MISSING,
                    Location.ofFile(file),
                    "there is no output " + Problem.quote(name) + meant(List.of(name), outputs.keySet()),
                    "Add it to the root module, with a value other than null, and apply, or use one of "
                            + listed(outputs.keySet())));
        }
        return output;
    }

    Output present(String name) {
        Output output = get(name);
        if (output.isNull()) {
            throw problem(
                    ProblemCodes.TERRAFORM_NULL,
                    output,
                    "the output " + quoted(output) + " is null",
                    "Give it a value and apply, or use a getter whose name starts with `find`");
        }
        return output;
    }

    /**
     * The first output with one of several names that is not null. Terraform omits null outputs: one may be missing for
     * that.
     */
    Output first(List<String> names, Purpose purpose) {
        Optional<Output> isNull = Optional.empty();
        for (String name : names) {
            Output output = outputs.get(name);
            if (output != null && !output.isNull()) {
                return output;
            }
            isNull = isNull.or(() -> Optional.ofNullable(output));
        }
        if (isNull.isPresent()) {
            throw problem(
                    ProblemCodes.TERRAFORM_NULL,
                    isNull.get(),
                    "the output " + quoted(isNull.get()) + ", for " + purpose.what() + ", is null",
                    "Give it a value and apply");
        }
        throw new DeployException.InvalidInput(Problem.error(
                ProblemCodes.TERRAFORM_OUTPUT_MISSING,
                Location.ofFile(file),
                "there is no output " + either(names) + ", for " + purpose.what() + meant(names, outputs.keySet()),
                "Add it to the root module, with a value other than null"
                        + (purpose == Purpose.CLUSTER_NAME
                                ? " (of `terraform-aws-modules/eks`, that is `cluster_name`)"
                                : "")
                        + ", and apply, or name another with `" + purpose.naming() + "`; there are "
                        + listed(outputs.keySet())));
    }

    String text(Output output) {
        if (notSensitive(output).value() instanceof JsonNode.Text text) {
            return text.value();
        }
        throw wrongType(output, "a string");
    }

    List<String> texts(Output output) {
        if (!(notSensitive(output).value() instanceof JsonNode.Items list)) {
            throw wrongType(output, "a list of strings");
        }
        List<String> texts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            JsonNode item = list.items().get(i);
            if (item instanceof JsonNode.Text text) {
                texts.add(text.value());
            } else {
                problems.add(notAString(output.place().item(i, item.position()), item));
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return List.copyOf(texts);
    }

    Map<String, String> textMap(Output output) {
        if (!(notSensitive(output).value() instanceof JsonNode.Fields fields)) {
            throw wrongType(output, "a map of strings");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (JsonNode.Entry entry : fields.entries()) {
            if (entry.value() instanceof JsonNode.Text text) {
                texts.put(entry.key(), text.value());
            } else {
                problems.add(notAString(output.place().entry(entry), entry.value()));
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return Collections.unmodifiableMap(texts);
    }

    BigDecimal number(Output output) {
        if (!(notSensitive(output).value() instanceof JsonNode.Numeral number)) {
            throw wrongType(output, "a number");
        }
        if (number.text().length() <= LONGEST_NUMBER) {
            try {
                return new BigDecimal(number.text());
            } catch (NumberFormatException exponentTooLarge) {
                // Reported below.
            }
        }
        throw problem(
                ProblemCodes.OUT_OF_RANGE,
                output,
                "the output " + quoted(output) + " is a number with too many digits",
                "Output at most " + LONGEST_NUMBER + " digits");
    }

    boolean bool(Output output) {
        if (notSensitive(output).value() instanceof JsonNode.Bool bool) {
            return bool.value();
        }
        throw wrongType(output, "a bool");
    }

    SensitiveValue masked(Output output) {
        if (output.value() instanceof JsonNode.Text text) {
            return SensitiveValue.of(text.value());
        }
        if (output.value() instanceof JsonNode.Numeral number) {
            return SensitiveValue.of(number.text());
        }
        if (output.value() instanceof JsonNode.Bool bool) {
            return SensitiveValue.of(String.valueOf(bool.value()));
        }
        throw wrongType(output, "a string, number or bool");
    }

    DeployException.InvalidInput problem(String code, Output output, String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(code, output.place().in(file), what, remedy));
    }

    /** Suggests the existing name nearest to one of several, as the end of a sentence; empty if none is near. */
    static String meant(List<String> names, Collection<String> there) {
        List<String> known =
                there.stream().filter(name -> name.length() <= LONGEST_NAME).toList();
        for (String name : names) {
            Optional<String> near = name.length() > LONGEST_NAME ? Optional.empty() : Names.nearest(name, known);
            if (near.isPresent()) {
                return "; perhaps " + Problem.quote(near.get()) + " is meant";
            }
        }
        return "";
    }

    /** The existing names, up to a readable number. */
    static String listed(Collection<String> names) {
        StringBuilder text = new StringBuilder();
        names.stream()
                .limit(MOST_LISTED)
                .forEach(name -> text.append(text.length() == 0 ? "" : ", ").append(Problem.quote(name)));
        if (names.size() > MOST_LISTED) {
            text.append(" and ").append(names.size() - MOST_LISTED).append(" more");
        }
        return names.isEmpty() ? "none" : text.toString();
    }

    static String either(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : i + 1 < names.size() ? ", " : " or ").append(Problem.quote(names.get(i)));
        }
        return text.toString();
    }

    static String quoted(Output output) {
        return Problem.quote(output.name());
    }

    private Output notSensitive(Output output) {
        if (output.sensitive()) {
            throw problem(
                    ProblemCodes.TERRAFORM_SENSITIVE,
                    output,
                    "the output " + quoted(output) + " is sensitive",
                    "Read it with `sensitive(...)`, which masks it");
        }
        return output;
    }

    private Problem notAString(Findings.Place place, JsonNode found) {
        return Problem.error(
                ProblemCodes.WRONG_TYPE,
                place.in(file),
                "this is " + found.what() + ", and a string is expected",
                "Remove it in Terraform, or make it a string there");
    }

    private DeployException.InvalidInput wrongType(Output output, String expected) {
        return problem(
                ProblemCodes.WRONG_TYPE,
                output,
                "the output " + quoted(output) + " is " + output.value().what() + ", and " + expected + " is expected",
                "Use the getter for its type, or change it in Terraform");
    }
}
