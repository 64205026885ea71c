package com.adorsys.webank.deploy.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the problems of one value while it is built, so that all of them are reported at once.
 *
 * <p>The path of a field starts with the path of the value: the field {@code port} of {@code onlineBanking} is {@code
 * onlineBanking.port}. Used once, by one thread.
 */
public final class ValueChecks {
    private final String path;
    private final List<Problem> problems = new ArrayList<>();

    /** Starts the checks of the value at a path of the model. The path may be empty. */
    public ValueChecks(String path) {
        this.path = path;
    }

    /** Adds an error. An empty field stands for the value itself. */
    public void error(String code, String field, String what, String remedy) {
        String place = field.isEmpty() || path.isEmpty() ? path + field : path + "." + field;
        problems.add(Problem.error(code, Location.of(place), what, remedy));
    }

    /** Checks that the name is a DNS label. */
    public void name(String field, String name) {
        grammar(ProblemCodes.NAME_INVALID, field, name, Names.label(name), "name");
    }

    /** Checks that the name, if present, is a DNS label. */
    public void name(String field, Optional<String> name) {
        if (name.isPresent()) {
            name(field, name.get());
        }
    }

    /** Checks that the number is from 1 to 65535. */
    public void port(String field, int port) {
        range(field, port, 1, 65535);
    }

    /** Checks that the number is from {@code least} to {@code most}, inclusive. */
    public void range(String field, long number, long least, long most) {
        if (number < least || number > most) {
            error(
                    ProblemCodes.OUT_OF_RANGE,
                    field,
                    "`" + number + "` is not between " + least + " and " + most,
                    "Give a number from " + least + " to " + most);
        }
    }

    /** Checks that the time is a whole number of seconds from {@code least} to {@code most}, inclusive. */
    public void seconds(String field, Duration time, long least, long most) {
        if (time.toNanosPart() != 0 || time.toSeconds() < least || time.toSeconds() > most) {
            error(
                    ProblemCodes.OUT_OF_RANGE,
                    field,
                    "`" + time + "` is not a whole number of seconds from " + least + " to " + most,
                    "Give whole seconds from " + least + " to " + most);
        }
    }

    /** Checks that the time, if present, is a whole number of seconds, at least {@code least}. */
    public void seconds(String field, Optional<Duration> time, long least) {
        if (time.isPresent()) {
            seconds(field, time.get(), least, Integer.MAX_VALUE);
        }
    }

    /** Checks that the name, if present, is a DNS subdomain. */
    public void subdomain(String field, Optional<String> name) {
        if (name.isPresent()) {
            grammar(ProblemCodes.NAME_INVALID, field, name.get(), Names.subdomain(name.get()), "name");
        }
    }

    /** Checks that the key is valid for the data of a Secret or a ConfigMap. */
    public void dataKey(String field, String key) {
        grammar(ProblemCodes.NAME_INVALID, field, key, Names.dataKey(key), "key");
    }

    /** Checks that the keys and values are valid for labels. */
    public void labels(String field, Map<String, String> labels) {
        for (Map.Entry<String, String> label : labels.entrySet()) {
            grammar(
                    ProblemCodes.LABEL_INVALID,
                    field,
                    label.getKey(),
                    Names.labelKey(label.getKey()),
                    "key of a label");
            grammar(
                    ProblemCodes.LABEL_INVALID,
                    field,
                    label.getValue(),
                    Names.labelValue(label.getValue()),
                    "value of a label");
        }
    }

    /** Checks that the keys are valid for annotations. */
    public void annotations(String field, Map<String, String> annotations) {
        for (String key : annotations.keySet()) {
            grammar(ProblemCodes.ANNOTATION_INVALID, field, key, Names.labelKey(key), "key of an annotation");
        }
    }

    /** Checks that no name occurs twice. */
    public void distinct(String field, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                error(ProblemCodes.DUPLICATE, field, Problem.quote(name) + " is there twice", "Remove one of them");
            }
        }
    }

    private void grammar(String code, String field, String text, Optional<String> brokenRule, String what) {
        if (brokenRule.isPresent()) {
            error(code, field, Problem.quote(text) + " is not a valid " + what + ": " + brokenRule.get(), "Change it");
        }
    }

    /** What was found so far. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Ends the checks.
     *
     * @throws DeployException.InvalidInput with every problem, if there are any
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new DeployException.InvalidInput(problems);
        }
    }
}
