package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;

/**
 * Lets a pod run on nodes with a taint. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/">Taints and
 * tolerations</a>. Without {@link #withEffect} it tolerates every effect of the taint.
 */
public final class TaintToleration extends TreeValue {
    /** What a taint does to pods that do not tolerate it. */
    public enum Effect {
        /** New pods are not placed on the node. */
        NO_SCHEDULE("NoSchedule"),
        /** New pods are placed on other nodes if possible. */
        PREFER_NO_SCHEDULE("PreferNoSchedule"),
        /** New pods are not placed on the node, and running ones are evicted. */
        NO_EXECUTE("NoExecute");

        private final String text;

        Effect(String text) {
            this.text = text;
        }

        /** The value in the API. */
        public String text() {
            return text;
        }
    }

    private TaintToleration(MapTree tree) {
        super(tree);
    }

    /** Tolerates a taint with a key, whatever its value. */
    public static TaintToleration exists(String key) {
        return new TaintToleration(MapTree.builder(3)
                .put("key", labelKey("tolerations", key))
                .put("operator", "Exists")
                .build());
    }

    /** Tolerates a taint with a key and a value. */
    public static TaintToleration equal(String key, String value) {
        return new TaintToleration(MapTree.builder(4)
                .put("key", labelKey("tolerations", key))
                .put("operator", "Equal")
                .put("value", labelValue("tolerations", value))
                .build());
    }

    /** An item of {@code tolerations} as in the Kubernetes API. */
    public static TaintToleration of(MapTree tree) {
        return new TaintToleration(tree);
    }

    /** A copy that tolerates only one effect. */
    public TaintToleration withEffect(Effect effect) {
        return new TaintToleration(tree().with("effect", effect.text()));
    }

    /**
     * A copy for the effect {@code NoExecute} with the time after which the pod is evicted. Default: never.
     *
     * @throws DeployException.InvalidInput if the time is not a whole number of seconds
     */
    public TaintToleration withTolerationTime(Duration time) {
        return new TaintToleration(withEffect(Effect.NO_EXECUTE).tree().toBuilder()
                .put("tolerationSeconds", seconds("tolerations", "tolerationSeconds", time, 0))
                .build());
    }

    /** The taint's key. */
    @Override
    public String toString() {
        return tree().string("key").orElse("every taint");
    }
}
