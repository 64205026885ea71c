package com.adorsys.webank.deploy.schema;

import com.adorsys.webank.deploy.schema.internal.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The kinds and types that are described: those of Kubernetes, of Argo CD, of External Secrets, of the Prometheus operator
 * and of Sealed Secrets. Thread-safe.
 */
public final class Schemas {
    /** The default of a map whose fields have defaults of their own. */
    public static final String DEFAULT_MAP = Defaults.MAP;

    static final String KUBERNETES = "Kubernetes";
    static final String ARGO_CD = "Argo CD";

    /** How the group without a name is called here. */
    static final String CORE = "core";

    private static final Set<String> SET_BY_SERVER =
            Set.of("managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "selfLink");

    /** What was asked for by its name; nothing for a group that is not described. */
    private static final Map<String, Optional<Group>> READ = new ConcurrentHashMap<>();

    /** The list of all groups, which is read only where all of them are needed. */
    private static final class All {
        private static final Map<String, String> PRODUCTS = new LinkedHashMap<>();
        private static final Map<String, List<ProductVersion>> VERSIONS = new LinkedHashMap<>();

        static {
            String product = "";
            for (String line : Lines.split(Objects.requireNonNull(Texts.of("groups")), '\n')) {
                if (line.startsWith("  ")) {
                    PRODUCTS.put(line.substring(2), product);
                } else if (!line.isEmpty() && line.charAt(0) != '#') {
                    int colon = line.indexOf(": ");
                    product = line.substring(0, colon);
                    List<ProductVersion> versions = new ArrayList<>();
                    for (String version : Lines.split(line.substring(colon + 2), ' ')) {
                        versions.add(ProductVersion.parse(product, version));
                    }
                    VERSIONS.put(product, Collections.unmodifiableList(versions));
                }
            }
        }

        private All() {}
    }

    private Schemas() {}

    /** The supported versions of Kubernetes, oldest first. */
    public static List<ProductVersion> kubernetesVersions() {
        return versionsOf(KUBERNETES);
    }

    /** The supported versions of Argo CD, oldest first. */
    public static List<ProductVersion> argoCdVersions() {
        return versionsOf(ARGO_CD);
    }

    static List<ProductVersion> versionsOf(String product) {
        return Objects.requireNonNull(All.VERSIONS.get(product), product);
    }

    /**
     * The API groups that are described, by product and then sorted. That of pods is {@code core}; {@code meta} has types only,
     * which other groups use.
     */
    public static Collection<String> groups() {
        return Collections.unmodifiableCollection(All.PRODUCTS.keySet());
    }

    /**
     * Whether Kubernetes itself serves an API group, or did once.
     *
     * @param group empty for that of pods
     */
    public static boolean isKubernetesGroup(String group) {
        Group known = group(group.isEmpty() ? CORE : group);
        return known != null
                && known.product().equals(KUBERNETES)
                && !known.kinds().isEmpty();
    }

    /** The keys of an object; empty if no supported version serves the kind, or nobody describes it. */
    public static Optional<ObjectType> typeOf(String apiVersion, String kind) {
        return kind(apiVersion, kind).filter(ApiKind::isServed).map(ApiKind::type);
    }

    /** Whether the API server sets a key of an object's {@code metadata}, whatever a manifest says. */
    public static boolean isSetByServer(String key) {
        return SET_BY_SERVER.contains(key);
    }

    /**
     * Whether objects of a kind of Kubernetes hold data or other objects, which are deleted with them.
     *
     * @param group the API group; empty for that of pods
     */
    public static boolean holdsData(String group, String kind) {
        return switch (kind) {
            case "Namespace", "PersistentVolume", "PersistentVolumeClaim" -> group.isEmpty();
            case "CustomResourceDefinition" -> group.equals("apiextensions.k8s.io");
            default -> false;
        };
    }

    /**
     * A kind in an API version, also one that was removed before the oldest supported version; empty if it is not described.
     *
     * @param apiVersion as manifests have it: {@code v1}, {@code apps/v1}
     */
    public static Optional<ApiKind> kind(String apiVersion, String kind) {
        Group group = group(groupOf(apiVersion));
        if (group != null) {
            for (ApiKind known : group.kinds()) {
                if (known.kind().equals(kind) && known.apiVersion().equals(apiVersion)) {
                    return Optional.of(known);
                }
            }
        }
        return Optional.empty();
    }

    /** The kinds that some supported version serves in an API version, sorted. */
    public static List<String> kindsOf(String apiVersion) {
        List<String> kinds = new ArrayList<>();
        Group group = group(groupOf(apiVersion));
        if (group != null) {
            for (ApiKind known : group.kinds()) {
                if (known.isServed() && known.apiVersion().equals(apiVersion)) {
                    kinds.add(known.kind());
                }
            }
        }
        return kinds;
    }

    /** Every kind that a supported version of Kubernetes serves, by name. */
    public static Collection<String> kubernetesKinds() {
        Collection<String> kinds = new TreeSet<>();
        for (ApiKind known : allOfKubernetes()) {
            kinds.add(known.kind());
        }
        return kinds;
    }

    /** The API versions in which a supported version of Kubernetes serves a kind: stable ones first, then later ones. */
    public static List<String> apiVersionsOf(String kind) {
        List<String> found = new ArrayList<>();
        for (ApiKind known : allOfKubernetes()) {
            if (known.kind().equals(kind)) {
                found.add(known.apiVersion());
            }
        }
        found.sort(Comparator.comparingInt(Schemas::maturity).reversed());
        return found;
    }

    /**
     * The order of versions in Kubernetes: {@code v2}, {@code v1}, {@code v2beta1}, {@code v1beta2}, {@code v1beta1}, {@code
     * v1alpha1}.
     */
    private static int maturity(String apiVersion) {
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        int stage = version.indexOf("beta") > 0 ? 1 : version.indexOf("alpha") > 0 ? 0 : 2;
        return (stage * 1000 + number(version, 1)) * 1000 + number(version, version.lastIndexOf('a') + 1);
    }

    /** The digits from a place on; 0 if there are none. */
    private static int number(String text, int from) {
        int number = 0;
        for (int i = from; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    private static List<ApiKind> allOfKubernetes() {
        List<ApiKind> all = new ArrayList<>();
        for (Map.Entry<String, String> group : All.PRODUCTS.entrySet()) {
            if (group.getValue().equals(KUBERNETES)) {
                for (ApiKind known :
                        Objects.requireNonNull(group(group.getKey())).kinds()) {
                    if (known.isServed()) {
                        all.add(known);
                    }
                }
            }
        }
        return all;
    }

    /**
     * A type by its name.
     *
     * @param name {@code core/v1.Container}
     * @throws IllegalArgumentException if there is no such type
     */
    public static ObjectType type(String name) {
        int slash = name.indexOf('/');
        Group group = slash < 0 ? null : group(name.substring(0, slash));
        ObjectType type = group == null ? null : group.type(name.substring(slash + 1));
        if (type == null) {
            throw new IllegalArgumentException("no type is named " + name);
        }
        return type;
    }

    /**
     * The default of a field as its text, {@link #DEFAULT_MAP} for a map whose own fields have defaults: what the API server
     * sets where nothing is given. Defaults that depend on other fields are left out.
     */
    public static Optional<String> serverDefault(ObjectType owner, Field field) {
        return Optional.ofNullable(Defaults.of(owner.name(), field.name()));
    }

    /** As {@link #serverDefault(ObjectType, Field)}, by the names of a type, {@code core/v1.Container}, and a field. */
    public static Optional<String> serverDefault(String type, String field) {
        return Optional.ofNullable(Defaults.of(type, field));
    }

    /**
     * The names of the types of a group, sorted: {@code core/v1.Container}.
     *
     * @throws IllegalArgumentException if the group is not described
     */
    public static Collection<String> typesOf(String group) {
        Group known = group(group);
        if (known == null) {
            throw new IllegalArgumentException("no group is named " + group);
        }
        Collection<String> names = new TreeSet<>();
        known.typeNames().forEach(name -> names.add(group + "/" + name));
        return names;
    }

    private static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? CORE : apiVersion.substring(0, slash);
    }

    private static @Nullable Group group(String name) {
        Optional<Group> known = READ.get(name);
        if (known == null) {
            known = isName(name) ? Optional.ofNullable(Group.read(name)) : Optional.empty();
            Optional<Group> other = READ.putIfAbsent(name, known);
            known = other == null ? known : other;
        }
        return known.orElse(null);
    }

    /** Whether a text can be the name of a group, and so of a file. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-')) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
