package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A Lease as it is on the server, and as it is to be. Immutable. */
record LeaseRecord(RecordNames names, MapTree tree) {
    /** The server takes microseconds only, and all six digits of them. */
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** A Lease that is not there yet, held by nobody. */
    static LeaseRecord none(RecordNames names) {
        MapTree metadata = MapTree.builder()
                .put("name", names.name())
                .put("namespace", names.namespace())
                .build();
        return new LeaseRecord(
                names,
                MapTree.builder()
                        .put("apiVersion", "coordination.k8s.io/v1")
                        .put("kind", "Lease")
                        .put("metadata", metadata)
                        .build());
    }

    /** Who holds it; empty if nobody does. */
    String holder() {
        return spec("holderIdentity");
    }

    boolean isFree() {
        return holder().isEmpty();
    }

    /** When its holder got it, by the holder's clock, as it is written. */
    String acquired() {
        return spec("acquireTime");
    }

    /** When its holder renewed it, by the holder's clock, as it is written. */
    String renewed() {
        return spec("renewTime");
    }

    /** For how long a renewal holds; nothing where none is said, as client-go takes it. */
    Duration duration() {
        return Duration.ofSeconds(Trees.number(spec(), 0, "leaseDurationSeconds"));
    }

    /** How often it went from one holder to another. */
    long transitions() {
        return Trees.number(spec(), 0, "leaseTransitions");
    }

    String resourceVersion() {
        return ApiAnswer.metadata(tree, "resourceVersion");
    }

    String uid() {
        return ApiAnswer.metadata(tree, "uid");
    }

    /** When it was last changed, by the server's clock, to the second: the newest time of its managed fields. */
    Optional<Instant> changed() {
        Instant newest = null;
        for (Tree entry : Trees.list(tree, "metadata", "managedFields")) {
            Optional<Instant> time = instant(Trees.text(Trees.map(entry), "time"));
            if (time.isPresent() && (newest == null || time.get().isAfter(newest))) {
                newest = time.get();
            }
        }
        return Optional.ofNullable(newest);
    }

    /** This Lease in the hands of a new holder. */
    LeaseRecord taken(String holder, Duration duration, Instant now) {
        long transitions = transitions() + (tree.has("spec") ? 1 : 0);
        return with(MapTree.builder()
                .put("holderIdentity", holder)
                .put("leaseDurationSeconds", duration.toSeconds())
                .put("acquireTime", MICROS.format(now))
                .put("renewTime", MICROS.format(now))
                .put("leaseTransitions", transitions)
                .build());
    }

    LeaseRecord renewed(Instant now) {
        return with(spec().with("renewTime", MICROS.format(now)));
    }

    /** This Lease, given back: the times of the last holder stay. */
    LeaseRecord released() {
        return with(spec().without("holderIdentity"));
    }

    /** Whether this is the state that another was to bring about. */
    boolean isWhat(LeaseRecord sent) {
        return holder().equals(sent.holder())
                && acquired().equals(sent.acquired())
                && renewed().equals(sent.renewed());
    }

    /** What is sent to the server: others' labels and annotations stay, managed fields are the server's. */
    MapTree body() {
        MapTree metadata = Trees.map(tree, "metadata");
        MapTree labels =
                Trees.map(metadata, "labels").toBuilder().putAll(names.labels()).build();
        return tree.with("metadata", metadata.without("managedFields").with("labels", labels));
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LeaseRecord with(MapTree spec) {
        return new LeaseRecord(names, tree.with("spec", spec));
    }

    private MapTree spec() {
        return Trees.map(tree, "spec");
    }

    private String spec(String field) {
        return spec().string(field).orElse("");
    }

    @Override
    public String toString() {
        return isFree() ? "a free Lease" : "a Lease of " + holder();
    }
}
