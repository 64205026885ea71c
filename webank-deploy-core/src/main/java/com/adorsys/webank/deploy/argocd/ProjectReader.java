package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a project that others wrote as a typed one; see {@link ApplicationReader}. */
final class ProjectReader {
    private final MapTree document;
    private final MapTree metadata;
    private final MapTree spec;

    /** A reader of a valid document. */
    ProjectReader(MapTree document) {
        this.document = document;
        this.metadata = Trees.map(document, "metadata");
        this.spec = Trees.map(document, "spec");
    }

    ArgoProject read() {
        ArgoProject typed = ArgoProject.builder()
                .name(Trees.text(metadata, "name"))
                .namespace(Trees.text(metadata, "namespace"))
                .putAllLabels(ApplicationReader.strings(metadata, "labels"))
                .putAllAnnotations(ApplicationReader.strings(metadata, "annotations"))
                .description(spec.string("description"))
                .addAllSourceRepos(repositories())
                .addAllDestinations(all("destinations", ApplicationReader::destination, Destination::tree))
                .clusterKinds(clusterKinds())
                .namespacedKinds(namespacedKinds())
                .addAllDeniedClusterKinds(kinds("clusterResourceBlacklist"))
                .addAllDeniedNamespacedKinds(hasNoNamespacedKind() ? List.of() : kinds("namespaceResourceBlacklist"))
                .addAllRoles(roles())
                .addAllSyncWindows(all("syncWindows", ProjectReader::window, SyncWindow::tree))
                .orphanedResources(spec.map("orphanedResources").flatMap(ProjectReader::orphaned))
                .addAllDestinationServiceAccounts(all(
                        "destinationServiceAccounts", DestinationServiceAccount::read, DestinationServiceAccount::tree))
                .addAllSourceNamespaces(
                        given(ApplicationReader.texts(spec, "sourceNamespaces").orElse(List.of())))
                .addAllSignatureKeys(
                        given(all("signatureKeys", map -> Trees.text(map, "keyID"), id -> MapTree.of("keyID", id))))
                .rest(MapTree.of())
                .build();
        return typed.withRest(Rest.of(document, typed.tree()));
    }

    private <T> List<T> all(String key, Function<MapTree, T> read, Function<T, Tree> written) {
        return ApplicationReader.all(Trees.list(spec, key), read, written);
    }

    private List<String> repositories() {
        List<String> urls = ApplicationReader.texts(spec, "sourceRepos").orElse(List.of());
        ArgoChecks checks = new ArgoChecks("");
        for (String url : urls) {
            checks.repository("spec.sourceRepos", url, ArgoChecks.Repository.ANY);
            if (!ChartSource.written(url).equals(url)) {
                return List.of();
            }
        }
        return checks.hasNone() ? urls : List.of();
    }

    private AllowedKinds clusterKinds() {
        List<ResourceKind> kinds = kinds("clusterResourceWhitelist");
        return isRead("clusterResourceWhitelist", kinds)
                ? AllowedKinds.read(kinds)
                : AllowedKinds.none().unwritten();
    }

    /** What the project says of kinds with a namespace, if it says it as this library writes it. */
    private AllowedKinds namespacedKinds() {
        String allowed = "namespaceResourceWhitelist";
        List<ResourceKind> kinds = kinds(allowed);
        if (hasNoNamespacedKind()) {
            return AllowedKinds.none();
        }
        return isRead(allowed, kinds) && !kinds.isEmpty()
                ? AllowedKinds.read(kinds)
                : AllowedKinds.all().unwritten();
    }

    private boolean hasNoNamespacedKind() {
        return !spec.has("namespaceResourceWhitelist")
                && kinds("namespaceResourceBlacklist").equals(AllowedKinds.all().kinds());
    }

    private List<ResourceKind> kinds(String key) {
        return all(key, ProjectReader::kind, ResourceKind::tree);
    }

    private static SyncWindow window(MapTree map) {
        List<SyncWindow.Option> options = new ArrayList<>();
        for (SyncWindow.Option option : SyncWindow.Option.values()) {
            if (Trees.isTrue(map, option.key())) {
                options.add(option);
            }
        }
        return SyncWindow.builder()
                .kind(Trees.text(map, "kind").equals("deny") ? SyncWindow.Kind.DENY : SyncWindow.Kind.ALLOW)
                .schedule(Trees.text(map, "schedule"))
                .duration(Retry.time(Trees.text(map, "duration")))
                .timeZone(map.string("timeZone"))
                .addAllApplications(ApplicationReader.texts(map, "applications").orElse(List.of()))
                .addAllNamespaces(ApplicationReader.texts(map, "namespaces").orElse(List.of()))
                .addAllClusters(ApplicationReader.texts(map, "clusters").orElse(List.of()))
                .addAllOptions(options)
                .build();
    }

    /** How orphaned objects are shown, if it is said as this library writes it. */
    private static Optional<OrphanedResources> orphaned(MapTree map) {
        OrphanedResources.Report report =
                Trees.isTrue(map, "warn") ? OrphanedResources.Report.WARNING : OrphanedResources.Report.LISTED;
        OrphanedResources orphaned = OrphanedResources.of(report)
                .withIgnored(ApplicationReader.all(Trees.list(map, "ignore"), ProjectReader::kind, ResourceKind::tree));
        return Rest.isPartOf(orphaned.tree(), map) ? Optional.of(orphaned) : Optional.empty();
    }

    /** Texts of which none is blank; else none. */
    private static List<String> given(List<String> texts) {
        return texts.stream().anyMatch(String::isBlank) ? List.of() : texts;
    }

    /** Whether a list is there and its items were read. */
    private boolean isRead(String key, List<ResourceKind> kinds) {
        return spec.get(key) instanceof ListTree list && list.size() == kinds.size();
    }

    private static ResourceKind kind(MapTree map) {
        ResourceKind kind = ResourceKind.of(Trees.text(map, "group"), Trees.text(map, "kind"));
        return map.has("name") ? kind.named(Trees.text(map, "name")) : kind;
    }

    private List<ProjectRole> roles() {
        String project = Trees.text(metadata, "name");
        List<ProjectRole> roles = all("roles", map -> role(map, project), role -> role.tree(project));
        HashSet<String> names = new HashSet<>();
        roles.forEach(role -> names.add(role.name()));
        return names.size() == roles.size() ? roles : List.of();
    }

    private static ProjectRole role(MapTree map, String project) {
        String name = Trees.text(map, "name");
        List<ProjectPolicy> policies = new ArrayList<>();
        for (String line : ApplicationReader.texts(map, "policies").orElse(List.of())) {
            policies.add(ProjectPolicy.read(line, project, name));
        }
        return ProjectRole.builder()
                .name(name)
                .description(map.string("description"))
                .addAllPolicies(policies)
                .addAllGroups(ApplicationReader.texts(map, "groups").orElse(List.of()))
                .build();
    }
}
