package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.internal.DatabaseVariables;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.VolumeMount;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds settings of a component where one would silently override another.
 *
 * <p>Two equal settings are not reported. A component that was read from chart values may repeat a setting as the chart
 * allows; it is checked when the hardened posture renders it.
 */
final class ComponentConflicts {
    private final Component component;
    private final ConflictChecks checks;
    /** Whether fields are named as in the charts' values. */
    private final boolean fromValues;

    private ComponentConflicts(Component component, ValueChecks checks) {
        this.component = component;
        this.checks = new ConflictChecks(checks);
        this.fromValues = component.chartOnly().fromValues();
    }

    /** Reports the conflicts of a component that was built, not read from values. */
    static void check(Component component, ValueChecks checks) {
        if (!component.chartOnly().fromValues()) {
            new ComponentConflicts(component, checks).check();
        }
    }

    /**
     * The conflicts of a component that was read from values; empty for one that was built, which was checked before.
     */
    static List<Problem> ofValues(Component component) {
        ValueChecks checks = new ValueChecks(component.traits().name());
        if (component.chartOnly().fromValues()) {
            new ComponentConflicts(component, checks).check();
        }
        return checks.problems();
    }

    private void check() {
        labels();
        annotations();
        variables();
        volumes();
        List<String> secrets = new ArrayList<>(component.imagePullSecrets().size());
        for (SecretRef secret : component.imagePullSecrets()) {
            secrets.add(secret.name());
        }
        checks.distinct(fromValues ? "image.pullSecrets" : "imagePullSecrets", secrets);
    }

    private void labels() {
        checks.notStandard(fromValues ? "commonLabels" : "labels", component.labels(), fromValues);
        String service = fromValues ? "service.additionalLabels" : "service.labels";
        checks.notStandard(service, component.service().labels(), fromValues);
        Map<String, String> ofIngress =
                component.ingress().isPresent() ? component.ingress().get().labels() : Map.of();
        checks.notStandard(fromValues ? "ingress.additionalLabels" : "ingress.labels", ofIngress, fromValues);
        if (!fromValues) {
            checks.agree(service, component.service().labels(), "`labels`", component.labels());
            checks.notStandard("podLabels", component.podLabels(), false);
            checks.agree("podLabels", component.podLabels(), "`labels`", component.labels());
            checks.agree("ingress.labels", ofIngress, "`labels`", component.labels());
        }
    }

    private void annotations() {
        Map<String, String> common = component.annotations();
        checks.notLabels(fromValues ? "commonAnnotations" : "annotations", common);
        Optional<Ingress> ingress = component.ingress();
        if (ingress.isPresent()) {
            String field = fromValues ? "ingress.annotations" : "ingress";
            checks.oneClass(field, ingress.get(), ingress.get().allAnnotations());
        }
        if (fromValues) {
            return;
        }
        checks.agree("service.annotations", component.service().annotations(), "`annotations`", common);
        checks.agree("podAnnotations", component.podAnnotations(), "`annotations`", common);
        if (component.serviceAccount().isPresent()) {
            Map<String, String> own = component.serviceAccount().get().allAnnotations();
            checks.agree("serviceAccount.annotations", own, "`annotations`", common);
        }
        if (ingress.isPresent()) {
            checks.oneClass("annotations", ingress.get(), common);
            checks.agreeWithIngress("annotations", common, ingress.get());
            checks.agreeWithLoadBalancer(
                    "service.annotations", component.service().annotations(), ingress.get());
        }
    }

    private void variables() {
        List<String> names = new ArrayList<>();
        if (component instanceof Backend backend) {
            boolean hasDatabase = backend.ownDatabase() != null;
            for (EnvVar variable : backend.env()) {
                names.add(variable.name());
                if (hasDatabase && DatabaseVariables.has(variable.name())) {
                    checks.error(
                            "env",
                            Problem.quote(variable.name()) + " is set by `database` too",
                            "Remove it, and set it in `database`");
                }
            }
        } else if (component instanceof UserApp userApp && userApp.publicEnv().isEmpty()) {
            for (Tree variable : component.chartOnly().extras().env().orElse(ListTree.of())) {
                names.add(((MapTree) variable).string("name").orElse(""));
            }
        }
        checks.distinct("env", names);
    }

    private void volumes() {
        if (fromValues) {
            List<String> paths = new ArrayList<>();
            for (VolumeMount mount : component.volumeMounts()) {
                paths.add(mount.path());
            }
            checks.distinctPaths("volumeMounts", paths);
        }
    }
}
