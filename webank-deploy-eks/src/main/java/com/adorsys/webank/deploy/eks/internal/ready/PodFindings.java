package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject.Condition;
import com.adorsys.webank.deploy.eks.internal.ready.Finding.Log;
import com.adorsys.webank.deploy.eks.internal.ready.Finding.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What keeps a Pod from being ready, from the Pod and its events alone. */
final class PodFindings {
    private static final Set<String> IMAGE = Set.of(
            "ErrImagePull",
            "ImagePullBackOff",
            "ErrImageNeverPull",
            "InvalidImageName",
            "ImageInspectError",
            "RegistryUnavailable",
            "SignatureValidationFailed");
    private static final Set<String> MOUNT = Set.of("FailedMount", "FailedAttachVolume", "FailedMapVolume");
    private static final Pattern PREEMPTION = Pattern.compile(
            "(?: no new claims to deallocate,)? preemption: .*$|(?<=\\.) not found\\.?$", Pattern.DOTALL);
    private static final Set<String> BEGINNING = Set.of("", "ContainerCreating", "PodInitializing");

    private final LiveObject pod;
    private final List<ClusterEvent> events;
    private final List<Finding> findings = new ArrayList<>();

    private PodFindings(LiveObject pod, List<ClusterEvent> events) {
        this.pod = pod;
        this.events = events;
    }

    /** What is found in a Pod, given its own events. */
    static List<Finding> of(LiveObject pod, List<ClusterEvent> events) {
        PodFindings found = new PodFindings(pod, events);
        found.look();
        return found.findings;
    }

    /** Whether a Pod is as it should be. */
    static boolean isGood(LiveObject pod) {
        return !pod.isTerminating() && (pod.text("status", "phase").equals("Succeeded") || pod.isTrue("Ready"));
    }

    private void look() {
        if (pod.isTerminating()) {
            add(
                    Rank.CONTEXT,
                    "is being deleted since " + pod.text("metadata", "deletionTimestamp") + " and still there",
                    "Look whether its node is well, and what its finalizers are");
            return;
        }
        for (String statuses : List.of("initContainerStatuses", "containerStatuses")) {
            for (LiveObject status : pod.list("status", statuses)) {
                container(status);
            }
        }
        whole();
        events();
    }

    private void container(LiveObject status) {
        String name = status.text("name");
        String reason = status.text("state", "waiting", "reason");
        String message = status.text("state", "waiting", "message");
        LiveObject ended = status.map("state", "terminated");
        if (IMAGE.contains(reason)) {
            image(name, reason, message);
        } else if (reason.equals("CrashLoopBackOff")) {
            crash(name, status, status.map("lastState", "terminated"));
        } else if (!BEGINNING.contains(reason)) {
            add(Rank.CONTAINER, name, "cannot start" + Finding.because(reason, message), remedyFor(message), Log.NONE);
        } else if (status.has("state", "terminated") && ended.count("exitCode") != 0) {
            crash(name, status, ended);
        } else if (status.has("state", "running") && !status.flag("ready")) {
            running(name, status);
        }
    }

    private void image(String name, String reason, String message) {
        // "Back-off" says only that it will be tried again; an event has what the registry said.
        String why = message.isEmpty() || message.startsWith("Back-off")
                ? newest("Failed", "Failed to pull image", name).orElse(message)
                : message;
        String image = image(name);
        add(
                Rank.IMAGE,
                name,
                "cannot start: its image" + (image.isEmpty() ? "" : " " + Problem.quoteImage(image))
                        + " cannot be pulled" + Finding.because(reason, why),
                reason.equals("InvalidImageName")
                        ? "Correct the image's name"
                        : "Check the image's name and tag, and that the nodes may pull it from its registry",
                Log.NONE);
    }

    private void crash(String name, LiveObject status, LiveObject ended) {
        long code = ended.count("exitCode");
        long restarts = status.count("restartCount");
        boolean known = ended.has("exitCode");
        boolean again = restarts > 0;
        boolean memory = ended.text("reason").equals("OOMKilled");
        boolean alive = newest("Unhealthy", "Liveness", name).isEmpty();
        String how = memory
                ? "it was killed since it used more memory than its limit"
                        + limit(name).map(limit -> " " + Problem.quote(limit)).orElse("")
                : alive ? "it ended by itself" : "it was killed since its liveness probe failed";
        add(
                Rank.CRASH,
                name,
                (again ? "keeps crashing: " : "crashed: ")
                        + (known ? how + ", exit code " + code : "it ended")
                        + (again ? ", " + restarts + (restarts == 1 ? " restart" : " restarts") : ""),
                memory
                        ? "Raise its memory limit, or make it use less"
                        : code == 126 || code == 127
                                ? "Check that its command is in the image and can be run"
                                : "Its log says why",
                again && !status.has("state", "terminated") ? Log.PREVIOUS : Log.CURRENT);
    }

