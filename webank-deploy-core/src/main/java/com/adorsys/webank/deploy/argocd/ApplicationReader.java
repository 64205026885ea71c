package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads an Application that others wrote as a typed one.
 *
 * <p>Each part becomes typed if a typed part can say it; what a typed part has must be in the document, and what the document
 * has besides is the rest.
 */
final class ApplicationReader {
    private final MapTree document;
    private final MapTree metadata;
    private final MapTree spec;

    /** A reader of a valid document. */
    ApplicationReader(MapTree document) {
        this.document = document;
        this.metadata = Trees.map(document, "metadata");
        this.spec = Trees.map(document, "spec");
    }

    ArgoApplication read() {
        Map<String, String> annotations = strings(metadata, "annotations");
        OptionalInt wave = wholeNumber(annotations.getOrDefault(SyncWave.ANNOTATION, ""));
        if (wave.isPresent()) {
            annotations.remove(SyncWave.ANNOTATION);
        }
        List<String> finalizers = new ArrayList<>(texts(metadata, "finalizers").orElse(List.of()));
        DeletionPolicy deletion = DeletionPolicy.ORPHAN;
        for (DeletionPolicy policy : DeletionPolicy.values()) {
            boolean isOpen = deletion == DeletionPolicy.ORPHAN && policy != DeletionPolicy.ORPHAN;
            if (isOpen && finalizers.remove(policy.finalizer())) {
                deletion = policy;
            }
        }
        ArgoApplication typed = ArgoApplication.builder()
                .name(Trees.text(metadata, "name"))
                .project(Trees.text(spec, "project"))
                .source(source())
                .destination(destination(Trees.map(spec, "destination")))
                .deletion(deletion)
                .namespace(Trees.text(metadata, "namespace"))
                .putAllLabels(strings(metadata, "labels"))
                .putAllAnnotations(annotations)
                .syncWave(wave)
                .syncPolicy(new SyncPolicyReader(Trees.map(spec, "syncPolicy")).read())
                .addAllIgnoreDifferences(all(
                        Trees.list(spec, "ignoreDifferences"), ApplicationReader::difference, IgnoreDifference::tree))
                .revisionHistoryLimit(limit())
                .putAllInfo(pairs(spec, "info"))
                .addAllFinalizers(finalizers)
                .build();
        MapTree rest = Rest.of(document, typed.tree());
        return rest.isEmpty() ? typed : typed.withRest(rest);
    }

    /** A typed part, if it can be made and has nothing that is not in the document. */
    static <T> Optional<T> part(Supplier<T> made, Function<T, Tree> written, Tree in) {
        try {
            T part = made.get();
            return Rest.isPartOf(written.apply(part), in) ? Optional.of(part) : Optional.empty();
        } catch (DeployException.InvalidInput outsideTheModel) {
            return Optional.empty();
        }
    }

    /** The items of a list, if each is what its typed value writes; else none. */
    static <T> List<T> all(ListTree list, Function<MapTree, T> read, Function<T, Tree> written) {
        List<T> all = new ArrayList<>();
        for (Tree item : list) {
            MapTree map = Trees.map(item);
            Optional<T> typed = part(() -> read.apply(map), written, item);
            if (typed.isEmpty() || !written.apply(typed.get()).equals(item)) {
                return List.of();
            }
            all.add(typed.get());
        }
        return all;
    }

    /** The texts of a map; empty if a value is not a text. */
    static Map<String, String> strings(MapTree parent, String key) {
        Map<String, String> strings = new LinkedHashMap<>();
        MapTree map = Trees.map(parent, key);
        for (String name : map.keys()) {
            Optional<String> text = map.string(name);
            if (text.isEmpty()) {
                return new LinkedHashMap<>();
            }
            strings.put(name, text.get());
        }
        return strings;
    }

    /** The texts of a list; empty if there is no list, or if an item is not a text. */
    static Optional<List<String>> texts(MapTree parent, String key) {
        List<String> texts = new ArrayList<>();
        ListTree list = Trees.list(parent, key);
        for (int i = 0; i < list.size(); i++) {
            texts.add(Trees.text(list.get(i)));
        }
        return parent.list(key).filter(ListTree.ofStrings(texts)::equals).map(same -> texts);
    }

    /** The number that a text is the usual spelling of. */
    static OptionalInt wholeNumber(String text) {
        boolean isNumber = !text.isEmpty() && text.length() < 10;
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (isNumber
                && !text.equals("-")
                && Integer.toString(Integer.parseInt(text)).equals(text)) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        return OptionalInt.empty();
    }

