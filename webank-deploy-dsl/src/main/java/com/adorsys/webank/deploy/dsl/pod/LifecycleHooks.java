package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.List;

/**
 * The {@code lifecycle} of a container: actions right after it starts and before it stops. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/">Container lifecycle
 * hooks</a>. The action before the stop must finish within {@link PodSettings#terminationGracePeriod}.
 */
public final class LifecycleHooks extends TreeValue {
    /** An action of a hook. Immutable. */
    public static final class Action extends TreeValue {
        private Action(MapTree tree) {
            super(tree);
        }

        /** A command in the container. */
        public static Action exec(String... command) {
            if (command.length == 0) {
                throw invalid(
                        ProblemCodes.MISSING_KEY,
                        "lifecycle",
                        "the command is empty",
                        "Give the command and its arguments");
            }
            return new Action(MapTree.of("exec", MapTree.of("command", ListTree.ofStrings(List.of(command)))));
        }

        /**
         * An HTTP GET.
         *
         * @param path starts with {@code /}
         * @param port 1 to 65535
         */
        public static Action httpGet(String path, int port) {
            return new Action(MapTree.of(
                    "httpGet",
                    MapTree.builder(2)
                            .put("path", ContainerProbe.checkedPath("lifecycle", path))
                            .put("port", port("lifecycle", port))
                            .build()));
        }

        /**
         * A pause, for example to let load balancers deregister the pod before it stops. Kubernetes 1.30 or later.
         *
         * @throws DeployException.InvalidInput if the time is not a whole number of seconds
         */
        public static Action sleep(Duration time) {
            return new Action(MapTree.of(
                    "sleep",
                    MapTree.builder(1)
                            .put("seconds", seconds("lifecycle", "sleep", time, 0))
                            .build()));
        }

        /** A {@code LifecycleHandler} as in the Kubernetes API. */
        public static Action of(MapTree tree) {
            return new Action(tree);
        }
    }

    private LifecycleHooks(MapTree tree) {
        super(tree);
    }

    /** A hook that runs before the container stops. */
    public static LifecycleHooks preStop(Action action) {
        return new LifecycleHooks(MapTree.of("preStop", action.tree()));
    }

    /** A hook that runs right after the container starts. */
    public static LifecycleHooks postStart(Action action) {
        return new LifecycleHooks(MapTree.of("postStart", action.tree()));
    }

    /** A {@code lifecycle} as in the Kubernetes API. */
    public static LifecycleHooks of(MapTree tree) {
        return new LifecycleHooks(tree);
    }

    /** A copy with another {@code preStop} hook. */
    public LifecycleHooks withPreStop(Action action) {
        return new LifecycleHooks(tree().with("preStop", action.tree()));
    }

    /** A copy with another {@code postStart} hook. */
    public LifecycleHooks withPostStart(Action action) {
        return new LifecycleHooks(tree().with("postStart", action.tree()));
    }
}
