package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.Readiness.State;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting.Target;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how a live object stands to a target: {@link KStatus}, and what a wait knows beyond the object. One per wait. */
final class Judge {
    private static final String CLASSES = "/apis/storage.k8s.io/v1/storageclasses/";

    /** When a volume of a class is bound. */
    private enum Binding {
        AT_ONCE,
        WITH_FIRST_POD,
        UNKNOWN
    }

    private final Map<String, Binding> bindings = new HashMap<>();
    private final Map<Target, Long> firstSeen = new HashMap<>();
    private final WaitOptions options;
    private final @Nullable ReadinessRule rule;

    Judge(WaitOptions options) {
        this.options = options;
        this.rule = options.rule().orElse(null);
    }

    /**
     * How an object stands on the way to being ready.
     *
     * @param source where to look up what the object refers to
     */
    Readiness ready(Target target, MapTree live, ApiReader source) {
        LiveObject object = new LiveObject(live);
        if (isOther(target, object)) {
            return Readiness.of(State.NOT_FOUND, "it was deleted, and somebody made another one of this name");
        }
        if (object.count("metadata", "generation") < target.generation() && !object.isTerminating()) {
            return Readiness.of(State.IN_PROGRESS, "the server does not show the applied change yet");
        }
        if (rule != null) {
            return rule.of(live);
        }
        Instant now = timeOf(target, live);
        Readiness readiness = KStatus.of(live, now);
        if (options.addresses() == WaitOptions.Addresses.SERVICES_AND_INGRESSES) {
            readiness = KStatus.withAddress(readiness, live);
        }
        boolean pendingClaim = readiness.state() == State.IN_PROGRESS
                && object.kind().equals("PersistentVolumeClaim")
                && object.group().isEmpty();
        return pendingClaim ? claim(readiness, object, source) : readiness;
    }

    /** Whether an object may stand otherwise after a while, though nothing of it changes. */
    boolean isTimed(Awaited awaited) {
        return (rule != null || awaited.target.id().kind().equals("Pod"))
                && awaited.readiness().state() == State.IN_PROGRESS
                && awaited.live().isPresent();
    }

    /** How an object stands on the way to being gone. */
    Readiness gone(Target target, MapTree live) {
        LiveObject object = new LiveObject(live);
        if (isOther(target, object)) {
            return absent();
        }
        Readiness readiness = KStatus.of(live);
        return readiness.state() == State.TERMINATING
                ? readiness
                : Readiness.of(State.IN_PROGRESS, "still there, and nobody deletes it");
    }

    static Readiness absent() {
        return Readiness.of(State.NOT_FOUND, "");
    }

    private static boolean isOther(Target target, LiveObject object) {
        return !target.uid().isEmpty() && !target.uid().equals(object.uid());
    }

    /**
     * The time for the one rule that needs one: the object's own start, and how long it has been looked at. So no clock is
     * compared with another machine's, and what was stuck before has a chance to move.
     */
    private Instant timeOf(Target target, MapTree live) {
        if (!target.id().kind().equals("Pod")) {
            return Instant.EPOCH;
        }
        long now = System.nanoTime();
        long first = firstSeen.computeIfAbsent(target, any -> now);
        return KStatus.created(live).orElse(Instant.EPOCH).plus(Duration.ofNanos(now - first));
    }

    /** A claim that waits for its first Pod must not keep that Pod from being made. */
    private Readiness claim(Readiness readiness, LiveObject object, ApiReader source) {
        String name = object.text("spec", "storageClassName");
        if (name.isEmpty()) {
            return readiness;
        }
        Binding binding = bindings.get(name);
        if (binding == null) {
            binding = binding(name, source);
            bindings.put(name, binding);
        }
        return switch (binding) {
            case AT_ONCE -> readiness;
            case WITH_FIRST_POD -> Readiness.of(State.CURRENT, "bound as soon as a Pod uses it, so not waited for");
            case UNKNOWN ->
                Readiness.of(State.CURRENT, "not bound; its StorageClass may not be read, so not waited for");
        };
    }

    private static Binding binding(String name, ApiReader source) {
        return ApiReader.ifAllowed(
                Binding.UNKNOWN,
                () -> source.find(CLASSES + ApiServer.encoded(name))
                        .filter(found ->
                                new LiveObject(found).text("volumeBindingMode").equals("WaitForFirstConsumer"))
                        .map(found -> Binding.WITH_FIRST_POD)
                        .orElse(Binding.AT_ONCE));
    }
}
