package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key of a ResourceQuota counts of the containers.
 *
 * @param part {@code requests} or {@code limits}
 * @param name the resource, such as {@code cpu}
 */
record CountedResource(String part, String name) {
    private static final BigDecimal MEBI = new BigDecimal(1 << 20);
    private static final List<String> COMPUTE = List.of("cpu", "memory");

    /** What a key counts; null if it counts no resource of containers. */
    static @Nullable CountedResource of(String key) {
        int dot = key.indexOf('.');
        String part = dot < 0 ? "" : key.substring(0, dot);
        String name = key.substring(dot + 1);
        if (part.equals("requests") && !name.equals("storage") || part.equals("limits")) {
            return new CountedResource(part, name);
        }
        return COMPUTE.contains(key) || key.equals("ephemeral-storage") ? new CountedResource("requests", key) : null;
    }

    /** Whether Kubernetes refuses a pod that does not set it. */
    boolean isRequired() {
        return COMPUTE.contains(name);
    }

    /** The amount of the pod as a whole; null if it has none. */
    @Nullable
    BigDecimal ofPod(Pods pods) {
        return in(Trees.map(pods.spec(), "resources"));
    }

    /** The amount in {@code resources}; a request that is not set is that of the limit. */
    @Nullable
    BigDecimal in(MapTree resources) {
        BigDecimal amount = quantity(Trees.value(resources, part, name));
        return amount == null && part.equals("requests") ? quantity(Trees.value(resources, "limits", name)) : amount;
    }

    /** The amount of a value; null if it is not a quantity, which the check of the structure reports. */
    static @Nullable BigDecimal quantity(@Nullable Tree value) {
        if (!(value instanceof ScalarTree scalar) || scalar.isNull()) {
            return null;
        }
        try {
            return ResourceQuantity.parse(scalar.text()).amount();
        } catch (InvalidInput e) {
            return null;
        }
    }

    /** Whether a value is a quantity that is not a whole number. */
    static boolean isFraction(@Nullable Tree value) {
        if (!(value instanceof ScalarTree scalar) || !canBeFraction(scalar.text())) {
            return false;
        }
        BigDecimal amount = quantity(value);
        return amount != null && amount.stripTrailingZeros().scale() > 0;
    }

    /** Whether a text has a point, a small suffix or an exponent, without which a quantity is a whole number. */
    private static boolean canBeFraction(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (".numeE".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** An amount of what a key counts, as people write it: {@code 2900m}, {@code 6144Mi}, {@code 12}. */
    static String text(String key, BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        if (key.endsWith("cpu") && plain.scale() > 0) {
            return plain.movePointRight(3).setScale(0, RoundingMode.UP) + "m";
        }
        boolean inMebi = plain.signum() > 0 && plain.remainder(MEBI).signum() == 0;
        return inMebi ? plain.divide(MEBI).toPlainString() + "Mi" : plain.toPlainString();
    }

    /** The key: {@code limits.memory}. */
    @Override
    public String toString() {
        return part + "." + name;
    }
}
