package com.adorsys.webank.deploy.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.ProjectPolicy.Action;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgoProjectTest {
    private static final ArgoProject WEBANK = ArgoProject.builder()
            .name("webank")
            .description("Webank in dev")
            .addSourceRepos("https://github.com/example/webank-config.git", "oci://ghcr.io/example/charts")
            .addDestinations(Destination.inCluster("webank"))
            .build();

    private static String yaml(Tree tree) {
        return YamlWriter.write(tree).substring("---\n".length());
    }

    @Test
    void both_lists_of_kinds_are_always_written() {
        ArgoProject project = WEBANK.withRoles(ProjectRole.builder()
                .name("developer")
                .description("Syncs dev")
                .addPolicies(
                        ProjectPolicy.allow(Action.SYNC, "webank-dev"),
                        ProjectPolicy.allow(Action.GET, "*"),
                        ProjectPolicy.deny(Action.DELETE, "*"))
                .addGroups("example:developers")
                .build());

        assertThat(yaml(project.manifest().tree())).isEqualTo("""
                        apiVersion: argoproj.io/v1alpha1
                        kind: AppProject
                        metadata:
                          name: webank
                          namespace: argocd
                        spec:
                          description: Webank in dev
                          sourceRepos:
                          - https://github.com/example/webank-config.git
                          - ghcr.io/example/charts
                          destinations:
                          - server: https://kubernetes.default.svc
                            namespace: webank
                          clusterResourceWhitelist: []
                          namespaceResourceWhitelist:
                          - group: "*"
                            kind: "*"
                          roles:
                          - name: developer
                            description: Syncs dev
                            policies:
                            - p, proj:webank:developer, applications, sync, webank/webank-dev, allow
                            - p, proj:webank:developer, applications, get, webank/*, allow
                            - p, proj:webank:developer, applications, delete, webank/*, deny
                            groups:
                            - example:developers
                        """);
    }

    @Test
    void kinds_may_be_named_one_by_one() {
        ArgoProject project = WEBANK.withClusterKinds(
                        AllowedKinds.only(ResourceKind.of("", "Namespace").named("webank")))
                .withNamespacedKinds(
                        AllowedKinds.only(ResourceKind.of("apps", "Deployment"), ResourceKind.of("", "Service")));

        String text = yaml(project.manifest(ProductVersion.argoCd("3.3")).tree());

        assertThat(text).contains("""
                          clusterResourceWhitelist:
                          - group: ""
                            kind: Namespace
                            name: webank
                          namespaceResourceWhitelist:
                          - group: apps
                            kind: Deployment
                          - group: ""
                            kind: Service
                        """);
        assertThat(project.manifest()).isEqualTo(project.manifest(ProductVersion.argoCd("3.3")));
        assertThatThrownBy(() -> project.manifest(ProductVersion.argoCd("2.13")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error UNKNOWN_KEY spec.clusterResourceWhitelist[0].name: `name` is a key of"
                                + " `clusterResourceWhitelist[0]` only in Argo CD 3.3 and later, and not in Argo CD 2.13. Remove it.");
    }

    @ParameterizedTest
    @CsvSource({
        "rbac.authorization.k8s.io, ClusterRole, '', true",
        "rbac.authorization.k8s.io, ClusterRole, reader, true",
        "rbac.authorization.k8s.io, ClusterRole, read*, true",
        "rbac.authorization.k8s.io, ClusterRole, r?ad*r, true",
        "rbac.authorization.k8s.io, ClusterRole, '*', true",
        "rbac.authorization.k8s.io, ClusterRole, rea, false",
        "rbac.authorization.k8s.io, ClusterRole, reader?, false",
        "rbac.authorization.k8s.io, ClusterRole, *s, false",
        "rbac.authorization.k8s.io, Cluster*, '', true",
        "rbac.authorization.k8s.io, *Binding, '', false",
        "*, *, '', true",
        "*.k8s.io, ClusterRole, '', true",
        "'', ClusterRole, '', false",
        "rbac.authorization.k8s.io, ClusterRoleBinding, '', false"
    })
    void kinds_allow_what_argo_cd_allows(String group, String kind, String name, boolean allowed) {
        ResourceKind entry = ResourceKind.of(group, kind);
        AllowedKinds kinds =
                AllowedKinds.only(ResourceKind.of("", "Namespace"), name.isEmpty() ? entry : entry.named(name));

        assertThat(kinds.allow(ResourceId.of("rbac.authorization.k8s.io/v1", "ClusterRole", "", "reader")))
                .isEqualTo(allowed);
    }

    @Test
    void no_kind_allows_nothing() {
        assertThat(AllowedKinds.none().allow(ResourceId.of("v1", "Namespace", "", "webank")))
                .isFalse();
    }

    @Test
    void no_kind_with_a_namespace_is_written_as_the_list_of_denied_kinds() {
        String text =
                yaml(WEBANK.withNamespacedKinds(AllowedKinds.none()).manifest().tree());

        assertThat(text)
                .contains("  namespaceResourceBlacklist:\n  - group: \"*\"\n    kind: \"*\"\n")
                .doesNotContain("namespaceResourceWhitelist");
        assertThatThrownBy(AllowedKinds::only)
                .hasMessage("error TEXT_EMPTY kinds: `kinds` is empty. Name a kind, or use `AllowedKinds.none()`.");
    }

    @Test
    void all_problems_are_reported_at_once() {
        ProjectRole role = ProjectRole.builder().name("developer").build();
        assertThatThrownBy(() -> ArgoProject.builder()
                        .name("Webank")
                        .addSourceRepos("*")
                        .addRoles(role, role)
                        .namespacedKinds(AllowedKinds.only(
                                ResourceKind.of("apps", "Deployment").named("a")))
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessage("""
                        error NAME_INVALID metadata.name: `Webank` is not valid. A name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit.
                        error URL_INVALID spec.sourceRepos[0]: `*` is not the address of a repository. Write `https://host/path`, `ssh://user@host/path` or `user@host:path`.
                        error TEXT_EMPTY spec.destinations: `spec.destinations` is empty. Name a destination: without one no Application may use the project.
                        error DUPLICATE spec.roles: there are two roles named `developer`. Remove one of them.
                        error NAME_INVALID spec.namespaceResourceWhitelist: names of objects are allowed only for kinds without a namespace. Leave out `named`.""");
        assertThatThrownBy(() -> ArgoProject.builder()
                        .name("webank")
                        .addDestinations(Destination.inCluster("a"))
                        .build())
                .hasMessage("error TEXT_EMPTY spec.sourceRepos: `spec.sourceRepos` is empty."
                        + " Name a repository: without one no Application may use the project.");
    }

    @Test
    void an_invalid_role_is_rejected() {
        assertThatThrownBy(
                        () -> ProjectRole.builder().name("-a").addGroups("a\"b").build())
                .hasMessage("""
                        error NAME_INVALID spec.roles.name: `-a` is not the name of a role. Use letters, digits, `-` and `_`, first and last a letter or digit.
                        error NAME_INVALID spec.roles.groups: `a"b` is not the name of a group. Leave out quotes, commas and line ends.""");
        assertThatThrownBy(() -> ProjectPolicy.allow(Action.SYNC, "other/dev"))
                .hasMessage("error NAME_INVALID spec.roles.policies: `other/dev` is not the name of an Application."
                        + " Write an Application's name, or `*` for every one of the project.");
    }

    @Test
    void equal_policies_are_equal() {
        assertThat(ProjectPolicy.allow(Action.SYNC, "a"))
                .isEqualTo(ProjectPolicy.allow(Action.SYNC, "a"))
                .hasSameHashCodeAs(ProjectPolicy.allow(Action.SYNC, "a"))
                .isNotEqualTo(ProjectPolicy.deny(Action.SYNC, "a"))
                .isNotEqualTo(ProjectPolicy.allow(Action.GET, "a"))
                .hasToString("allow sync a");
    }

    @Test
    void sync_windows_and_service_accounts_are_checked_when_they_are_made() {
        assertThatThrownBy(() -> SyncWindow.builder()
                        .kind(SyncWindow.Kind.ALLOW)
                        .schedule("0 24 * * *")
                        .duration(Duration.ZERO)
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessage("""
                        error TEXT_INVALID spec.syncWindows.schedule: `0 24 * * *` is not a schedule. Write the hour from 0 to 23, `*`, a range, a list or a step.
                        error OUT_OF_RANGE spec.syncWindows.duration: `PT0S` is not a whole number of seconds of at least 1. Write whole seconds, as in `Duration.ofSeconds(5)`.
                        error MISSING_KEY spec.syncWindows: the window applies to no Application, namespace or cluster. Name one of them, or `*` for all Applications.""");
        assertThatThrownBy(() -> DestinationServiceAccount.of(Destination.cluster("prod", "webank"), "a/b"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("""
                        error MISSING_KEY spec.destinationServiceAccounts.server: the cluster is not given by its address. Give the address of its API server.
                        error NAME_INVALID spec.destinationServiceAccounts.defaultServiceAccount: `a/b` is not a ServiceAccount. A name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit.""");
        assertThatThrownBy(() -> WEBANK.withNamespacedKinds(AllowedKinds.none())
                        .plusDeniedNamespacedKinds(ResourceKind.of("", "Secret")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error EXCLUSIVE_KEYS spec.namespaceResourceBlacklist: no kind with a namespace is allowed, and some are denied besides. Leave out `deniedNamespacedKinds`, or allow kinds.");
    }
}
