package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.manifest.MapTree;
import org.jspecify.annotations.Nullable;

/** One environment variable of a container. Immutable; its {@code toString} shows no value. */
public final class EnvVar extends TreeValue {
    private EnvVar(MapTree tree, @Nullable SecretRef secret) {
        super(tree, secret);
    }

    /** A variable with a value that is not confidential: it is written to the manifests. */
    public static EnvVar of(String name, String value) {
        return new EnvVar(
                MapTree.builder(2)
                        .put("name", checkedName(name))
                        .put("value", value)
                        .build(),
                null);
    }

    /** A variable whose value is a key of a Secret in the component's namespace. */
    public static EnvVar fromSecret(String name, SecretKeyRef ref) {
        return of(name, "secretKeyRef", keyRef(ref.secret(), ref.key()), ref.ref());
    }

    /** A variable whose value is a key of a ConfigMap in the component's namespace. */
    public static EnvVar fromConfigMap(String name, String configMap, String key) {
        return of(
                name,
                "configMapKeyRef",
                keyRef(
                        objectName("env", configMap, "ConfigMap"),
                        checked(ProblemCodes.NAME_INVALID, "env", key, Names.dataKey(key), "key of a ConfigMap")),
                null);
    }

    /** A variable whose value is a field of the pod, such as {@code status.podIP}. */
    public static EnvVar fromField(String name, String fieldPath) {
        return of(name, "fieldRef", MapTree.of("fieldPath", notEmpty("env", "fieldPath", fieldPath)), null);
    }

    /** A variable whose value is a request or limit of the container, such as {@code limits.memory}, in bytes or cores. */
    public static EnvVar fromResource(String name, String resource) {
        return of(name, "resourceFieldRef", MapTree.of("resource", notEmpty("env", "resource", resource)), null);
    }

    /** An item of a container's {@code env} as in the Kubernetes API. */
    public static EnvVar of(MapTree tree) {
        return new EnvVar(tree, null);
    }

    /** The variable's name. */
    public String name() {
        return tree().string("name").orElse("");
    }

    private static EnvVar of(String name, String source, MapTree ref, @Nullable SecretRef secret) {
        return new EnvVar(
                MapTree.builder(2)
                        .put("name", checkedName(name))
                        .put("valueFrom", MapTree.of(source, ref))
                        .build(),
                secret);
    }

    private static MapTree keyRef(String object, String key) {
        return MapTree.builder(2).put("name", object).put("key", key).build();
    }

    /** Accepts C identifiers that may also contain {@code -} and {@code .}, as required by Kubernetes before 1.34. */
    private static String checkedName(String name) {
        boolean good = !name.isEmpty() && !(name.charAt(0) >= '0' && name.charAt(0) <= '9');
        for (int i = 0; good && i < name.length(); i++) {
            char c = name.charAt(i);
            good = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '_'
                    || c == '-'
                    || c == '.';
        }
        if (!good) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.NAME_INVALID,
                    Location.of("env"),
                    Problem.quote(name) + " is not a valid name of an environment variable",
                    "Use letters, digits, _, - and ., and do not start with a digit"));
        }
        return name;
    }

    /** The name only. */
    @Override
    public String toString() {
        return name();
    }
}
