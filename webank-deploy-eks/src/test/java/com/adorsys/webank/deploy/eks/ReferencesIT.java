package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What objects refer to and neither the set nor the cluster has, told before the first write. */
@Timeout(60)
class ReferencesIT {
    private static final String SET = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec: {ingressClassName: no-class, defaultBackend: {service: {name: web, port: {number: 80}}}}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], storageClassName: no-storage, resources: {requests: {storage: 1Gi}}}
            ---
            """
            + Sample.web(
                    "{serviceAccountName: runner, priorityClassName: no-priority, containers: [{name: app, image: 'image:1'}]}");

    private static final String ACCOUNT = """
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: runner}
            """;

    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "references");

    @Test
    void all_that_is_missing_is_told_at_once_and_nothing_is_written() {
        Plan plan = site.deployer().plan(site.set(SET));

        assertThat(plan.problems())
                .extracting(Problem::toString)
                .map(site::shown)
                .containsExactlyInAnyOrder(
                        "error REFERENCE_MISSING Ingress/NS/web: it refers to IngressClass `no-class`, which does not exist: no"
                                + " controller would act on it. Create it, put it into the set, or refer to another one.",
                        "error REFERENCE_MISSING PersistentVolumeClaim/NS/data: it refers to StorageClass `no-storage`, which"
                                + " does not exist: no volume would be made for it. Create it, put it into the set, or refer to"
                                + " another one.",
                        "error REFERENCE_MISSING Deployment/NS/web: it refers to PriorityClass `no-priority`, which does not"
                                + " exist: its pods would be refused. Create it, put it into the set, or refer to another one.",
                        "error REFERENCE_MISSING Deployment/NS/web: it refers to ServiceAccount `runner`, which does not exist:"
                                + " its pods would be refused. Create it, put it into the set, or refer to another one.");
        assertThatThrownBy(() -> site.deployer().apply(site.set(SET)))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("REFERENCE_MISSING");
        assertThat(site.kubectl("get", "secrets,leases,deployments", "--output=name"))
                .isEmpty();
    }

    @Test
    void a_pod_with_a_missing_account_has_one_problem_whoever_finds_it() {
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: one}, spec: {serviceAccountName: runner,"
                + " containers: [{name: app, image: 'image:1'}]}}";

        assertThat(site.deployer().plan(site.set(pod)).problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactly(
                        "error REFERENCE_MISSING Pod/NS/one: it refers to a ServiceAccount that does not exist:"
                                + " serviceaccount \"runner\" not found. Create it, put it into the set, or refer to another one.");
        String inNew = "{apiVersion: v1, kind: Namespace, metadata: {name: NS-new}}\n---\n"
                + pod.replace("name: one", "name: one, namespace: NS-new");
        assertThat(site.deployer().plan(site.set(inNew)).problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactly(
                        "error REFERENCE_MISSING Pod/NS-new/one: it refers to ServiceAccount `runner`, which does"
                                + " not exist: it would be refused. Create it, put it into the set, or refer to another one.");
    }

    @Test
    void what_the_set_brings_is_not_missing() {
        assertThat(site.deployer().plan(site.set(SET + ACCOUNT)).problems())
                .hasSize(3)
                .noneMatch(problem -> problem.toString().contains("ServiceAccount"));
        String elsewhere = ACCOUNT.replace("{name: runner}", "{name: runner, namespace: default}");
        assertThat(site.deployer().plan(site.set(SET + elsewhere)).problems())
                .anyMatch(problem -> problem.toString().contains("ServiceAccount `runner`"));
    }
}
