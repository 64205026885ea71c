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
 * <p>Fields are below the path of the value: the field {@code port} of {@code onlineBanking} is {@code
 * onlineBanking.port}. Used once, by one thread.
 */
public final class ValueChecks {
    private final String path;
    private final List<Problem> problems = new ArrayList<>();

    /** Checks of a value that is at a path of the model; the path may be empty. */
    public ValueChecks(String path) {
        this.path = path;
    }

    /** Adds an error; the field may be empty for the value itself. */
    public void error(String code, String field, String what, String remedy) {
        String place = field.isEmpty() || path.isEmpty() ? path + field : path + "." + field;
        problems.add(Problem.error(code, Location.of(place), what, remedy));
    }

    /** The name is a DNS label. */
    public void name(String field, String name) {
        grammar(ProblemCodes.NAME_INVALID, field, name, Names.label(name), "name");
    }

    /** The name is a DNS label, if there is one. */
    public void name(String field, Optional<String> name) {
        if (name.isPresent()) {
            name(field, name.get());
        }
    }

    /** The number is from 1 to 65535. */
    public void port(String field, int port) {
        range(field, port, 1, 65535);
    }

    /** The number is in a range, its ends included. */
    public void range(String field, long number, long least, long most) {
        if (number < least || number > most) {
            error(
                    ProblemCodes.OUT_OF_RANGE,
                    field,
                    "`" + number + "` is not between " + least + " and " + most,
                    "Give a number from " + least + " to " + most);
        }
    }

    /** The time is a whole number of seconds in a range, its ends included. */
    public void seconds(String field, Duration time, long least, long most) {
        if (time.toNanosPart() != 0 || time.toSeconds() < least || time.toSeconds() > most) {
            error(
                    ProblemCodes.OUT_OF_RANGE,
                    field,
                    "`" + time + "` is not a whole number of seconds from " + least + " to " + most,
                    "Give whole seconds from " + least + " to " + most);
        }
    }

    /** The time is a whole number of seconds of {@code least} or more, if there is one. */
    public void seconds(String field, Optional<Duration> time, long least) {
        if (time.isPresent()) {
            seconds(field, time.get(), least, Integer.MAX_VALUE);
        }
    }

    /** The name is a DNS subdomain, if there is one. */
    public void subdomain(String field, Optional<String> name) {
        if (name.isPresent()) {
            grammar(ProblemCodes.NAME_INVALID, field, name.get(), Names.subdomain(name.get()), "name");
        }
    }

    /** Keys and values are those of labels. */
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

    /** Keys are those of annotations. */
    public void annotations(String field, Map<String, String> annotations) {
        for (String key : annotations.keySet()) {
            grammar(ProblemCodes.ANNOTATION_INVALID, field, key, Names.labelKey(key), "key of an annotation");
        }
    }

    /** No text is there twice. */
    public void distinct(String field, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                error(ProblemCodes.DUPLICATE, field, Problem.quote(name) + " is there twice", "Remove one of them");
            }
        }
    }

    private void grammar(String code, String field, String text, Optional<String> complaint, String what) {
        if (complaint.isPresent()) {
            error(code, field, Problem.quote(text) + " is not a valid " + what + ": " + complaint.get(), "Change it");
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
