package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the problems of one value while it is built, so that all of them are told at once. */
final class ModelChecks {
    private final String path;
    private final List<Problem> problems = new ArrayList<>();

    ModelChecks(String path) {
        this.path = path;
    }

    void error(String code, String field, String what, String remedy) {
        String place = field.isEmpty() || path.isEmpty() ? path + field : path + "." + field;
        problems.add(Problem.error(code, Location.of(place), what, remedy));
    }

    void name(String field, String name) {
        grammar(ProblemCodes.NAME_INVALID, field, name, Names.label(name), "name");
    }

    void name(String field, Optional<String> name) {
        if (name.isPresent()) {
            name(field, name.get());
        }
    }

    void port(String field, int port) {
        range(field, port, 1, 65535);
    }

    void range(String field, long number, long least, long most) {
        if (number < least || number > most) {
            error(
                    ProblemCodes.OUT_OF_RANGE,
                    field,
                    "`" + number + "` is not between " + least + " and " + most,
                    "Give a number from " + least + " to " + most);
        }
    }

    void seconds(String field, Duration time, long least, long most) {
        if (time.toNanosPart() != 0 || time.toSeconds() < least || time.toSeconds() > most) {
            error(
                    ProblemCodes.OUT_OF_RANGE,
                    field,
                    "`" + time + "` is not a whole number of seconds from " + least + " to " + most,
                    "Give whole seconds from " + least + " to " + most);
        }
    }

    void seconds(String field, Optional<Duration> time, long least) {
        if (time.isPresent()) {
            seconds(field, time.get(), least, Integer.MAX_VALUE);
        }
    }

    void subdomain(String field, Optional<String> name) {
        if (name.isPresent()) {
            grammar(ProblemCodes.NAME_INVALID, field, name.get(), Names.subdomain(name.get()), "name");
        }
    }

    void labels(String field, Map<String, String> labels) {
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

    void annotations(String field, Map<String, String> annotations) {
        for (String key : annotations.keySet()) {
            grammar(ProblemCodes.ANNOTATION_INVALID, field, key, Names.labelKey(key), "key of an annotation");
        }
    }

    void ingress(Ingress ingress) {
        ingressHost("host", ingress.host());
        for (Host host : ingress.additionalHosts()) {
            ingressHost("additionalHosts", host);
        }
        List<String> hosts = new ArrayList<>();
        ingress.allHosts().forEach(host -> hosts.add(host.text()));
        distinct("hosts", hosts);
        labels("labels", ingress.labels());
    }

    void ingressHost(String field, Host host) {
        if (host.isAddress()) {
            error(
                    ProblemCodes.HOST_INVALID,
                    field,
                    "`" + host.text() + "` is an address; an Ingress routes by name",
                    "Give a DNS name");
        }
    }

    void routePath(String field, String route) {
        boolean good = route.startsWith("/") && !route.contains("//");
        for (int i = 0; good && i < route.length(); i++) {
            char c = route.charAt(i);
            good = c > ' ' && c < 0x7f && c != '?' && c != '#' && c != '\\';
        }
        if (!good) {
            error(
                    ProblemCodes.PATH_INVALID,
                    field,
                    Problem.quote(route) + " is not a valid path of an Ingress",
                    "Begin with /, and use neither //, spaces, ? nor #");
        }
    }

    void distinct(String field, List<String> names) {
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

    List<Problem> problems() {
        return problems;
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new DeployException.InvalidInput(problems);
        }
    }
}
