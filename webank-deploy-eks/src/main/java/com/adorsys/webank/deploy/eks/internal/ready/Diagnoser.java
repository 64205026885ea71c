package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.Readiness.State;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject.Condition;
import com.adorsys.webank.deploy.eks.internal.ready.Diagnosis.Cause;
import com.adorsys.webank.deploy.eks.internal.ready.Finding.Log;
import com.adorsys.webank.deploy.eks.internal.ready.Finding.Rank;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One diagnosis: it follows an object to its ReplicaSets, Pods and claims, and orders what is found. */
final class Diagnoser {
    private static final int MOST_CAUSES = 8;
    private static final int MOST_LOGS = 2;
    /** Pods that are looked at closely; the others are most likely no different. */
    private static final int MOST_PODS = 5;

    private static final String HASH = "pod-template-hash";
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final Evidence evidence;
    /** What was found, and in which Pods, in the order in which it was. */
    private final Map<Finding, List<LiveObject>> found = new LinkedHashMap<>();

    Diagnoser(Evidence evidence) {
        this.evidence = evidence;
    }

    Diagnosis about(LiveObject object) {
        if (object.isTerminating()) {
            terminating(object);
        } else {
            switch (object.group() + "/" + object.kind()) {
                case "apps/Deployment" -> deployment(object);
                case "apps/ReplicaSet", "apps/StatefulSet", "apps/DaemonSet", "batch/Job" -> podsOf(object);
                case "/Pod" -> pod(object);
                case "/PersistentVolumeClaim" -> claim(object);
                case "/Service", "networking.k8s.io/Ingress" -> addressed(object);
                default -> other(object);
            }
        }
        List<Map.Entry<Finding, List<LiveObject>>> sorted = new ArrayList<>(found.entrySet());
        sorted.sort(Comparator.comparing(entry -> entry.getKey().rank()));
        List<Cause> causes = new ArrayList<>();
        List<String> said = new ArrayList<>();
        int logs = 0;
        for (Map.Entry<Finding, List<LiveObject>> entry : sorted) {
            if (causes.size() < MOST_CAUSES) {
                List<String> log = List.of();
                if (entry.getKey().log() != Log.NONE && logs++ < MOST_LOGS) {
                    LiveObject pod = entry.getValue().get(0);
                    log = evidence.log(pod.namespace(), pod.name(), entry.getKey());
                }
                causes.add(new Cause(text(entry.getKey(), entry.getValue()), log));
                if (entry.getKey().rank() != Rank.CONTEXT) {
                    said.add(entry.getKey().what());
                }
            }
        }
        // Last, since reading the logs may have been refused as well.
        for (Finding gap : evidence.gaps()) {
            causes.add(new Cause(text(gap, List.of()), List.of()));
        }
        return new Diagnosis(causes, ClusterEvent.newest(evidence.events(), said));
    }

    private void deployment(LiveObject object) {
        evidence.events(object);
        List<LiveObject> sets = evidence.owned(
                "/apis/apps/v1/namespaces/" + object.namespace() + "/replicasets",
                "replicasets",
                object,
                object.map("spec", "selector"));
        Optional<LiveObject> newest = sets.stream()
                .filter(set -> template(set).equals(template(object)))
                .max(Comparator.comparingLong(Diagnoser::revision).thenComparing(LiveObject::name));
        conditions(object, List.of("ReplicaFailure"));
        if (newest.isPresent()) {
            progress(object, newest.get(), sets);
            podsOfSet(newest.get());
        } else if (evidence.gaps().isEmpty()) {
            unseen(object);
        } else {
            // Its ReplicaSets may not be listed; its Pods can be known by their labels as well.
            pods(object, evidence.selected(podsPath(object), "pods", object));
        }
        for (LiveObject set : sets) {
            boolean isNew = newest.isPresent() && set.uid().equals(newest.get().uid());
            if (!isNew && set.count("spec", "replicas") == 0) {
                // Old Pods that do not end keep a roll-out from ending, or from beginning.
                pods(set);
            } else if (newest.isEmpty()) {
                podsOfSet(set);
            }
        }
    }

    private void podsOfSet(LiveObject set) {
        failedCreate(evidence.events(set));
        conditions(set, List.of("ReplicaFailure"));
        pods(set);
    }

    /** What its Pods are made from, without what only a ReplicaSet's has. */
    private static MapTree template(LiveObject object) {
        List<String> path = PodTemplates.likelyPath(object.text("apiVersion"), object.kind());
        MapTree template = Trees.map(object.tree(), path.toArray(new String[0]));
        return Trees.edit(template, labels -> labels.without(HASH), "metadata", "labels");
    }

