package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.schema.Targets;
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
    private static final Checks ALL = of(structure(), references(), podSecurity(), policy(), quotas());

    private final List<Check> checks;

    private Checks(List<Check> checks) {
        this.checks = checks;
    }

    /**
     * The checks that hold for every set: structure, references, pod security (as warnings), policy and quotas, in this order.
     */
    public static Checks all() {
        return ALL;
    }

    /** The same for some versions of Kubernetes: what a version does not know is an error. */
    public static Checks all(Targets targets) {
        return all(targets, Definitions.none());
    }

    /** The same with definitions of kinds that are not in the set. */
    public static Checks all(Targets targets, Definitions definitions) {
        return targets.equals(Targets.any()) && definitions.isEmpty()
                ? ALL
                : of(
                        structure(targets, definitions),
                        references(),
                        podSecurity(PodSecurityLevel.RESTRICTED, Severity.WARNING, targets),
                        policy(),
                        quotas());
    }

    /** A copy in which a check replaces the one that has its name; the same if there is none. */
    public Checks replacing(Check check) {
        List<Check> all = new ArrayList<>(checks.size());
        for (Check known : checks) {
            all.add(known.name().equals(check.name()) ? check : known);
        }
        return new Checks(all);
    }

    /** These checks, in their order. */
    public static Checks of(Check... checks) {
        return new Checks(List.of(checks));
    }

    /**
     * The API accepts every object: the kind exists, fields are known and have the right type, names, labels, annotations,
     * quantities and addresses are valid, and fields fit each other, such as a request its limit.
     *
     * <p>The kinds are those that {@link com.adorsys.webank.deploy.schema.Schemas} describes, and those of which the set has
     * the CustomResourceDefinition, which takes precedence over ours. What no supported version knows is an error, and what
     * only some know is a warning. Objects of other kinds are checked for their metadata only, see {@link #undescribed}.
     *
     * <p>An error is what the API server refuses, be it to create the object or to apply it on the server's side. What it
     * accepts but cannot work is a warning: an invalid image, an invalid name of a ConfigMap or Secret, a volume without a
     * source, a null in a list or a map. There is one exception: an image in which a template left out a value, such as {@code
     * app:<nil>}, is an error.
     *
     * <p>Applications, AppProjects and ApplicationSets of Argo CD are also checked by the rules between their fields, such as
     * either a path or a chart, even if a definition describes them; what Argo CD refuses is an error too. In the templates of
     * an ApplicationSet a text may have placeholders, and what is missing may come from elsewhere, so only keys and types are
     * checked there. Annotations of Argo CD are checked on objects of all kinds: a sync wave, hook, delete policy or sync option
     * that it does not know is an error, although the API server accepts it.
     */
    public static Check structure() {
        return StructureCheck.ANY_VERSION;
    }

    /** The same for some versions: what a version does not know is an error. */
    public static Check structure(Targets targets) {
        return structure(targets, Definitions.none());
    }

    /** The same with definitions of kinds that are not in the set; one that is in the set takes precedence. */
    public static Check structure(Targets targets, Definitions definitions) {
        return new StructureCheck(targets, definitions);
    }

    /**
     * The objects of which {@link #structure(Targets, Definitions)} checks only the metadata, since nobody describes their
     * kind: neither this library, nor the set, nor the definitions.
     */
    public static List<Manifest> undescribed(ManifestSet manifests, Definitions definitions) {
        return StructureCheck.undescribed(manifests, definitions);
    }

    /**
     * References to another object, container, volume or port of the set are valid, and names are unique.
     *
     * <p>Secrets, ConfigMaps and claims that are not in the set may be in the cluster; they are not a problem, and {@link
     * References} lists them. A key of a Secret or ConfigMap of the set must be in it, unless the reference is optional.
     *
     * <p>A HorizontalPodAutoscaler without its target, and a PodDisruptionBudget, NetworkPolicy, ServiceMonitor or
     * PodMonitor that selects nothing in the set, are warnings: their targets may be in another set. So is a Service without
     * pods, or an Ingress without its Service, if the set has custom resources for which an operator may make these.
     */
    public static Check references() {
        return ReferenceCheck.COMPLETE;
    }

    /**
     * The same for a set that is a part of what is in the cluster: what it refers to may be elsewhere, be it applied by others
     * or made by an operator. So a Service without pods, an Ingress without its Service, and a missing key or port are
     * warnings, and nothing is reported if the set has no pods or Services at all in the namespace.
     */
    public static Check referencesOfPart() {
        return ReferenceCheck.PART;
    }

    /**
     * The restricted level of the Pod Security Standards. Violations are warnings. Default: the rules of the latest version of
     * Kubernetes that this library supports.
     *
     * <p>The rules are those of the API server's admission of pods, PodSecurity: what it refuses is a violation, and what it
     * admits is not. The pods of a Deployment are checked, too, of which the server only warns.
     */
    public static Check podSecurity() {
        return PodSecurityCheck.WARNINGS;
    }

    /** The restricted level of the Pod Security Standards. Violations have the given severity. */
    public static Check podSecurity(Severity severity) {
        return podSecurity(PodSecurityLevel.RESTRICTED, severity, Targets.any());
    }

    /** A level of the Pod Security Standards. Violations are warnings. */
    public static Check podSecurity(PodSecurityLevel level) {
        return podSecurity(level, Severity.WARNING, Targets.any());
    }

    /**
     * A level of the Pod Security Standards, with the rules of a version of Kubernetes. A namespace can enforce an older
     * version than that of its cluster, by its label {@code pod-security.kubernetes.io/enforce-version}.
     *
     * @param targets the version of Kubernetes; one of Argo CD is ignored
     */
    public static Check podSecurity(PodSecurityLevel level, Severity severity, Targets targets) {
        return new PodSecurityCheck(level, severity, targets);
    }

    /**
     * Good practices. Violations are warnings: images have a tag other than {@code latest}, probes use a port that a
     * container of the pod declares, and no manifest contains a secret value.
     */
    public static Check policy() {
        return PolicyCheck.INSTANCE;
    }

    /**
     * The pods of a namespace fit the ResourceQuotas and LimitRanges of the set. They are counted with all replicas, the maximum
     * of each autoscaler, and one more pod of each Deployment that rolls out.
     */
    public static Check quotas() {
        return QuotaCheck.INSTANCE;
    }

    /** Every image of a pod, in containers of every sort and in volumes, is named by its digest. Not part of {@link #all}. */
    public static Check imageDigests() {
        return ImageDigestCheck.INSTANCE;
    }

    /** These checks and one more. */
    public Checks with(Check check) {
        List<Check> more = new ArrayList<>(checks);
        more.add(check);
        return new Checks(Collections.unmodifiableList(more));
    }

    /** These checks without those that have a name. */
    public Checks without(String name) {
        List<Check> fewer = new ArrayList<>(checks.size());
        for (Check check : checks) {
            if (!check.name().equals(name)) {
                fewer.add(check);
            }
        }
        return new Checks(Collections.unmodifiableList(fewer));
    }

    /** Those of these checks, and of their parts, that look at so much of a set, and not at more or less. */
    public Checks reaching(Check.Reach reach) {
        List<Check> some = new ArrayList<>(checks.size());
        for (Check check : checks) {
            for (Check part : check.parts()) {
                if (part.reach() == reach) {
                    some.add(part);
                }
            }
        }
        return new Checks(Collections.unmodifiableList(some));
    }

    /** Those of these checks, and of their parts, that look at more or less of a set. */
    public Checks without(Check.Reach reach) {
        List<Check> others = new ArrayList<>(checks.size());
        for (Check check : checks) {
            for (Check part : check.parts()) {
                if (part.reach() != reach) {
                    others.add(part);
                }
            }
        }
        return new Checks(Collections.unmodifiableList(others));
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
     * Every problem of a set, as {@link #check(ManifestSet)}, with the waived problems listed separately.
     *
     * @param waivers the waivers, in order: the first that matches a problem waives it
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
