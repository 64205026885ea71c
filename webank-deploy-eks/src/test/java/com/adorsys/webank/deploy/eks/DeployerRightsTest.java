package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

class DeployerRightsTest {
    private static final Release SHOP = Release.of("shop", "webank");
    private static final String DEFINITION =
            "{apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: {name:"
                    + " 'geese.example.com'}, spec: {group: 'example.com', scope: 'Namespaced', names: {plural: 'geese',"
                    + " kind: 'Goose'}, versions: [{name: 'v1', served: true, storage: true}]}}";

    @Test
    void name_each_object_in_a_role_for_each_namespace_and_a_cluster_role() {
        ManifestSet set = ManifestSet.of(
                Sample.configMap("config", "1"),
                JsonTrees.manifest(DEFINITION),
                JsonTrees.manifest(
                        "{apiVersion: 'example.com/v1', kind: 'Goose', metadata: {name: 'a', namespace: 'pond'}}"));

        assertThat(YamlWriter.write(DeployerRights.toApply(SHOP, set).roles())).isEqualTo("""
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: webank-deploy.shop.webank.apply
                rules:
                - apiGroups:
                  - apiextensions.k8s.io
                  resources:
                  - customresourcedefinitions
                  resourceNames:
                  - geese.example.com
                  verbs:
                  - create
                  - delete
                  - get
                  - patch
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: webank-deploy.shop.apply
                  namespace: pond
                rules:
                - apiGroups:
                  - example.com
                  resources:
                  - geese
                  resourceNames:
                  - a
                  verbs:
                  - create
                  - delete
                  - get
                  - patch
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: webank-deploy.shop.apply
                  namespace: webank
                rules:
                - apiGroups:
                  - ""
                  resources:
                  - configmaps
                  verbs:
                  - create
                - apiGroups:
                  - ""
                  resources:
                  - configmaps
                  resourceNames:
                  - config
                  - webank-deploy.shop
                  verbs:
                  - delete
                  - get
                - apiGroups:
                  - ""
                  resources:
                  - configmaps
                  resourceNames:
                  - config
                  verbs:
                  - patch
                - apiGroups:
                  - ""
                  resources:
                  - configmaps
                  resourceNames:
                  - webank-deploy.shop
                  verbs:
                  - update
                - apiGroups:
                  - coordination.k8s.io
                  resources:
                  - leases
                  verbs:
                  - create
                - apiGroups:
                  - coordination.k8s.io
                  resources:
                  - leases
                  resourceNames:
                  - webank-deploy.shop
                  verbs:
                  - delete
                  - get
                  - update
                - apiGroups:
                  - ""
                  resources:
                  - secrets
                  verbs:
                  - create
                  - delete
                  - get
                  - list
                """);
    }

    @Test
    void are_bound_to_a_service_account_with_their_own_name() {
        assertThat(YamlWriter.write(
                        DeployerRights.toWait("argocd", "webank-dev").boundToServiceAccount("ci", "deployer")))
                .endsWith("""
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: webank-deploy-wait
                          namespace: argocd
                        roleRef:
                          apiGroup: rbac.authorization.k8s.io
                          kind: Role
                          name: webank-deploy-wait
                        subjects:
                        - kind: ServiceAccount
                          name: deployer
                          namespace: ci
                        """);
    }

    @Test
    void for_diagnosis_only_read() {
        assertThat(YamlWriter.write(
                        DeployerRights.toPlan(SHOP).plusDiagnosis(SHOP).roles()))
                .contains(
                        "  name: webank-deploy.shop.diagnose\n", "  - pods/log\n", "  - events\n", "  - replicasets\n")
                .doesNotContain("- create\n", "- patch\n", "- update\n", "- delete\n");
    }

    @Test
    void require_the_scope_of_a_custom_kind() {
        ManifestSet set = ManifestSet.of(
                JsonTrees.manifest("{apiVersion: 'example.com/v1', kind: 'Goose', metadata: {name: 'a'}}"));

        assertThatThrownBy(() -> DeployerRights.toApply(SHOP, set))
                .hasMessage("error KIND_UNKNOWN Goose/a.kind: it is not known whether `Goose` of `example.com/v1` has a"
                        + " namespace. Add its CustomResourceDefinition to the set, or a namespace to the object.");
    }

    @Test
    void are_not_bound_to_a_group_of_the_system_nor_to_an_invalid_account() {
        DeployerRights rights = DeployerRights.toPlan(SHOP);

        assertThatThrownBy(() -> rights.boundToGroup("system:masters"))
                .hasMessage(
                        "error NAME_INVALID group: the group `system:masters` cannot be the group of a deployer. Choose a"
                                + " name of your own, such as `webank-deployers`.");
        assertThatThrownBy(() -> rights.boundToServiceAccount("CI", "a_b"))
                .hasMessageContainingAll(
                        "error NAME_INVALID namespace: `CI`", "error NAME_INVALID serviceAccount: `a_b`");
    }
}
