package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The checks that are run on a set of manifests. Immutable.
 *
 * <pre>{@code
 * List<Problem> problems = Checks.all().check(manifests);
 * }</pre>
 */
public final class Checks {
    private static final Checks ALL = of(structure(), references(), podSecurity(), policy());

    private final List<Check> checks;

    private Checks(List<Check> checks) {
        this.checks = checks;
    }

    /** Every check of this library: structure, references, pod security (as warnings) and policy, in this order. */
    public static Checks all() {
        return ALL;
    }

    /** These checks, in their order. */
    public static Checks of(Check... checks) {
        return new Checks(List.of(checks));
    }

    /**
     * Every object is one that the API takes: a kind that there is, known fields of the right types, names, labels,
     * annotations and quantities within their grammars.
     *
     * <p>Objects of kinds that Kubernetes does not own are checked for their metadata only.
     */
    public static Check structure() {
        return StructureCheck.INSTANCE;
    }

    /**
     * What refers to another object, container, volume or port of the set finds it, and no two of a kind have one name.
     *
     * <p>Secrets, ConfigMaps and claims that are not in the set may be in the cluster; they are no problem, and {@link
     * References} lists them. A key of a Secret or ConfigMap of the set must be in it, unless the reference is optional.
     *
     * <p>A HorizontalPodAutoscaler without its target, and a PodDisruptionBudget, NetworkPolicy, ServiceMonitor or
     * PodMonitor that selects nothing of the set, are warnings: what they mean may be in another set.
     */
    public static Check references() {
        return ReferenceCheck.INSTANCE;
    }

    /** The restricted level of the Pod Security Standards, whose breaches are warnings. */
    public static Check podSecurity() {
        return PodSecurityCheck.WARNINGS;
    }

    /** The restricted level of the Pod Security Standards, whose breaches have a severity. */
    public static Check podSecurity(Severity severity) {
        return severity == Severity.ERROR ? PodSecurityCheck.ERRORS : PodSecurityCheck.WARNINGS;
    }

    /**
     * Good habits, as warnings: images have a tag that is not {@code latest}, probes ask a port that a container of the pod
     * declares, and no manifest holds a secret value.
     */
    public static Check policy() {
        return PolicyCheck.INSTANCE;
    }

    /** These checks and one more. */
    public Checks with(Check check) {
        List<Check> more = new ArrayList<>(checks);
        more.add(check);
        return new Checks(Collections.unmodifiableList(more));
    }

    /** These checks but for those of a name. */
    public Checks without(String name) {
        List<Check> fewer = new ArrayList<>(checks.size());
        for (Check check : checks) {
            if (!check.name().equals(name)) {
                fewer.add(check);
            }
        }
        return new Checks(Collections.unmodifiableList(fewer));
    }

    /** The names of these checks, in their order. */
    public List<String> names() {
        List<String> names = new ArrayList<>(checks.size());
        for (Check check : checks) {
            names.add(check.name());
        }
        return Collections.unmodifiableList(names);
    }

    /** Every problem of a set: check by check, and for each in the order of the set. */
    public List<Problem> check(ManifestSet manifests) {
        List<Problem> problems = new ArrayList<>();
        for (Check check : checks) {
            check.check(manifests, problems);
        }
        return Collections.unmodifiableList(problems);
    }

    /**
     * Every problem of a set, as {@link #check(ManifestSet)}, but for those that are waived.
     *
     * @param waivers in the order in which they count: a problem is waived by the first that fits
     */
    public CheckReport check(ManifestSet manifests, List<Waiver> waivers) {
        return WaivedChecks.run(this, manifests, waivers);
    }

    /** The names. */
    @Override
    public String toString() {
        return "checks " + names();
    }
}
