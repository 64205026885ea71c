package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretNames;
import com.adorsys.webank.deploy.core.SecretValues;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.PlainSecret;
import com.adorsys.webank.deploy.manifest.SecretData;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/** See {@link Checks#policy()}. */
final class PolicyCheck implements Check {
    static final PolicyCheck INSTANCE = new PolicyCheck();

    private static final String[] HANDLERS = {"httpGet", "tcpSocket", "grpc"};

    private PolicyCheck() {}

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public Reach reach() {
        return Reach.OBJECT;
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        for (Manifest manifest : manifests.manifests()) {
            Report report = new Report(manifest, manifests, into);
            List<SecretData.Place> secrets = SecretData.in(manifest).places();
            checkSecrets(secrets, report);
            if (manifest.kind().equals("Secret")) {
                continue;
            }
            Pods pods = Pods.of(manifest);
            if (pods != null) {
                List<Pods.Container> containers = pods.containers();
                for (Pods.Container container : containers) {
                    checkImage(container, report);
                    checkVariables(container, secrets, report);
                    checkProbes(container, containers, report);
                }
            }
        }
    }

    private static void checkSecrets(List<SecretData.Place> secrets, Report report) {
        for (SecretData.Place place : secrets) {
            if (place.rule().isPresent()) {
                PlainSecret secret = new PlainSecret(place.path(), place.rule().get());
                report.warning(ProblemCodes.SECRET_VALUE, place.path(), secret.what(), PlainSecret.REMEDY);
            } else {
                report.warning(
                        ProblemCodes.SECRET_VALUE,
                        place.path(),
                        "the manifest contains a secret value",
                        "leave the Secret out, and create it in the cluster, for instance by External Secrets");
            }
        }
    }

    private static void checkImage(Pods.Container container, Report report) {
        String image = Trees.text(container.tree(), "image");
        if (image.isEmpty() || image.indexOf('@') >= 0) {
            return;
        }
        int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
        String tag = colon < 0 ? "" : image.substring(colon + 1);
        if (tag.isEmpty() || tag.equals("latest")) {
            report.warning(
                    ProblemCodes.IMAGE_TAG,
                    container.path("image"),
                    "the image " + Problem.quoteImage(image)
                            + (tag.isEmpty() ? " has neither tag nor digest" : " has the tag `latest`")
                            + ", so the image that runs can change without a change here",
                    "write the tag of a version, or a digest");
        }
    }

    /** Containers of a pod share one network, so the port may be that of another container, such as a proxy. */
    private static void checkProbes(Pods.Container container, List<Pods.Container> pod, Report report) {
        for (String probe : Pods.PROBES) {
            MapTree handlers = Trees.map(container.tree(), probe);
            if (handlers.isEmpty()) {
                continue;
            }
            for (String handler : HANDLERS) {
                MapTree question = Trees.map(handlers, handler);
                long port = Trees.number(question, -1, "port");
                if (port >= 0 && !question.has("host") && !isDeclared(port, pod)) {
                    report.warning(
                            ProblemCodes.PROBE_PORT,
                            container.path(probe + "." + handler + ".port"),
                            "the probe uses the port `" + port + "`, which no container of the pod declares",
                            "let the probe use the port that the container listens on, or declare the port below `ports`");
                }
            }
        }
    }

    private static boolean isDeclared(long port, List<Pods.Container> pod) {
        for (Pods.Container container : pod) {
            ListTree ports = Trees.list(container.tree(), "ports");
            for (int i = 0; i < ports.size(); i++) {
                if (Trees.number(Trees.map(ports, i), -1, "containerPort") == port) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void checkVariables(Pods.Container container, List<SecretData.Place> secrets, Report report) {
        ListTree variables = Trees.list(container.tree(), "env");
        for (int i = 0; i < variables.size(); i++) {
            MapTree variable = Trees.map(variables, i);
            String name = Trees.text(variable, "name");
            if (!isPlain(name)) {
                report.warning(
                        ProblemCodes.VARIABLE_NAME,
                        container.path("env[" + i + "].name"),
                        "the variable " + Problem.quote(name)
                                + " has a name that Kubernetes accepts since version 1.34 but most shells do not",
                        "use only A-Z, a-z, 0-9, `_`, `-` and `.`, and do not start with a digit");
            }
            String value = Trees.text(variable, "value");
            if (value.isEmpty() || !SecretNames.isLikely(name) || !SecretValues.canBeSecret(value)) {
                continue;
            }
            String path = container.path("env[" + i + "].value");
            if (!contains(secrets, path)) {
                report.warning(
                        ProblemCodes.SECRET_VALUE,
                        path,
                        "the variable " + Problem.quote(name) + " seems to contain a secret value",
                        "keep the value in a Secret, and refer to it by `valueFrom.secretKeyRef`");
            }
        }
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-' || c == '.';
            if (!letter && (!digit || i == 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(List<SecretData.Place> secrets, String path) {
        for (SecretData.Place secret : secrets) {
            if (secret.path().equals(path)) {
                return true;
            }
        }
        return false;
    }
}