    private static long revision(LiveObject set) {
        try {
            return Long.parseLong(set.text("metadata", "annotations", REVISION));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** How far the roll-out is: which ReplicaSet is the new one, and what runs beside it. */
    private void progress(LiveObject deployment, LiveObject newest, List<LiveObject> sets) {
        long desired = deployment.number("spec", "replicas").orElse(1L);
        StringBuilder text = new StringBuilder()
                .append("the new ReplicaSet ")
                .append(Problem.quote(newest.name()))
                .append(" has ")
                .append(newest.count("status", "availableReplicas"))
                .append(" of ")
                .append(desired)
                .append(" Pods available");
        for (LiveObject set : sets) {
            long old = set.count("status", "availableReplicas");
            if (!set.uid().equals(newest.uid()) && old > 0) {
                text.append("; the old one ")
                        .append(Problem.quote(set.name()))
                        .append(" still has ")
                        .append(old);
            }
        }
        add(Finding.of(Rank.CONTEXT, text.toString(), ""));
    }

    private void podsOf(LiveObject object) {
        failedCreate(evidence.events(object));
        conditions(object, List.of("ReplicaFailure", "Failed", "FailureTarget"));
        pods(object);
        if (found.isEmpty() && !object.kind().equals("Job")) {
            unseen(object);
        }
    }

    private void failedCreate(List<ClusterEvent> events) {
        events.stream()
                .filter(event -> event.reason().equals("FailedCreate"))
                .max(Comparator.comparing(ClusterEvent::time))
                .ifPresent(event -> refused(event.message()));
    }

    /** The controller may not have said anything about the object yet. */
    private void unseen(LiveObject object) {
        if (!object.number("status", "observedGeneration").equals(object.number("metadata", "generation"))) {
            add(Finding.of(
                    Rank.CONTEXT,
                    "no controller has looked at the change yet",
                    "Check that the cluster's controllers run"));
        }
    }

    /** What a condition says that is true only when something is wrong. */
    private void conditions(LiveObject object, List<String> types) {
        for (Condition condition : object.conditions()) {
            if (!types.contains(condition.type()) || !condition.isTrue()) {
                continue;
            }
            if (condition.type().equals("ReplicaFailure")) {
                refused(condition.message());
            } else {
                add(Finding.of(
                        Rank.CONDITION,
                        "the " + object.kind() + " failed" + Finding.because(condition.reason(), condition.message()),
                        ""));
            }
        }
    }

    private void refused(String message) {
        Finding refusal = Refusal.of(message);
        // Condition and events of one refusal differ in the figures of the moment.
        if (found.keySet().stream().noneMatch(other -> other.rank() == Rank.REFUSED)) {
            add(refusal);
        }
    }

    private static String podsPath(LiveObject owner) {
        return "/api/v1/namespaces/" + owner.namespace() + "/pods";
    }

    private void pods(LiveObject owner) {
        pods(owner, evidence.owned(podsPath(owner), "pods", owner, owner.map("spec", "selector")));
    }

    private void pods(LiveObject owner, List<LiveObject> pods) {
        int looked = 0;
        for (LiveObject pod : pods) {
            // A Pod of a Job that was ended by it is not what is wrong with it.
            boolean ended = owner.kind().equals("Job") && pod.isTerminating();
            if (!PodFindings.isGood(pod) && !ended && looked++ < MOST_PODS) {
                pod(pod);
            }
        }
    }

    private void pod(LiveObject pod) {
        List<Finding> findings = PodFindings.of(pod, evidence.events(pod));
        for (Finding finding : findings) {
            found.computeIfAbsent(finding, any -> new ArrayList<>()).add(pod);
        }
        if (findings.stream().anyMatch(finding -> finding.rank() == Rank.VOLUME)) {
            for (LiveObject volume : pod.list("spec", "volumes")) {
                String claim = volume.text("persistentVolumeClaim", "claimName");
                if (volume.has("ephemeral")) {
                    claim = pod.name() + "-" + volume.text("name");
                }
                if (!claim.isEmpty()) {
                    evidence.find(
                                    "/api/v1/namespaces/" + pod.namespace() + "/persistentvolumeclaims/" + claim,
                                    "persistentvolumeclaims")
                            .ifPresent(this::claim);
                }
            }
        }
    }

    private void claim(LiveObject claim) {
        if (claim.text("status", "phase").equals("Bound")) {
            return;
        }
        List<ClusterEvent> events = evidence.events(claim);
        String subject = "PersistentVolumeClaim " + Problem.quote(claim.name()) + " is not bound: ";
        String name = claim.text("spec", "storageClassName");
        Optional<LiveObject> storage = name.isEmpty()
                ? Optional.empty()
                : evidence.find("/apis/storage.k8s.io/v1/storageclasses/" + name, "storageclasses");
        Optional<String> failure = events.stream()
                .filter(event -> event.warning()
                        || event.reason().equals("FailedBinding")
                        || event.reason().equals("ExternalProvisioning"))
                .max(Comparator.comparing(ClusterEvent::warning).thenComparing(ClusterEvent::time))
                .map(ClusterEvent::message);
        boolean known = !evidence.hasGap("storageclasses");
        if (!name.isEmpty() && storage.isEmpty() && known) {
            List<String> names = evidence.names("/apis/storage.k8s.io/v1/storageclasses", "storageclasses");
            add(Finding.of(
                    Rank.CLAIM,
                    subject + "there is no StorageClass " + Problem.quote(name),
                    names.isEmpty() ? "Create it" : "Create it, or use one of `" + String.join("`, `", names) + "`"));
        } else if (failure.isPresent()) {
            add(Finding.of(
                    Rank.CLAIM,
                    subject + OneLine.clause(failure.get()),
                    storage.map(found ->
                                    "Check that its provisioner " + Problem.quote(found.text("provisioner")) + " runs")
                            .orElse("")));
        } else {
            add(Finding.of(
                    Rank.CLAIM,
                    subject
                            + (storage.filter(found -> found.text("volumeBindingMode")
                                                    .equals("WaitForFirstConsumer"))
                                            .isPresent()
                                    ? "its StorageClass waits for the first Pod that uses it"
                                    : "nothing has been said about it"),
                    ""));
        }
    }

    private void addressed(LiveObject object) {
        evidence.events(object);
        if (object.list("status", "loadBalancer", "ingress").isEmpty()) {
            String type = object.kind().equals("Ingress")
                    ? object.text("spec", "ingressClassName")
                    : object.text("spec", "loadBalancerClass");
            add(Finding.of(
                    Rank.CONTEXT,
                    "nobody has given it an address",
                    "Check that the controller of load balancers"
                            + (type.isEmpty() ? "" : " of class " + Problem.quote(type)) + " runs"));
        }
    }

    private void terminating(LiveObject object) {
        evidence.events(object);
        Readiness readiness = KStatus.of(object.tree());
        add(Finding.of(
                Rank.CONDITION,
                "it is " + readiness.message(),
                Trees.list(object.tree(), "metadata", "finalizers").isEmpty()
                        ? "Wait, or look at what the cluster does with it"
                        : "Check that the controllers of these finalizers run"));
        for (Condition condition : object.conditions()) {
            // A namespace lists in its conditions what is left in it, and what could not be deleted.
            if (object.kind().equals("Namespace") && condition.isTrue()) {
                add(Finding.of(Rank.CONDITION, OneLine.clause(condition.message()), ""));
            }
        }
        if (object.group().isEmpty() && object.kind().equals("Pod")) {
            return;
        }
        if (object.has("spec", "selector", "matchLabels") && object.uid().length() > 0) {
            pods(object);
        }
    }

    private void other(LiveObject object) {
        List<ClusterEvent> events = evidence.events(object);
        for (Condition condition : object.conditions()) {
            boolean bad = condition.isFalse()
                    || condition.type().equals("Stalled")
                    || condition.type().equals("Reconciling");
            if (bad) {
                add(Finding.of(
                        Rank.CONDITION,
                        "condition " + Problem.quote(condition.type()) + " is " + Problem.quote(condition.status())
                                + Finding.because(condition.reason(), condition.message()),
                        ""));
            }
        }
        Readiness readiness = KStatus.of(object.tree());
        if (found.isEmpty() && events.isEmpty() && readiness.state() == State.IN_PROGRESS) {
            add(Finding.of(
                    Rank.CONTEXT, "nobody has said anything about it", "Check that the controller of its kind runs"));
        }
    }

    private void add(Finding finding) {
        found.putIfAbsent(finding, List.of());
    }

    /** One line: who, what, and what to do. */
    private static String text(Finding finding, List<LiveObject> pods) {
        StringBuilder text = new StringBuilder();
        if (!pods.isEmpty()) {
            boolean whole = finding.container().isEmpty();
            text.append(whole ? "Pod " : "container " + Problem.quote(finding.container()) + " of Pod ")
                    .append(Problem.quote(pods.get(0).name()))
                    .append(' ');
            if (pods.size() > 1) {
                text.append(whole ? "(and " : "(and of ")
                        .append(pods.size() - 1)
                        .append(" more) ");
            }
        }
        text.append(finding.what());
        return finding.remedy().isEmpty()
                ? text.toString()
                : text.append(text.charAt(text.length() - 1) == '.' ? " " : ". ")
                        .append(finding.remedy())
                        .append('.')
                        .toString();
    }
}
