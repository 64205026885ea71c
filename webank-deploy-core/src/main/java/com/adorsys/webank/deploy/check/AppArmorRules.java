package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * The rules of the annotations that said before Kubernetes 1.30 which profile of AppArmor a container has. The API server still reads
 * them.
 *
 * @see <a href="https://kubernetes.io/docs/tutorials/security/apparmor/">AppArmor</a>
 */
final class AppArmorRules {
    private static final String PREFIX = "container.apparmor.security.beta.kubernetes.io/";

    private AppArmorRules() {}

    static void check(Pods pods, Report report) {
        MapTree annotations = pods.annotations();
        for (int i = 0; i < annotations.size(); i++) {
            String key = annotations.keyAt(i);
            if (!key.startsWith(PREFIX)) {
                continue;
            }
            String container = key.substring(PREFIX.length());
            if (!hasContainer(pods, container)) {
                report.error(
                        ProblemCodes.UNKNOWN_VALUE,
                        pods.annotationPath(key),
                        "there is no container " + Problem.quote(container) + " for this profile of AppArmor",
                        "write the name of a container, or remove the annotation");
            }
            String profile = Trees.text(annotations.valueAt(i));
            if (!profile.isEmpty()
                    && !profile.equals("runtime/default")
                    && !profile.equals("unconfined")
                    && !profile.startsWith("localhost/")) {
                report.error(
                        ProblemCodes.UNKNOWN_VALUE,
                        pods.annotationPath(key),
                        Problem.quote(profile) + " is not a profile of AppArmor",
                        "write `runtime/default`, `unconfined`, or `localhost/` and the name of a profile of the node");
            }
        }
    }

    private static boolean hasContainer(Pods pods, String name) {
        for (Pods.Container container : pods.containers()) {
            if (Trees.text(container.tree(), "name").equals(name)) {
                return true;
            }
        }
        return false;
    }
}
