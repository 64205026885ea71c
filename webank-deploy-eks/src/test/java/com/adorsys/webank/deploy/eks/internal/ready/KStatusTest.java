package com.adorsys.webank.deploy.eks.internal.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.Readiness.State;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.MergePatch;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreeArbitraries;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KStatusTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final String DEPLOYMENT = "{apiVersion: apps/v1, kind: Deployment, metadata: {generation: 2}";
    private static final String DONE =
            "observedGeneration: 2, replicas: 3, updatedReplicas: 3, availableReplicas: 3," + " readyReplicas: 3";
    private static final String CONDITIONS = "conditions: [{type: Available, status: 'True'},"
            + " {type: Progressing, status: 'True', reason: NewReplicaSetAvailable}]";
    private static final String STATEFUL_SET = "{apiVersion: apps/v1, kind: StatefulSet, metadata: {generation: 1}";
    private static final String REPLICA_SET = "{apiVersion: apps/v1, kind: ReplicaSet, metadata: {generation: 1}";
    private static final String DAEMON_SET = "{apiVersion: apps/v1, kind: DaemonSet";
    private static final String POD =
            "{apiVersion: v1, kind: Pod, metadata: {creationTimestamp: '2026-03-01T11:59:50Z'}";
    private static final String JOB = "{apiVersion: batch/v1, kind: Job";
    private static final String CLAIM = "{apiVersion: v1, kind: PersistentVolumeClaim";
    private static final String SERVICE = "{apiVersion: v1, kind: Service";
    private static final String DEFINITION = "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition";
    private static final String API_SERVICE = "{apiVersion: apiregistration.k8s.io/v1, kind: APIService";
    private static final String WIDGET = "{apiVersion: example.com/v1, kind: Widget";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void judges_by_rule(String rule, String expected, String live) {
        assertThat(KStatus.of(Trees.of(live), NOW)).hasToString(expected);
    }

    static Stream<Arguments> judges_by_rule() {
        return Stream.of(
                // Every kind.
                arguments(
                        "being deleted",
                        "terminating: being deleted",
                        "{apiVersion: v1, kind: ConfigMap, metadata: {deletionTimestamp: '2026-03-01T12:00:00Z'}}"),
                arguments(
                        "being deleted, held by finalizers",
                        "terminating: being deleted, held by `a.example.com/x`, `b`",
                        "{apiVersion: v1, kind: ConfigMap, metadata: {deletionTimestamp: '2026-03-01T12:00:00Z',"
                                + " finalizers: [a.example.com/x, b]}}"),
                arguments(
                        "deletion before all other rules",
                        "terminating: being deleted",
                        WIDGET + ", metadata: {generation: 2, deletionTimestamp: '2026-03-01T12:00:00Z'},"
                                + " status: {observedGeneration: 1}}"),
                arguments(
                        "generation not observed",
                        "in progress: the cluster has not looked at the change yet (generation 2)",
                        WIDGET + ", metadata: {generation: 2}, status: {observedGeneration: 1}}"),
                arguments(
                        "generation observed that is to come",
                        "in progress: the cluster has not looked at the change yet (generation 2)",
                        WIDGET + ", metadata: {generation: 2}, status: {observedGeneration: 3}}"),
                arguments(
                        "observed generation that is no number",
                        "in progress: the cluster has not looked at the change yet (generation 2)",
                        WIDGET + ", metadata: {generation: 2}, status: {observedGeneration: 'x'}}"),
                arguments(
                        "observed generation of nothing",
                        "current",
                        WIDGET + ", metadata: {generation: 2}, status: {observedGeneration: null}}"),
                arguments("no generation to compare with", "current", WIDGET + ", status: {observedGeneration: 1}}"),
                arguments(
                        "generation before conditions",
                        "in progress: the cluster has not looked at the change yet (generation 2)",
                        WIDGET + ", metadata: {generation: 2}, status: {observedGeneration: 1,"
                                + " conditions: [{type: Stalled, status: 'True'}]}}"),
                arguments(
                        "reconciling",
                        "in progress: half way",
                        WIDGET + ", status: {conditions: [{type: Reconciling, status: 'True', message: half way}]}}"),
                arguments(
                        "reconciling no more",
                        "current",
                        WIDGET + ", status: {conditions: [{type: Reconciling, status: 'False'}]}}"),
                arguments(
                        "stalled",
                        "failed: NoWay",
                        WIDGET + ", status: {conditions: [{type: Stalled, status: 'True', reason: NoWay}]}}"),
                arguments(
                        "stalled without a word",
                        "failed: Stalled is `True`",
                        WIDGET + ", status: {conditions: [{type: Stalled, status: 'True'}]}}"),
                arguments(
                        "stalled before the kind's own rules",
                        "failed: NoWay",
                        DEPLOYMENT + ", spec: {replicas: 3}, status: {" + DONE
                                + ", conditions: [{type: Stalled, status: 'True', reason: NoWay}]}}"),
                // Kinds without rules of their own.
                arguments("no status", "current", WIDGET + "}"),
                arguments(
                        "ready", "current: ready", WIDGET + ", status: {conditions: [{type: Ready, status: 'True'}]}}"),
                arguments(
                        "not ready",
                        "in progress: waiting for a disk of 3 parts",
                        WIDGET + ", status: {conditions: [{type: Ready, status: 'False',"
                                + " message: \"waiting for a disk\\n  of 3 parts\\n\"}]}}"),
                arguments(
                        "ready or not",
                        "in progress: Ready is `Unknown`",
                        WIDGET + ", status: {conditions: [{type: Ready, status: Unknown}]}}"),
                arguments(
                        "ready in an older generation",
                        "in progress: the cluster has not looked at the change yet (generation 2)",
                        WIDGET + ", metadata: {generation: 2}, status: {conditions:"
                                + " [{type: Ready, status: 'True', observedGeneration: 1}]}}"),
                arguments(
                        "ready in this generation",
                        "current: ready",
                        WIDGET + ", metadata: {generation: 2}, status: {conditions:"
                                + " [{type: Ready, status: 'True', observedGeneration: 2}]}}"),
                arguments(
                        "Namespace",
                        "current",
                        "{apiVersion: v1, kind: Namespace, metadata: {name: a}, status: {phase: Active}}"),
                arguments("ConfigMap", "current", "{apiVersion: v1, kind: ConfigMap}"),
                arguments(
                        "ConfigMap whatever it says of itself",
                        "current",
                        "{apiVersion: v1, kind: ConfigMap, status: {conditions: [{type: Ready, status: 'False'}]}}"),
                arguments("Secret", "current", "{apiVersion: v1, kind: Secret}"),
                arguments("CronJob", "current", "{apiVersion: batch/v1, kind: CronJob}"),
                arguments(
                        "PodDisruptionBudget",
                        "current",
                        "{apiVersion: policy/v1, kind: PodDisruptionBudget, status: {conditions:"
                                + " [{type: DisruptionAllowed, status: 'False'}]}}"),
                arguments(
                        "kind of another group",
                        "current",
                        "{apiVersion: example.com/v1, kind: Deployment, spec: {replicas: 3}}"),
                // Deployments.
                arguments(
                        "Deployment done",
                        "current: 3 replicas available",
                        DEPLOYMENT + ", spec: {replicas: 3, progressDeadlineSeconds: 600}, status: {" + DONE + ", "
                                + CONDITIONS + "}}"),
                arguments(
                        "Deployment of another version",
                        "in progress: 0 of 3 replicas exist",
                        "{apiVersion: apps/v1beta1, kind: Deployment, spec: {replicas: 3}}"),
                arguments(
                        "Deployment without replicas wants one",
                        "in progress: 0 of 1 replicas exist",
                        DEPLOYMENT + ", spec: {}}"),
                arguments(
                        "Deployment of none",
                        "current: 0 replicas available",
                        DEPLOYMENT + ", spec: {replicas: 0, progressDeadlineSeconds: 600}, status: {observedGeneration:"
                                + " 2, " + CONDITIONS + "}}"),
                arguments(
                        "Deployment past its deadline",
                        "failed: no progress within 60 s",
                        DEPLOYMENT + ", spec: {replicas: 3, progressDeadlineSeconds: 60}, status: {" + DONE
                                + ", conditions: [{type: Progressing, status: 'False',"
                                + " reason: ProgressDeadlineExceeded}]}}"),
                arguments(
                        "Deployment past the deadline of an older generation",
                        "in progress: the cluster has not looked at the change yet (generation 2)",
                        DEPLOYMENT + ", spec: {replicas: 3}, status: {observedGeneration: 1, conditions:"
                                + " [{type: Progressing, status: 'False', reason: ProgressDeadlineExceeded}]}}"),
                arguments(
                        "Deployment with too few",
                        "in progress: 1 of 3 replicas exist",
                        DEPLOYMENT + ", spec: {replicas: 3}, status: {observedGeneration: 2, replicas: 1}}"),
                arguments(
                        "Deployment with too few updated",
                        "in progress: 2 of 3 replicas are updated",
                        DEPLOYMENT + ", spec: {replicas: 3}, status: {observedGeneration: 2, replicas: 4,"
                                + " updatedReplicas: 2, availableReplicas: 3, readyReplicas: 3}}"),
                arguments(
                        "Deployment with an old one left",
                        "in progress: 1 old replica is still there",
                        DEPLOYMENT + ", spec: {replicas: 3}, status: {observedGeneration: 2, replicas: 4,"
                                + " updatedReplicas: 3, availableReplicas: 4, readyReplicas: 4, " + CONDITIONS + "}}"),
                arguments(
                        "Deployment with old ones left",
                        "in progress: 2 old replicas are still there",
                        DEPLOYMENT + ", spec: {replicas: 3}, status: {observedGeneration: 2, replicas: 5,"
                                + " updatedReplicas: 3, availableReplicas: 5, readyReplicas: 5, " + CONDITIONS + "}}"),
                arguments(
                        "Deployment with too few available",
                        "in progress: 2 of 3 replicas are available",
                        DEPLOYMENT + ", spec: {replicas: 3}, status: {observedGeneration: 2, replicas: 3,"
                                + " updatedReplicas: 3, availableReplicas: 2, readyReplicas: 3, " + CONDITIONS + "}}"),
                arguments(
                        "Deployment with too few ready",
                        "in progress: 2 of 3 replicas are ready",
                        DEPLOYMENT + ", spec: {replicas: 3}, status: {observedGeneration: 2, replicas: 3,"
                                + " updatedReplicas: 3, availableReplicas: 3, readyReplicas: 2, " + CONDITIONS + "}}"),
                arguments(
                        "Deployment whose new ReplicaSet is not available",
                        "in progress: the new ReplicaSet is not available yet",
                        DEPLOYMENT + ", spec: {replicas: 3, progressDeadlineSeconds: 600}, status: {" + DONE
                                + ", conditions: [{type: Available, status: 'True'},"
                                + " {type: Progressing, status: 'True', reason: ReplicaSetUpdated}]}}"),
                arguments(
                        "Deployment without a deadline",
                        "current: 3 replicas available",
                        DEPLOYMENT + ", spec: {replicas: 3}, status: {" + DONE
                                + ", conditions: [{type: Available, status: 'True'}]}}"),
                arguments(
                        "Deployment with the endless deadline",
                        "current: 3 replicas available",
                        DEPLOYMENT + ", spec: {replicas: 3, progressDeadlineSeconds: 2147483647}, status: {" + DONE
                                + ", conditions: [{type: Available, status: 'True'}]}}"),
                arguments(
                        "Deployment not available",
                        "in progress: not available yet",
                        DEPLOYMENT + ", spec: {replicas: 3, progressDeadlineSeconds: 600}, status: {" + DONE
                                + ", conditions: [{type: Available, status: 'False'},"
                                + " {type: Progressing, status: 'True', reason: NewReplicaSetAvailable}]}}"),
                arguments(
                        "Deployment paused",
                        "current: paused, so not waited for",
                        DEPLOYMENT + ", spec: {replicas: 3, paused: true}, status: {observedGeneration: 2}}"),
                // ReplicaSets.
                arguments(
                        "ReplicaSet done",
                        "current: 2 replicas available",
                        REPLICA_SET + ", spec: {replicas: 2}, status: {observedGeneration: 1, replicas: 2,"
                                + " fullyLabeledReplicas: 2, availableReplicas: 2, readyReplicas: 2}}"),
                arguments(
                        "ReplicaSet that cannot create",
                        "in progress: Pods cannot be created: exceeded quota",
                        REPLICA_SET + ", spec: {replicas: 0}, status: {conditions: [{type: ReplicaFailure,"
                                + " status: 'True', reason: FailedCreate, message: exceeded quota}]}}"),
                arguments(
                        "ReplicaSet with too few labelled",
                        "in progress: 1 of 2 replicas exist with every label",
                        REPLICA_SET + ", spec: {replicas: 2}, status: {replicas: 2, fullyLabeledReplicas: 1,"
                                + " availableReplicas: 2, readyReplicas: 2}}"),
                arguments(
                        "ReplicaSet with too few available",
                        "in progress: 1 of 2 replicas are available",
                        REPLICA_SET + ", spec: {replicas: 2}, status: {replicas: 2, fullyLabeledReplicas: 2,"
                                + " availableReplicas: 1, readyReplicas: 2}}"),
                arguments(
                        "ReplicaSet with too few ready",
                        "in progress: 1 of 2 replicas are ready",
                        REPLICA_SET + ", spec: {replicas: 2}, status: {replicas: 2, fullyLabeledReplicas: 2,"
                                + " availableReplicas: 2, readyReplicas: 1}}"),
                arguments(
                        "ReplicaSet with too many",
                        "in progress: 1 old replica is still there",
                        REPLICA_SET + ", spec: {replicas: 2}, status: {replicas: 3, fullyLabeledReplicas: 3,"
                                + " availableReplicas: 3, readyReplicas: 3}}"),
                // StatefulSets.
                arguments(
                        "StatefulSet done",
                        "current: 2 replicas ready",
                        STATEFUL_SET + ", spec: {replicas: 2}, status: {observedGeneration: 1, replicas: 2,"
                                + " readyReplicas: 2, currentReplicas: 2, updatedReplicas: 2, currentRevision: a,"
                                + " updateRevision: a}}"),
                arguments(
                        "StatefulSet updated on delete",
                        "current: updated only where its Pods are deleted, so not waited for",
                        STATEFUL_SET + ", spec: {replicas: 2, updateStrategy: {type: OnDelete}}}"),
                arguments(
                        "StatefulSet with too few",
                        "in progress: 1 of 2 replicas exist",
                        STATEFUL_SET + ", spec: {replicas: 2}, status: {replicas: 1}}"),
                arguments(
                        "StatefulSet with too few ready",
                        "in progress: 1 of 2 replicas are ready",
                        STATEFUL_SET + ", spec: {replicas: 2}, status: {replicas: 2, readyReplicas: 1}}"),
                arguments(
                        "StatefulSet with too many",
                        "in progress: 1 old replica is still there",
                        STATEFUL_SET + ", spec: {replicas: 2}, status: {replicas: 3, readyReplicas: 3}}"),
                arguments(
                        "StatefulSet with a partition, updated to it",
                        "current: 1 replica updated",
                        STATEFUL_SET + ", spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 2}}},"
                                + " status: {replicas: 3, readyReplicas: 3, updatedReplicas: 1, currentReplicas: 2,"
                                + " currentRevision: a, updateRevision: b}}"),
                arguments(
                        "StatefulSet with a partition, not updated to it",
                        "in progress: 0 of 1 replicas are updated",
                        STATEFUL_SET + ", spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 2}}},"
                                + " status: {replicas: 3, readyReplicas: 3, updatedReplicas: 0}}"),
                arguments(
                        "StatefulSet with the default partition",
                        "in progress: 1 of 3 replicas are updated",
                        STATEFUL_SET + ", spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 0}}},"
                                + " status: {replicas: 3, readyReplicas: 3, updatedReplicas: 1}}"),
                arguments(
                        "StatefulSet with a partition above its replicas",
                        "current: 0 replicas updated",
                        STATEFUL_SET + ", spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 5}}},"
                                + " status: {replicas: 3, readyReplicas: 3}}"),
                arguments(
                        "StatefulSet with too few of the current revision",
                        "in progress: 1 of 2 replicas are of the current revision",
                        STATEFUL_SET + ", spec: {replicas: 2}, status: {replicas: 2, readyReplicas: 2,"
                                + " currentReplicas: 1}}"),
                arguments(
                        "StatefulSet between revisions",
                        "in progress: not every replica is of the new revision yet",
                        STATEFUL_SET + ", spec: {replicas: 2}, status: {replicas: 2, readyReplicas: 2,"
                                + " currentReplicas: 2, currentRevision: a, updateRevision: b}}"),
                // DaemonSets.
                arguments(
                        "DaemonSet done",
                        "current: 2 replicas available",
                        DAEMON_SET + ", metadata: {generation: 1}, status: {observedGeneration: 1,"
                                + " desiredNumberScheduled: 2, currentNumberScheduled: 2, updatedNumberScheduled: 2,"
                                + " numberAvailable: 2, numberReady: 2}}"),
                arguments(
                        "DaemonSet without nodes",
                        "current: 0 replicas available",
                        DAEMON_SET + ", metadata: {generation: 1}, status: {observedGeneration: 1,"
                                + " desiredNumberScheduled: 0}}"),
                arguments(
                        "DaemonSet without a generation",
                        "in progress: the cluster has not looked at it yet",
                        DAEMON_SET + ", status: {observedGeneration: 1, desiredNumberScheduled: 0}}"),
                arguments(
                        "DaemonSet that nobody observed",
                        "in progress: the cluster has not looked at it yet",
                        DAEMON_SET + ", metadata: {generation: 1}, status: {desiredNumberScheduled: 0}}"),
                arguments(
                        "DaemonSet without a desired number",
                        "in progress: the cluster has not looked at it yet",
                        DAEMON_SET + ", metadata: {generation: 1}, status: {observedGeneration: 1}}"),
                arguments(
                        "DaemonSet with too few",
                        "in progress: 1 of 2 replicas exist",
                        DAEMON_SET + ", metadata: {generation: 1}, status: {observedGeneration: 1,"
                                + " desiredNumberScheduled: 2, currentNumberScheduled: 1}}"),
                arguments(
                        "DaemonSet with too few updated",
                        "in progress: 1 of 2 replicas are updated",
                        DAEMON_SET + ", metadata: {generation: 1}, status: {observedGeneration: 1,"
                                + " desiredNumberScheduled: 2, currentNumberScheduled: 2, updatedNumberScheduled: 1}}"),
                arguments(
                        "DaemonSet with too few available",
                        "in progress: 1 of 2 replicas are available",
                        DAEMON_SET + ", metadata: {generation: 1}, status: {observedGeneration: 1,"
                                + " desiredNumberScheduled: 2, currentNumberScheduled: 2, updatedNumberScheduled: 2,"
                                + " numberAvailable: 1, numberReady: 2}}"),
                arguments(
                        "DaemonSet with too few ready",
                        "in progress: 1 of 2 replicas are ready",
                        DAEMON_SET + ", metadata: {generation: 1}, status: {observedGeneration: 1,"
                                + " desiredNumberScheduled: 2, currentNumberScheduled: 2, updatedNumberScheduled: 2,"
                                + " numberAvailable: 2, numberReady: 1}}"),
                // Pods.
                arguments("Pod that ended well", "current: completed", POD + ", status: {phase: Succeeded}}"),
                arguments("Pod that failed", "failed: ended with an error", POD + ", status: {phase: Failed}}"),
                arguments(
                        "Pod that was evicted",
                        "failed: ended with an error: Evicted",
                        POD + ", status: {phase: Failed, reason: Evicted}}"),
                arguments(
                        "Pod that is ready",
                        "current: ready",
                        POD + ", status: {phase: Running, conditions: [{type: Ready, status: 'True'}]}}"),
                arguments(
                        "Pod that runs",
                        "in progress: running, not ready yet",
                        POD + ", status: {phase: Running, conditions: [{type: Ready, status: 'False'}]}}"),
                arguments(
                        "Pod that crashes",
                        "failed: container `app`, `side` keeps crashing",
                        POD + ", status: {phase: Running, containerStatuses: [{name: app, state: {waiting:"
                                + " {reason: CrashLoopBackOff}}}, {name: side, state: {waiting: {reason:"
                                + " CrashLoopBackOff}}}]}}"),
                arguments(
                        "Pod whose preparation crashes",
                        "failed: container `init` keeps crashing",
                        POD + ", status: {phase: Pending, initContainerStatuses: [{name: init, state: {waiting:"
                                + " {reason: CrashLoopBackOff}}}]}}"),
                arguments(
                        "Pod that no node takes",
                        "in progress: no node takes it yet: 0/1 nodes are available",
                        POD + ", status: {phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason:"
                                + " Unschedulable, message: 0/1 nodes are available}]}}"),
                arguments(
                        "Pod that no node takes for long",
                        "failed: no node takes it: 0/1 nodes are available",
                        "{apiVersion: v1, kind: Pod, metadata: {creationTimestamp: '2026-03-01T11:59:45Z'}, status:"
                                + " {phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason:"
                                + " Unschedulable, message: 0/1 nodes are available}]}}"),
                arguments("Pod that waits", "in progress: pending", POD + ", status: {phase: Pending}}"),
                arguments("Pod that is new", "in progress: the cluster has not looked at it yet", POD + "}"),
                arguments("Pod that is lost", "in progress: in phase `Unknown`", POD + ", status: {phase: Unknown}}"),
                // Jobs.
                arguments(
                        "Job done",
                        "current: complete",
                        JOB + ", status: {conditions: [{type: Complete, status: 'True'}]}}"),
                arguments(
                        "Job that failed",
                        "failed: Job has reached the specified backoff limit",
                        JOB + ", status: {conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded,"
                                + " message: Job has reached the specified backoff limit}]}}"),
                arguments(
                        "Job suspended on purpose",
                        "current: suspended, so not waited for",
                        JOB + ", spec: {suspend: true}}"),
                arguments(
                        "Job that says that it is suspended",
                        "current: suspended, so not waited for",
                        JOB + ", status: {conditions: [{type: Suspended, status: 'True'}]}}"),
                arguments(
                        "Job at work",
                        "in progress: 1 of 4 completions",
                        JOB + ", spec: {completions: 4, parallelism: 2}, status: {startTime:"
                                + " '2026-03-01T12:00:00Z', active: 2, succeeded: 1}}"),
                arguments("Job that has not begun", "in progress: 0 of 1 completions", JOB + "}"),
                // Volumes, services, definitions.
                arguments("claim bound", "current: bound", CLAIM + ", status: {phase: Bound}}"),
                arguments(
                        "claim pending",
                        "in progress: not bound to a volume yet",
                        CLAIM + ", status: {phase: Pending}}"),
                arguments("claim that is new", "in progress: not bound to a volume yet", CLAIM + "}"),
                arguments("claim lost", "failed: its volume is lost", CLAIM + ", status: {phase: Lost}}"),
                arguments("Service", "current", SERVICE + "}"),
                arguments(
                        "Service with a load balancer",
                        "current",
                        SERVICE + ", spec: {type: LoadBalancer, clusterIP: 10.0.0.1}, status: {loadBalancer: {ingress:"
                                + " [{hostname: lb.example.com}]}}}"),
                arguments(
                        "Service whose load balancer has no address",
                        "in progress: no address of a load balancer yet",
                        SERVICE + ", spec: {type: LoadBalancer, clusterIP: 10.0.0.1}, status: {loadBalancer: {}}}"),
                arguments(
                        "Service with a load balancer but no address of its own",
                        "in progress: no cluster IP yet",
                        SERVICE + ", spec: {type: LoadBalancer}}"),
                arguments(
                        "Ingress without an address",
                        "current",
                        "{apiVersion: networking.k8s.io/v1, kind: Ingress, status: {loadBalancer: {}}}"),
                arguments(
                        "definition established",
                        "current: established",
                        DEFINITION + ", status: {conditions: [{type: NamesAccepted, status: 'True'},"
                                + " {type: Established, status: 'True'}]}}"),
                arguments(
                        "definition with a name that is taken",
                        "failed: its names are refused: \"widgets\" is already in use",
                        DEFINITION + ", status: {conditions: [{type: NamesAccepted, status: 'False', reason:"
                                + " PluralConflict, message: '\"widgets\" is already in use'},"
                                + " {type: Established, status: 'False', reason: NotAccepted}]}}"),
                arguments(
                        "definition being installed",
                        "in progress: not established yet",
                        DEFINITION + ", status: {conditions: [{type: Established, status: 'False', reason:"
                                + " Installing}]}}"),
                arguments(
                        "definition not established",
                        "failed: not established: NotAccepted",
                        DEFINITION + ", status: {conditions: [{type: Established, status: 'False', reason:"
                                + " NotAccepted}]}}"),
                arguments("definition that is new", "in progress: not established yet", DEFINITION + "}"),
                arguments(
                        "API service that answers",
                        "current: available",
                        API_SERVICE + ", status: {conditions: [{type: Available, status: 'True', reason: Passed}]}}"),
                arguments(
                        "API service that does not answer",
                        "in progress: its server does not answer: service/metrics in \"kube-system\" is not present",
                        API_SERVICE + ", status: {conditions: [{type: Available, status: 'False',"
                                + " reason: ServiceNotFound, message: service/metrics in \"kube-system\" is not"
                                + " present}]}}"),
                arguments(
                        "API service that is new",
                        "in progress: the cluster has not looked at it yet",
                        API_SERVICE + "}"));
    }

    @Test
    void names_the_kinds_that_nobody_waits_for() {
        assertThat(KStatus.isAlwaysCurrent("", "ConfigMap")).isTrue();
        assertThat(KStatus.isAlwaysCurrent("rbac.authorization.k8s.io", "Role")).isTrue();
        assertThat(KStatus.isAlwaysCurrent("apps", "Deployment")).isFalse();
        assertThat(KStatus.isAlwaysCurrent("example.com", "ConfigMap")).isFalse();
    }

    @Property(tries = 500)
    void judges_any_tree(@ForAll("lives") MapTree live) {
        Readiness readiness = KStatus.of(live, NOW);

        assertThat(readiness.message()).doesNotContain("\n");
        if (!readiness.isCurrent() && readiness.state() != State.TERMINATING) {
            assertThat(readiness.message()).isNotEmpty();
        }
    }

    @Property(tries = 500)
    void never_finds_current_what_the_cluster_has_not_looked_at(@ForAll("lives") MapTree live) {
        Tree behind = MergePatch.of(Trees.of("{metadata: {generation: 8}, status: {observedGeneration: 7}}"))
                .apply(live);

        assertThat(KStatus.of((MapTree) behind, NOW).state()).isIn(State.IN_PROGRESS, State.TERMINATING);
    }

    /** Any tree, as an object of each kind that has rules, with random values at the places that the rules look at. */
    @Provide
    Arbitrary<MapTree> lives() {
        Arbitrary<List<String>> kinds = Arbitraries.of(List.of(
                List.of("apps/v1", "Deployment"),
                List.of("apps/v1", "ReplicaSet"),
                List.of("apps/v1", "StatefulSet"),
                List.of("apps/v1", "DaemonSet"),
                List.of("v1", "Pod"),
                List.of("batch/v1", "Job"),
                List.of("v1", "PersistentVolumeClaim"),
                List.of("v1", "Service"),
                List.of("networking.k8s.io/v1", "Ingress"),
                List.of("apiextensions.k8s.io/v1", "CustomResourceDefinition"),
                List.of("example.com/v1", "Widget")));
        Arbitrary<MapTree> states = places(
                "observedGeneration",
                "replicas",
                "readyReplicas",
                "availableReplicas",
                "updatedReplicas",
                "conditions",
                "phase",
                "containerStatuses",
                "desiredNumberScheduled",
                "loadBalancer");
        Arbitrary<MapTree> specs = places("replicas", "updateStrategy", "paused", "suspend", "type", "completions");
        Arbitrary<MapTree> metadata = places("generation", "creationTimestamp", "finalizers", "deletionTimestamp");
        Arbitrary<MapTree> shaped = Combinators.combine(kinds, metadata, specs, states)
                .as((kind, meta, spec, status) -> MapTree.builder()
                        .put("apiVersion", kind.get(0))
                        .put("kind", kind.get(1))
                        .put("metadata", meta)
                        .put("spec", spec)
                        .put("status", status)
                        .build());
        return Arbitraries.oneOf(shaped, shaped, shaped, TreeArbitraries.maps()).withoutEdgeCases();
    }

    private static Arbitrary<MapTree> places(String... keys) {
        Arbitrary<Tree> conditions = Combinators.combine(
                        Arbitraries.of(
                                "Ready",
                                "Available",
                                "Progressing",
                                "Stalled",
                                "Reconciling",
                                "Complete",
                                "Failed",
                                "PodScheduled",
                                "Established",
                                "NamesAccepted"),
                        Arbitraries.of("True", "False", "Unknown"),
                        TreeArbitraries.treesWithNulls())
                .as((type, status, message) -> Trees.of("{type: " + type + ", status: '" + status + "'}")
                        .with("message", message))
                .list()
                .ofMaxSize(3)
                .map(ListTree::of);
        Arbitrary<Tree> numbers = Arbitraries.longs().between(-1, 3).map(ScalarTree::of);
        Arbitrary<Tree> values = Arbitraries.oneOf(numbers, numbers, conditions, TreeArbitraries.treesWithNulls());
        return Arbitraries.maps(Arbitraries.of(keys), values)
                .ofMaxSize(keys.length)
                .map(entries -> {
                    MapTree.Builder map = MapTree.builder();
                    entries.forEach(map::put);
                    return map.build();
                });
    }
}
