package com.adorsys.webank.deploy.eks.internal.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreeArbitraries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PodFindingsTest {
    private static final String SPEC = "spec: {initContainers: [{name: init, image: 'i:0'}],"
            + " containers: [{name: main, image: 'i:1', resources: {limits: {memory: 64Mi}}}, {name: side, image: 'i:2'}]}";

    private static List<Finding> find(String status, String... events) {
        List<ClusterEvent> happened = new ArrayList<>();
        for (String event : events) {
            happened.add(ClusterEvent.of(new LiveObject(Trees.of(event))));
        }
        return PodFindings.of(
                new LiveObject(Trees.of("{metadata: {name: p}, " + SPEC + ", status: {" + status + "}}")), happened);
    }

    private static String event(String reason, String message) {
        return "{type: Warning, reason: " + reason + ", message: '" + message
                + "', involvedObject: {kind: Pod, name: p}}";
    }

    private static String container(String name, String rest) {
        return "containerStatuses: [{name: " + name + ", " + rest + "}]";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void finds_what_is_wrong(String what, String expected, String status, List<String> events) {
        assertThat(find(status, events.toArray(new String[0])))
                .extracting(finding -> finding.rank() + " " + finding.container() + ": " + finding.what() + ". "
                        + finding.remedy() + " [" + finding.log() + "]")
                .containsExactly(expected);
    }

    static Stream<Arguments> finds_what_is_wrong() {
        String image = "Check the image's name and tag, and that the nodes may pull it from its registry [NONE]";
        return Stream.of(
                arguments(
                        "an image with the registry's own words",
                        "IMAGE main: cannot start: its image `i:1` cannot be pulled (ErrImagePull): not found. "
                                + image,
                        container("main", "state: {waiting: {reason: ErrImagePull, message: not found}}"),
                        List.of()),
                arguments(
                        "an image that will be tried again",
                        "IMAGE main: cannot start: its image `i:1` cannot be pulled (ImagePullBackOff): Failed to pull image"
                                + " \"i:1\": denied. " + image,
                        container(
                                "main",
                                "state: {waiting: {reason: ImagePullBackOff, message: Back-off pulling image}}"),
                        List.of(event("Failed", "Failed to pull image \"i:1\": denied"))),
                arguments(
                        "an image of another container's event",
                        "IMAGE main: cannot start: its image `i:1` cannot be pulled (ImagePullBackOff): Back-off pulling"
                                + " image. " + image,
                        container(
                                "main",
                                "state: {waiting: {reason: ImagePullBackOff, message: Back-off pulling image}}"),
                        List.of(
                                "{reason: Failed, message: 'Failed to pull image x', involvedObject: {kind: Pod, name: p,"
                                        + " fieldPath: 'spec.containers{side}'}}")),
                arguments(
                        "an image whose name is none",
                        "IMAGE main: cannot start: its image `i:1` cannot be pulled (InvalidImageName). Correct the image's"
                                + " name [NONE]",
                        container("main", "state: {waiting: {reason: InvalidImageName}}"),
                        List.of()),
                arguments(
                        "an image of a preparing container",
                        "IMAGE init: cannot start: its image `i:0` cannot be pulled (ErrImagePull). " + image,
                        "phase: Pending, initContainerStatuses: [{name: init, state: {waiting: {reason: ErrImagePull}}}]",
                        List.of()),
                arguments(
                        "a Secret that is missing",
                        "CONTAINER main: cannot start (CreateContainerConfigError): secret \"a\" not found. Create the Secret"
                                + " in this namespace, or correct its name [NONE]",
                        container(
                                "main",
                                "state: {waiting: {reason: CreateContainerConfigError, message: 'secret \"a\" not found'}}"),
                        List.of()),
                arguments(
                        "a ConfigMap that is missing",
                        "CONTAINER main: cannot start (CreateContainerConfigError): configmap \"a\" not found. Create the"
                                + " ConfigMap in this namespace, or correct its name [NONE]",
                        container(
                                "main",
                                "state: {waiting: {reason: CreateContainerConfigError, message: 'configmap \"a\" not found'}}"),
                        List.of()),
                arguments(
                        "a key that is missing",
                        "CONTAINER main: cannot start (CreateContainerConfigError): couldn't find key k in Secret ns/a. Add"
                                + " the key, or name one that is there [NONE]",
                        container(
                                "main",
                                "state: {waiting: {reason: CreateContainerConfigError, message: \"couldn't find key k in"
                                        + " Secret ns/a\"}}"),
                        List.of()),
                arguments(
                        "an image that runs as root where none may",
                        "CONTAINER main: cannot start (CreateContainerConfigError): container has runAsNonRoot and image will"
                                + " run as root. Set `runAsUser` to a number other than 0, or use an image that does not run as"
                                + " root [NONE]",
                        container(
                                "main",
                                "state: {waiting: {reason: CreateContainerConfigError, message: container has runAsNonRoot and"
                                        + " image will run as root}}"),
                        List.of()),
                arguments(
                        "a command that cannot be started",
                        "CONTAINER main: cannot start (RunContainerError): exec: \"x\": no such file.  [NONE]",
                        container(
                                "main",
                                "state: {waiting: {reason: RunContainerError, message: 'exec: \"x\": no such file.'}}"),
                        List.of()),
                arguments(
                        "a crash loop",
                        "CRASH main: keeps crashing: it ended by itself, exit code 3, 1 restart. Its log says why [PREVIOUS]",
                        container(
                                "main",
                                "restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated:"
                                        + " {exitCode: 3, reason: Error}}"),
                        List.of()),
                arguments(
                        "a crash loop of which the end is not known",
                        "CRASH main: keeps crashing: it ended, 4 restarts. Its log says why [PREVIOUS]",
                        container("main", "restartCount: 4, state: {waiting: {reason: CrashLoopBackOff}}"),
                        List.of()),
                arguments(
                        "a crash loop for want of memory",
                        "CRASH main: keeps crashing: it was killed since it used more memory than its limit `64Mi`, exit code"
                                + " 137, 2 restarts. Raise its memory limit, or make it use less [PREVIOUS]",
                        container(
                                "main",
                                "restartCount: 2, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated:"
                                        + " {exitCode: 137, reason: OOMKilled}}"),
                        List.of()),
                arguments(
                        "a crash loop by a probe",
                        "CRASH side: keeps crashing: it was killed since its liveness probe failed, exit code 143, 2 restarts."
                                + " Its log says why [PREVIOUS]",
                        container(
                                "side",
                                "restartCount: 2, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated:"
                                        + " {exitCode: 143, reason: Error}}"),
                        List.of(event("Unhealthy", "Liveness probe failed: timeout"))),
                arguments(
                        "a command that is not there",
                        "CRASH main: keeps crashing: it ended by itself, exit code 127, 2 restarts. Check that its command is"
                                + " in the image and can be run [PREVIOUS]",
                        container(
                                "main",
                                "restartCount: 2, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated:"
                                        + " {exitCode: 127}}"),
                        List.of()),
                arguments(
                        "an end with an error",
                        "CRASH main: crashed: it ended by itself, exit code 2. Its log says why [CURRENT]",
                        "phase: Failed, " + container("main", "state: {terminated: {exitCode: 2, reason: Error}}"),
                        List.of()),
                arguments(
                        "a probe that fails, by its newest event",
                        "PROBE main: runs and does not get ready (1 restart): Readiness probe failed: new. Check the probe's"
                                + " path and port, and in its log what it waits for [CURRENT]",
                        container("main", "ready: false, restartCount: 1, state: {running: {}}"),
                        List.of(
                                "{reason: Unhealthy, message: 'Readiness probe failed: new', lastTimestamp:"
                                        + " '2026-03-01T12:00:02Z'}",
                                "{reason: Unhealthy, message: 'Readiness probe failed: old', lastTimestamp:"
                                        + " '2026-03-01T12:00:01Z'}")),
                arguments(
                        "a container that nobody says anything about",
                        "PROBE main: runs and does not get ready. See what it waits for, in its log [CURRENT]",
                        container("main", "ready: false, state: {running: {}}"),
                        List.of()),
                arguments(
                        "an eviction",
                        "CRASH : failed (Evicted): the node was low on memory. Look at the node's memory and disk [NONE]",
                        "phase: Failed, reason: Evicted, message: the node was low on memory.",
                        List.of()),
                arguments(
                        "a Pod that no node takes",
                        "NODE : finds no node: 0/3 nodes are available: 3 Insufficient cpu. Check its requests, node selectors,"
                                + " affinities and tolerations, and that nodes have room [NONE]",
                        "phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message:"
                                + " '0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No"
                                + " preemption victims found for incoming pod.'}]",
                        List.of()),
                arguments(
                        "a Pod that waits for a claim",
                        "VOLUME : finds no node: persistentvolumeclaim \"a\" not found. See its PersistentVolumeClaims [NONE]",
                        "phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message:"
                                + " 'persistentvolumeclaim \"a\" not found'}]",
                        List.of()),
                arguments(
                        "a Pod that is held back",
                        "NODE : is held back by its scheduling gates. Ask who sets them [NONE]",
                        "phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: SchedulingGated}]",
                        List.of()),
                arguments(
                        "a volume",
                        "VOLUME : cannot get its volumes (FailedAttachVolume): it is attached elsewhere.  [NONE]",
                        "phase: Pending, " + container("main", "state: {waiting: {reason: ContainerCreating}}"),
                        List.of(event("FailedAttachVolume", "it is attached elsewhere"))),
                arguments(
                        "a network that is not there",
                        "CONTAINER : cannot be set up on its node: no address left. Look at the node's network plug-in [NONE]",
                        "phase: Pending",
                        List.of(event("FailedCreatePodSandBox", "no address left"))));
    }

    @Test
    void finds_nothing_in_a_pod_that_begins_or_runs() {
        assertThat(find("phase: Pending, " + container("main", "state: {waiting: {reason: ContainerCreating}}")))
                .isEmpty();
        assertThat(find("phase: Running, " + container("main", "ready: true, state: {running: {}}")))
                .isEmpty();
        assertThat(find("phase: Succeeded, " + container("main", "state: {terminated: {exitCode: 0}}")))
                .isEmpty();
    }

    @Test
    void finds_a_readiness_gate_that_is_closed() {
        LiveObject pod = new LiveObject(
                Trees.of("{spec: {readinessGates: [{conditionType: example.com/lb}]}, status: {conditions: [{type:"
                        + " ContainersReady, status: 'True'}, {type: example.com/lb, status: 'False', reason: Unhealthy, message: no"
                        + " target}]}}"));

        assertThat(PodFindings.of(pod, List.of()))
                .extracting(Finding::what)
                .containsExactly("waits for its readiness gate `example.com/lb` (Unhealthy): no target");
    }

    @Property(tries = 300)
    void looks_at_any_tree(@ForAll("trees") MapTree pod) {
        assertThat(PodFindings.of(new LiveObject(pod), List.of(ClusterEvent.of(new LiveObject(pod)))))
                .allSatisfy(finding -> assertThat(finding.what()).doesNotContain("\n"));
    }

    @Provide
    Arbitrary<MapTree> trees() {
        return TreeArbitraries.maps()
                .map(status -> MapTree.of("status", status).with("spec", status).with("metadata", status));
    }
}