    private OptionalInt limit() {
        long limit = Trees.number(spec, -1, "revisionHistoryLimit");
        return limit >= 0 && limit <= Integer.MAX_VALUE ? OptionalInt.of((int) limit) : OptionalInt.empty();
    }

    static Destination destination(MapTree tree) {
        String server = Trees.text(tree, "server");
        String name = Trees.text(tree, "name");
        String namespace = Trees.text(tree, "namespace");
        return part(
                        () -> server.isEmpty()
                                ? Destination.cluster(name, namespace)
                                : Destination.server(server, namespace),
                        Destination::tree,
                        tree)
                .orElseGet(() -> Destination.of(tree));
    }

    private ApplicationSource source() {
        MapTree source = Trees.map(spec, "source");
        boolean hasSources = Trees.isSet(spec, "sources");
        boolean hasHydrator = Trees.isSet(spec, "sourceHydrator");
        Optional<? extends ApplicationSource> typed;
        if (hasSources && hasHydrator) {
            typed = Optional.empty();
        } else if (hasSources) {
            List<SourcePart> parts = all(Trees.list(spec, "sources"), ApplicationReader::sourcePart, SourcePart::tree);
            typed = parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(MultipleSources.of(parts.toArray(new SourcePart[0])));
        } else if (hasHydrator) {
            typed = part(() -> hydrator(Trees.map(spec, "sourceHydrator")), SourceHydrator::tree, spec);
        } else {
            typed = Trees.text(source, "chart").isEmpty()
                    ? part(() -> directory(source), DirectorySource::tree, source)
                    : part(() -> chart(source), ChartSource::tree, source);
        }
        return typed.isPresent() && hasRelease(typed.get()) ? typed.get() : other();
    }

    /** Whether each release has a name of its own, or that of the Application, which may be too long for one. */
    private boolean hasRelease(ApplicationSource source) {
        return !ArgoApplication.namesRelease(source)
                || Names.release(Trees.text(metadata, "name")).isEmpty();
    }

    private static SourcePart sourcePart(MapTree source) {
        if (source.has("ref")) {
            return RefSource.builder()
                    .repoUrl(Trees.text(source, "repoURL"))
                    .ref(Trees.text(source, "ref"))
                    .targetRevision(given(source, "targetRevision"))
                    .build();
        }
        return source.has("chart") ? chart(source) : directory(source);
    }

    private static SourceHydrator hydrator(MapTree hydrator) {
        MapTree dry = Trees.map(hydrator, "drySource");
        MapTree sync = Trees.map(hydrator, "syncSource");
        return SourceHydrator.builder()
                .repoUrl(Trees.text(dry, "repoURL"))
                .dryPath(Trees.text(dry, "path"))
                .dryRevision(Trees.text(dry, "targetRevision"))
                .syncBranch(Trees.text(sync, "targetBranch"))
                .syncPath(Trees.text(sync, "path"))
                .hydrateTo(given(Trees.map(hydrator, "hydrateTo"), "targetBranch"))
                .build();
    }

    private ApplicationSource other() {
        MapTree.Builder sources = MapTree.builder();
        for (String key : OtherSource.KEYS) {
            spec.at(key).ifPresent(value -> sources.put(key, value));
        }
        return OtherSource.of(sources.build());
    }

    private static DirectorySource directory(MapTree source) {
        MapTree directory = Trees.map(source, "directory");
        boolean isRecursive = Trees.isTrue(directory, "recurse");
        return DirectorySource.builder()
                .repoUrl(Trees.text(source, "repoURL"))
                .path(Trees.text(source, "path"))
                .targetRevision(given(source, "targetRevision"))
                .depth(isRecursive ? DirectorySource.Depth.RECURSIVE : DirectorySource.Depth.FLAT)
                .include(given(directory, "include"))
                .exclude(given(directory, "exclude"))
                .build();
    }

    private static ChartSource chart(MapTree source) {
        MapTree helm = Trees.map(source, "helm");
        List<ChartSource.Option> options = new ArrayList<>();
        for (ChartSource.Option option : ChartSource.Option.values()) {
            if (Trees.isTrue(helm, option.key())) {
                options.add(option);
            }
        }
        return ChartSource.builder()
                .repoUrl(Trees.text(source, "repoURL"))
                .chart(Trees.text(source, "chart"))
                .version(Trees.text(source, "targetRevision"))
                .releaseName(given(helm, "releaseName"))
                .addAllValueFiles(texts(helm, "valueFiles").orElse(List.of()))
                .values(helm.map("valuesObject"))
                .putAllParameters(pairs(helm, "parameters"))
                .addAllOptions(options)
                .build();
    }

