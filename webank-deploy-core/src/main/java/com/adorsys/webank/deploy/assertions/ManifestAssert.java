package com.adorsys.webank.deploy.assertions;

import com.adorsys.webank.deploy.check.Reference;
import com.adorsys.webank.deploy.check.References;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretNames;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one object of a set; created by the methods of {@link ManifestSetAssert}.
 *
 * <p>Assertions on containers are about the regular containers, not about init containers; {@link #container} selects
 * one container. Failures show the object, the path of the field and its value, except for variables whose names
 * indicate a secret.
 */
public final class ManifestAssert extends AbstractAssert<ManifestAssert, Manifest> {
    private final ManifestSet manifests;
    private final String container;

    ManifestAssert(Manifest actual, ManifestSet manifests) {
        this(actual, manifests, "");
    }

    private ManifestAssert(Manifest actual, ManifestSet manifests, String container) {
        super(actual, ManifestAssert.class);
        this.manifests = manifests;
        this.container = container;
    }

    /** Assertions on the set that contains the object. */
    public ManifestSetAssert and() {
        return new ManifestSetAssert(manifests).as(descriptionText());
    }

    /** Assertions on one container of the object. Fails if there is no such container. */
    public ManifestAssert container(String name) {
        List<String> names = new ArrayList<>();
        for (Field found : allContainers()) {
            String known = found.text("name");
            if (known.equals(name)) {
                return new ManifestAssert(actual, manifests, name).as(descriptionText());
            }
            names.add(known);
        }
        throw failed("has no container `" + name + "`; " + Texts.nearest(name, names, "there are ", "there is none"));
    }

    // The object.

    /** Fails unless the object has a label with this value. */
    public ManifestAssert hasLabel(String key, String value) {
        return hasEntry("labels", key, value);
    }

    /** Fails unless the object has an annotation with this value. */
    public ManifestAssert hasAnnotation(String key, String value) {
        return hasEntry("annotations", key, value);
    }

    private ManifestAssert hasEntry(String map, String key, String value) {
        MapTree entries = root().field("metadata").field(map).map();
        String found = entries.string(key).orElse(null);
        if (found == null) {
            throw failed("has no `" + key + "` in `metadata." + map + "`; "
                    + Texts.nearest(key, entries.keys(), "there are ", "there is nothing"));
        }
        if (!found.equals(value)) {
            throw failed("has " + Problem.quote(found) + " as `" + key + "` in `metadata." + map + "`, not "
                    + Problem.quote(value));
        }
        return this;
    }

    /** Fails unless the object has this number of replicas. */
    public ManifestAssert hasReplicas(int expected) {
        Field replicas = root().field("spec").field("replicas");
        if (!replicas.isSet()) {
            throw failed("has no `spec.replicas`, so it runs one pod, or as many as an autoscaler sets; expected `"
                    + expected + "`");
        }
        if (!ScalarTree.of(expected).equals(replicas.tree())) {
            throw failed("has " + replicas.shown() + " as `spec.replicas`, not `" + expected + "`");
        }
        return this;
    }

    /** Fails if the object sets a number of replicas, which an autoscaler would change. */
    public ManifestAssert hasNoFixedReplicas() {
        Field replicas = root().field("spec").field("replicas");
        if (replicas.isSet()) {
            throw failed("has " + replicas.shown() + " as `spec.replicas`, which should not be set");
        }
        return this;
    }

    // Its containers.

    /** Fails if a container, including init containers, can run as root. */
    public ManifestAssert runsAsNonRoot() {
        Field pod = podSpec().field("securityContext");
        List<Field> containers = allContainers();
        if (containers.isEmpty()) {
            throw failed("has no containers");
        }
        for (Field one : containers) {
            if (!container.isEmpty() && !one.text("name").equals(container)) {
                continue;
            }
            Field own = one.field("securityContext");
            Field nonRoot = own.field("runAsNonRoot").orElse(pod.field("runAsNonRoot"));
            Field user = own.field("runAsUser").orElse(pod.field("runAsUser"));
            if (ScalarTree.of(0).equals(user.tree())) {
                throw failed("runs as root: `" + user.path() + "` is `0`");
            }
            if (!ScalarTree.of(true).equals(nonRoot.tree())) {
                throw failed("may run as root: `" + own.field("runAsNonRoot").path() + "` is "
                        + own.field("runAsNonRoot").shown() + " and `"
                        + pod.field("runAsNonRoot").path() + "` is "
                        + pod.field("runAsNonRoot").shown());
            }
        }
        return this;
    }

    /** Fails unless a container has this image. */
    public ManifestAssert hasImage(Image expected) {
        return hasImage(expected.toString());
    }

    /** Fails unless a container has this image, as the same text. */
    public ManifestAssert hasImage(String expected) {
        List<String> found = new ArrayList<>();
        for (Field one : containers()) {
            found.add(one.text("image"));
        }
        if (!found.contains(expected)) {
            throw failed("has no container with the image `" + expected + "`; "
                    + Texts.among("the images are ", found, "there are no containers"));
        }
        return this;
    }

    /** Fails unless a container has a variable, wherever its value comes from. */
    public ManifestAssert hasEnv(String name) {
        variable(name);
        return this;
    }

    /** Fails unless a container has a variable with this value in the manifest. */
    public ManifestAssert hasEnv(String name, String value) {
        Field variable = variable(name);
        Field found = variable.field("value");
        if (!found.isSet() && variable.field("valueFrom").isSet()) {
            throw failed("takes the variable `" + name + "` from `"
                    + variable.field("valueFrom").path() + "`; expected a value");
        }
        if (!found.text().equals(value)) {
            boolean secret = SecretNames.isLikely(name);
            throw failed("has " + (secret ? "another value" : Problem.quote(found.text())) + " in `" + found.path()
                    + "`, the value of `" + name + "`" + (secret ? "" : ", not " + Problem.quote(value)));
        }
        return this;
    }

    /** Fails if a container has a variable with this name. */
    public ManifestAssert doesNotHaveEnv(String name) {
        for (Field one : containers()) {
            for (Field variable : one.field("env").items()) {
                if (variable.text("name").equals(name)) {
                    throw failed("has the variable `" + name + "` in `" + variable.path() + "`");
                }
            }
        }
        return this;
    }

    /** Fails unless a container takes all keys of a Secret as variables. */
    public ManifestAssert hasEnvFromSecret(String secret) {
        List<String> names = new ArrayList<>();
        for (Field one : containers()) {
            for (Field source : one.field("envFrom").items()) {
                String name = source.field("secretRef").text("name");
                if (name.equals(secret)) {
                    return this;
                }
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        throw failed("takes no variables from a Secret `" + secret + "` by `envFrom`; "
                + Texts.nearest(secret, names, "it takes those of ", "it takes none"));
    }

    /** Fails unless a container has a variable whose value comes from this key of a Secret. */
    public ManifestAssert hasEnvFromSecret(String name, SecretKeyRef secret) {
        return hasEnvFromSecret(name, secret.secret(), secret.key());
    }

    /** Fails unless a container has a variable whose value comes from this key of a Secret. */
    public ManifestAssert hasEnvFromSecret(String name, String secret, String key) {
        Field variable = variable(name);
        Field reference = variable.field("valueFrom").field("secretKeyRef");
        if (!reference.isSet()) {
            throw failed("does not take the variable `" + name + "` from a Secret: `" + variable.path() + "` has "
                    + (variable.field("value").isSet() ? "a value" : "no `valueFrom.secretKeyRef`"));
        }
        if (!reference.text("name").equals(secret) || !reference.text("key").equals(key)) {
            throw failed("takes the variable `" + name + "` from the key `" + reference.text("key")
                    + "` of the Secret `" + reference.text("name") + "`, not from `" + key + "` of `" + secret
                    + "`: `" + reference.path() + "`");
        }
        return this;
    }

    /** Fails unless a container mounts a volume, given by its name or by the path in the container. */
    public ManifestAssert mounts(String volumeOrPath) {
        List<String> found = new ArrayList<>();
        for (Field one : containers()) {
            for (Field mount : one.field("volumeMounts").items()) {
                if (mount.text("name").equals(volumeOrPath)
                        || mount.text("mountPath").equals(volumeOrPath)) {
                    return this;
                }
                found.add(volumeOrPath.startsWith("/") ? mount.text("mountPath") : mount.text("name"));
            }
        }
        throw failed("does not mount `" + volumeOrPath + "`; "
                + Texts.nearest(volumeOrPath, found, "it mounts ", "it mounts nothing"));
    }

    /** Fails unless the Service, or a container of the object, has this port. */
    public ManifestAssert exposes(int port) {
        List<String> found = new ArrayList<>();
        Tree expected = ScalarTree.of(port);
        if (actual.kind().equals("Service")) {
            ports(root().field("spec").field("ports"), "port", expected, found);
        } else {
            for (Field one : containers()) {
                ports(one.field("ports"), "containerPort", expected, found);
            }
        }
        if (found.contains("")) {
            return this;
        }
        throw failed("has no port `" + port + "`; " + Texts.among("its ports are ", found, "it has no ports"));
    }

    private static void ports(Field list, String key, Tree expected, List<String> found) {
        for (Field item : list.items()) {
            Tree port = item.field(key).tree();
            if (expected.equals(port)) {
                found.add("");
            } else if (port instanceof ScalarTree scalar) {
                found.add(scalar.text());
            }
        }
    }

    // Ingresses and Secrets.

    /** Fails unless the Ingress routes a path of any host to a Service. */
    public ManifestAssert routes(String path, String service) {
        return routes(null, path, service);
    }

    /** Fails unless the Ingress routes a path of a host to a Service. */
    public ManifestAssert routes(@Nullable String host, String path, String service) {
        List<String> routes = new ArrayList<>();
        for (Field rule : root().field("spec").field("rules").items()) {
            String ruleHost = rule.text("host");
            for (Field route : rule.field("http").field("paths").items()) {
                String target = route.field("backend").field("service").text("name");
                boolean sameHost = host == null || host.equals(ruleHost);
                if (sameHost && route.text("path").equals(path) && target.equals(service)) {
                    return this;
                }
                routes.add(ruleHost + route.text("path") + " -> " + target + "  (" + route.path() + ")");
            }
        }
        String wanted = (host == null ? "" : host) + path + " -> " + service;
        throw failed("has no route `" + wanted + "`; "
                + (routes.isEmpty() ? "it has no routes" : "its routes are" + Texts.lines(routes)));
    }

    /** Fails unless the object refers to a Secret of this name that is not in the set. */
    public ManifestAssert requiresSecret(String name) {
        return requires("Secret", name, null);
    }

    /** Fails unless the object refers to this key of a Secret that is not in the set. */
    public ManifestAssert requiresSecret(String name, String key) {
        return requires("Secret", name, key);
    }

    /** Fails unless the object refers to a ConfigMap of this name that is not in the set. */
    public ManifestAssert requiresConfigMap(String name) {
        return requires("ConfigMap", name, null);
    }

    /** Fails unless the object refers to this key of a ConfigMap that is not in the set. */
    public ManifestAssert requiresConfigMap(String name, String key) {
        return requires("ConfigMap", name, key);
    }

    private ManifestAssert requires(String kind, String name, @Nullable String key) {
        List<Reference> references = References.of(actual, manifests);
        String difference = Texts.missingReference(references, kind, name, key);
        if (!difference.isEmpty()) {
            throw failure("%s", actual + ": " + difference);
        }
        return this;
    }

    // How the object is read.

    private Field variable(String name) {
        List<String> names = new ArrayList<>();
        for (Field one : containers()) {
            for (Field variable : one.field("env").items()) {
                if (variable.text("name").equals(name)) {
                    return variable;
                }
                names.add(variable.text("name"));
            }
        }
        throw failed("has no variable `" + name + "`; " + Texts.nearest(name, names, "it has ", "it has none"));
    }

    /** The containers that assertions are about: the selected one, or all regular ones. */
    private List<Field> containers() {
        if (container.isEmpty()) {
            return podSpec().field("containers").items();
        }
        List<Field> chosen = new ArrayList<>();
        for (Field one : allContainers()) {
            if (one.text("name").equals(container)) {
                chosen.add(one);
            }
        }
        return chosen;
    }

    private List<Field> allContainers() {
        List<Field> all = new ArrayList<>(podSpec().field("containers").items());
        all.addAll(podSpec().field("initContainers").items());
        return all;
    }

    private Field podSpec() {
        Field pod = root();
        for (String key : PodTemplates.likelyPath(actual.apiVersion(), actual.kind())) {
            pod = pod.field(key);
        }
        return pod.field("spec");
    }

    private Field root() {
        isNotNull();
        return new Field("", actual.tree());
    }

    private AssertionError failed(String fact) {
        return failure("%s", actual + " " + UrlCredentials.masked(fact));
    }

    /** A place in the object and its value; null if there is none. */
    private static final class Field {
        private final String path;
        private final Tree tree;

        private Field(String path, Tree tree) {
            this.path = path;
            this.tree = tree;
        }

        private Field field(String key) {
            Tree value = map().get(key);
            return new Field(path.isEmpty() ? key : path + "." + key, value == null ? ScalarTree.ofNull() : value);
        }

        private Field orElse(Field other) {
            return isSet() ? this : other;
        }

        private List<Field> items() {
            List<Field> items = new ArrayList<>();
            if (tree instanceof ListTree list) {
                for (int i = 0; i < list.size(); i++) {
                    items.add(new Field(path + "[" + i + "]", list.get(i)));
                }
            }
            return items;
        }

        private MapTree map() {
            return tree instanceof MapTree map ? map : MapTree.of();
        }

        private Tree tree() {
            return tree;
        }

        private boolean isSet() {
            return !(tree instanceof ScalarTree scalar && scalar.isNull());
        }

        private String path() {
            return path;
        }

        private String text() {
            return isSet() && tree instanceof ScalarTree scalar ? scalar.text() : "";
        }

        private String text(String key) {
            return field(key).text();
        }

        /** The value for messages. */
        private String shown() {
            return !isSet()
                    ? "not set"
                    : tree instanceof ScalarTree scalar ? Problem.quote(scalar.text()) : tree.describe();
        }
    }
}