    private void running(String name, LiveObject status) {
        String probe = newest("Unhealthy", "", name).orElse("");
        long restarts = status.count("restartCount");
        add(
                Rank.PROBE,
                name,
                "runs and does not get ready"
                        + (restarts > 0 ? " (" + restarts + (restarts == 1 ? " restart)" : " restarts)") : "")
                        + (probe.isEmpty() ? "" : ": " + OneLine.clause(probe)),
                probe.isEmpty()
                        ? "See what it waits for, in its log"
                        : "Check the probe's path and port, and in its log what it waits for",
                Log.CURRENT);
    }

    /** The text of the newest event with a reason that begins so and may be about a container. */
    private Optional<String> newest(String reason, String beginning, String container) {
        return events.stream()
                .filter(event -> event.reason().equals(reason)
                        && event.message().startsWith(beginning)
                        && event.isAbout(container))
                .max(Comparator.comparing(ClusterEvent::time))
                .map(ClusterEvent::message);
    }

    private void whole() {
        String phase = pod.text("status", "phase");
        if (phase.equals("Failed") && !pod.text("status", "reason").isEmpty()) {
            add(
                    Rank.CRASH,
                    "failed" + Finding.because(pod.text("status", "reason"), pod.text("status", "message")),
                    pod.text("status", "reason").equals("Evicted") ? "Look at the node's memory and disk" : "");
        }
        Optional<Condition> scheduled = pod.condition("PodScheduled").filter(Condition::isFalse);
        if (scheduled.isPresent()) {
            String message = scheduled.get().message();
            if (scheduled.get().reason().equals("SchedulingGated")) {
                add(Rank.NODE, "is held back by its scheduling gates", "Ask who sets them");
            } else {
                boolean claim = message.contains("PersistentVolumeClaim") || message.contains("persistentvolumeclaim");
                add(
                        claim ? Rank.VOLUME : Rank.NODE,
                        "finds no node: " + why(scheduled.get()),
                        claim
                                ? "See its PersistentVolumeClaims"
                                : "Check its requests, node selectors, affinities and tolerations, and that nodes have room");
            }
        }
        boolean contained = pod.isTrue("ContainersReady");
        for (LiveObject gate : pod.list("spec", "readinessGates")) {
            String type = gate.text("conditionType");
            Optional<Condition> condition = pod.condition(type);
            if (contained && condition.filter(Condition::isTrue).isEmpty()) {
                add(
                        Rank.PROBE,
                        "waits for its readiness gate " + Problem.quote(type)
                                + condition
                                        .map(found -> Finding.because(found.reason(), found.message()))
                                        .orElse(""),
                        "Ask who sets that condition, such as the load balancer's controller");
            }
        }
    }

    private void events() {
        for (ClusterEvent event : events) {
            if (MOUNT.contains(event.reason())) {
                add(
                        Rank.VOLUME,
                        "cannot get its volumes" + Finding.because(event.reason(), event.message()),
                        remedyFor(event.message()));
            } else if (event.reason().equals("FailedCreatePodSandBox")) {
                add(
                        Rank.CONTAINER,
                        "cannot be set up on its node" + Finding.because("", event.message()),
                        "Look at the node's network plug-in");
            }
        }
    }

    /** What the scheduler says of the nodes, without what it says of making room by ending other Pods. */
    private static String why(Condition scheduled) {
        String message = scheduled.message().isEmpty() ? scheduled.reason() : scheduled.message();
        return OneLine.clause(withoutPreemption(message));
    }

    static String withoutPreemption(String message) {
        return PREEMPTION.matcher(message).replaceFirst("");
    }

    private static String remedyFor(String message) {
        if (message.contains("couldn't find key")) {
            return "Add the key, or name one that is there";
        }
        if (message.contains("not found") && message.contains("secret")) {
            return "Create the Secret in this namespace, or correct its name";
        }
        if (message.contains("not found") && message.contains("configmap")) {
            return "Create the ConfigMap in this namespace, or correct its name";
        }
        if (message.contains("runAsNonRoot") || message.contains("non-numeric user")) {
            return "Set `runAsUser` to a number other than 0, or use an image that does not run as root";
        }
        return "";
    }

    private String image(String container) {
        for (String containers : List.of("initContainers", "containers")) {
            for (LiveObject spec : pod.list("spec", containers)) {
                if (spec.text("name").equals(container)) {
                    return spec.text("image");
                }
            }
        }
        return "";
    }

    private Optional<String> limit(String container) {
        for (LiveObject spec : pod.list("spec", "containers")) {
            if (spec.text("name").equals(container)) {
                String limit = spec.text("resources", "limits", "memory");
                return limit.isEmpty() ? Optional.empty() : Optional.of(limit);
            }
        }
        return Optional.empty();
    }

    private void add(Rank rank, String what, String remedy) {
        add(rank, "", what, remedy, Log.NONE);
    }

    private void add(Rank rank, String container, String what, String remedy, Log log) {
        Finding finding = new Finding(rank, container, what, remedy, log);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