    /** A text that is set and not empty. */
    static Optional<String> given(MapTree map, String key) {
        return map.string(key).filter(text -> !text.isEmpty());
    }

    private static IgnoreDifference difference(MapTree map) {
        return IgnoreDifference.builder()
                .kind(Trees.text(map, "kind"))
                .group(Trees.text(map, "group"))
                .name(given(map, "name"))
                .namespace(given(map, "namespace"))
                .addAllJsonPointers(texts(map, "jsonPointers").orElse(List.of()))
                .addAllJqPathExpressions(texts(map, "jqPathExpressions").orElse(List.of()))
                .addAllFieldManagers(texts(map, "managedFieldsManagers").orElse(List.of()))
                .build();
    }

    /** The names and values of a list, if it is as {@link ArgoChecks#pairs} writes it. */
    private static Map<String, String> pairs(MapTree parent, String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        ListTree list = Trees.list(parent, key);
        for (Tree item : list) {
            MapTree pair = Trees.map(item);
            pairs.put(Trees.text(pair, "name"), Trees.text(pair, "value"));
        }
        boolean isWritten =
                ArgoChecks.pairs(pairs).equals(list) && pairs.keySet().stream().noneMatch(String::isBlank);
        return isWritten ? pairs : Map.of();
    }

    /** Reads when and how an Application is applied. */
    private static final class SyncPolicyReader {
        private final MapTree policy;

        private SyncPolicyReader(MapTree policy) {
            this.policy = policy;
        }

        private SyncPolicy read() {
            SyncOptions options = options();
            MapTree managed = options.has(SyncOption.CREATE_NAMESPACE)
                    ? Trees.map(policy, "managedNamespaceMetadata")
                    : MapTree.of();
            return SyncPolicy.builder()
                    .automation(policy.map("automated").map(SyncPolicyReader::automation))
                    .options(options)
                    .retry(policy.map("retry").flatMap(retry -> part(() -> retry(retry), Retry::tree, retry)))
                    .putAllNamespaceLabels(strings(managed, "labels"))
                    .putAllNamespaceAnnotations(strings(managed, "annotations"))
                    .build();
        }

        private static Automation automation(MapTree automated) {
            List<Automation.Option> options = new ArrayList<>();
            if (Trees.isFalse(automated, "enabled")) {
                options.add(Automation.Option.PAUSED);
            }
            if (Trees.isTrue(automated, "prune")) {
                options.add(Automation.Option.PRUNE);
            }
            if (Trees.isTrue(automated, "selfHeal")) {
                options.add(Automation.Option.SELF_HEAL);
            }
            if (Trees.isTrue(automated, "allowEmpty")) {
                options.add(Automation.Option.ALLOW_EMPTY);
            }
            return Automation.of(options.toArray(new Automation.Option[0]));
        }

        private SyncOptions options() {
            List<SyncOption> options = new ArrayList<>();
            for (String text : texts(policy, "syncOptions").orElse(List.of())) {
                Optional<SyncOption> known = Arrays.stream(SyncOption.values())
                        .filter(option -> option.text().equals(text))
                        .findFirst();
                if (known.isEmpty() || options.contains(known.get())) {
                    return SyncOptions.of();
                }
                options.add(known.get());
            }
            return part(
                            () -> SyncOptions.inOrder(options),
                            SyncOptions::tree,
                            ListTree.ofStrings(
                                    options.stream().map(SyncOption::text).toList()))
                    .orElse(SyncOptions.of());
        }

        private static Retry retry(MapTree retry) {
            MapTree backoff = Trees.map(retry, "backoff");
            return Retry.builder()
                    .limit((int) Math.max(-1, Math.min(Integer.MAX_VALUE, Trees.number(retry, -1, "limit"))))
                    .backoff(Retry.time(Trees.text(backoff, "duration")))
                    .factor((int) Math.max(0, Math.min(Integer.MAX_VALUE, Trees.number(backoff, 0, "factor"))))
                    .longestBackoff(Retry.time(Trees.text(backoff, "maxDuration")))
                    .revision(Trees.isTrue(retry, "refresh") ? Retry.Revision.NEWEST : Retry.Revision.SAME)
                    .build();
        }
    }
}
