package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Runs of users who may do all that a run does but one thing. What a run does is not told by the library, but seen by a
 * proxy.
 */
class PermissionsIT {
    private final TestCluster cluster = TestCluster.shared();

    /** A verb on a resource. */
    private record Right(String verb, String group, String resource) implements Comparable<Right> {
        /** The rights that a request needs; none for what everybody may do. */
        static List<Right> of(ProxyRequest request) {
            List<String> path = List.of(request.path().substring(1).split("/"));
            boolean core = path.get(0).equals("api");
            List<String> rest = path.subList(Math.min(path.size(), core ? 2 : 3), path.size());
            String group = core ? "" : path.get(Math.min(1, path.size() - 1));
            if (rest.isEmpty() || group.equals("authorization.k8s.io") || group.equals("authentication.k8s.io")) {
                return List.of();
            }
            boolean within = rest.get(0).equals("namespaces") && rest.size() > 2;
            List<String> resource = within ? rest.subList(2, rest.size()) : rest;
            List<Right> rights = new ArrayList<>();
            for (String verb : verbs(request, resource.size() > 1)) {
                rights.add(new Right(verb, group, resource.get(0)));
            }
            return rights;
        }

        private static List<String> verbs(ProxyRequest request, boolean named) {
            return switch (request.method()) {
                case "GET" -> List.of(request.isWatch() ? "watch" : named ? "get" : "list");
                case "POST" -> List.of("create");
                case "PUT" -> List.of("update");
                case "PATCH" -> request.code() == 201 ? List.of("patch", "create") : List.of("patch");
                case "DELETE" -> List.of("delete");
                default -> throw new IllegalArgumentException(request.toString());
            };
        }

        PolicyRule rule() {
            return PermissionsIT.rule(verb, group, resource);
        }

        String place() {
            return resource + (group.isEmpty() ? "" : "." + group);
        }

        @Override
        public String toString() {
            return verb + " " + place();
        }

        @Override
        public int compareTo(Right other) {
            return toString().compareTo(other.toString());
        }
    }

    private static final Right MAKES_LEASE = new Right("create", "coordination.k8s.io", "leases");

    @Test
    void an_update_without_one_right_is_refused_before_the_first_write() throws Exception {
        assertThatEachRightIsMissed(
                deployer -> deployer.apply(CrashScene.AFTER),
                // Needed by other runs of the release than the one that is watched: for old revisions, after a crash.
                List.of(
                        MAKES_LEASE,
                        new Right("delete", "", "secrets"),
                        new Right("get", "policy", "poddisruptionbudgets"),
                        new Right("create", "apps", "deployments")),
                Set.of(
                        // The Deployment is there; only who cannot see that is told to need it.
                        "create deployments.apps",
                        // Members are read one by one then.
                        "list configmaps",
                        "list deployments.apps",
                        "list services",
                        // Quotas are not looked for.
                        "list resourcequotas",
                        // What is deleted is looked for now and then.
                        "watch configmaps",
                        "watch services"));
    }

    @Test
    void a_deletion_without_one_right_is_refused_before_the_first_write() throws Exception {
        assertThatEachRightIsMissed(
                Deployer::delete,
                List.of(MAKES_LEASE),
                Set.of(
                        "list configmaps",
                        "list deployments.apps",
                        "list services",
                        "watch configmaps",
                        "watch deployments.apps",
                        "watch services",
                        "watch secrets"));
    }

    @Test
    void who_may_do_nothing_is_told_all_that_is_missing() {
        String user = cluster.newUser();
        CrashScene scene = CrashScene.set(cluster);
        Deployer deployer = scene.deployer(cluster.client(user));

        assertThatThrownBy(() -> deployer.apply(CrashScene.AFTER))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage(report(scene.namespace(), """
                        create, get, patch, update configmaps
                        create, get, patch deployments.apps
                        create, get, update leases.coordination.k8s.io
                        create, get, patch poddisruptionbudgets.policy
                        create, delete, get, list, patch secrets
                        create, get, patch services
                        """));
        assertThatThrownBy(() -> deployer.delete())
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage(report(scene.namespace(), """
                        delete, get, update configmaps
                        create, delete, get, update leases.coordination.k8s.io
                        delete, get, list secrets
                        """));
    }

    @Test
    void what_belongs_to_the_whole_cluster_is_told_with_the_rest() {
        String namespace = cluster.namespace("limited");
        ManifestSet set = ManifestSet.of(
                Sample.configMap("config", "1"),
                JsonTrees.manifest("{apiVersion: 'v1', kind: 'Namespace', metadata: {name: '" + namespace + "-more'}}"),
                JsonTrees.manifest("{apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata:"
                        + " {name: 'limits.limited.example.com'}, spec: {group: 'limited.example.com', scope:"
                        + " 'Namespaced', names: {plural: 'limits', singular: 'limit', kind: 'Limit'}, versions: [{name:"
                        + " 'v1', served: true, storage: true, schema: {openAPIV3Schema: {type: 'object'}}}]}}"),
                JsonTrees.manifest("{apiVersion: 'limited.example.com/v1', kind: 'Limit', metadata: {name: 'limit'}}"),
                JsonTrees.manifest("{apiVersion: 'batch/v1', kind: 'Job', metadata: {name: 'job'}, spec: {template:"
                        + " {spec: {restartPolicy: 'Never', containers: [{name: 'main', image: 'image:1', env: [{name:"
                        + " 'TOKEN', value: 'geheim'}]}]}}}}"));
        String user = user(List.of(
                new Right("get", "", "configmaps"),
                new Right("create", "", "configmaps"),
                new Right("update", "", "configmaps"),
                new Right("patch", "", "configmaps"),
                new Right("get", "", "secrets"),
                new Right("list", "", "secrets"),
                new Right("create", "", "secrets"),
                new Right("delete", "", "secrets"),
                new Right("get", "coordination.k8s.io", "leases"),
                new Right("create", "coordination.k8s.io", "leases"),
                new Right("update", "coordination.k8s.io", "leases")));

        try (FaultProxy proxy = FaultProxy.start(cluster, user)) {
            Deployer deployer = EksClient.of(proxy.client()).deployer(Release.of("shop", namespace));
            assertThatThrownBy(() -> deployer.apply(set))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessage(report(namespace, """
                            create, get, patch customresourcedefinitions.apiextensions.k8s.io
                            create, get, patch jobs.batch
                            create, get, patch limits.limited.example.com
                            create, get, patch namespaces
                            """)
                            .replaceAll("(definitions\\.apiextensions\\.k8s\\.io|namespaces) in `[^`]*`", "$1"));
            assertThat(writes(proxy)).isEmpty();
        }
    }

    @Test
    void a_wait_needs_neither_lists_nor_watches() {
        TestCluster pods = TestCluster.sharedWithControllers();
        List<PolicyRule> rules = List.of(
                rule("get create update patch", "", "configmaps"),
                rule("get list create delete", "", "secrets"),
                rule("get create update", "coordination.k8s.io", "leases"),
                rule("get create patch", "apps", "deployments"));
        Site site = Site.in(pods, "limited");
        String user = user(pods, rules, new Right("get", "apps", "deployments"));
        Deployer deployer = site.deployer("shop", pods.client(user));

        deployer.withOptions(Site.WAITING).apply(ManifestSet.of(Sample.deployment("web", 1, "image:1")));

        assertThat(site.live("deployment", "web", "status", "availableReplicas"))
                .contains("1");
    }

    private static PolicyRule rule(String verbs, String group, String resource) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resource)
                .withVerbs(verbs.split(" "))
                .build();
    }

    @Test
    void a_namespace_that_may_not_be_made_is_told_with_the_rest() {
        String user = user(List.of(new Right("get", "", "namespaces")));
        String namespace = cluster.namespace("limited") + "-none";
        Deployer deployer = EksClient.of(cluster.client(user))
                .deployer(Release.of("shop", namespace))
                .withOptions(CrashScene.OPTIONS.withOwnNamespace(DeployOptions.OwnNamespace.CREATE));

        assertThatThrownBy(() -> deployer.apply(ManifestSet.of(Sample.configMap("config", "1"))))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage(report(namespace, """
                        create, get, patch, update configmaps
                        create, get, update leases.coordination.k8s.io
                        create, patch namespaces
                        create, delete, get, list secrets
                        """).replaceAll("namespaces in `[^`]*`", "namespaces"));
    }

    private static String report(String namespace, String lines) {
        StringBuilder text = new StringBuilder("Nothing was written.");
        lines.lines()
                .forEach(line -> text.append("\nerror PERMISSION_MISSING ")
                        .append(namespace)
                        .append("/shop: you may not ")
                        .append(line)
                        .append(" in `")
                        .append(namespace)
                        .append("`. Have a role with these verbs bound to you."));
        return text.toString();
    }

    private void assertThatEachRightIsMissed(Consumer<Deployer> run, List<Right> standing, Set<String> expendable)
            throws Exception {
        Set<Right> needed = new TreeSet<>(standing);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            run.accept(CrashScene.set(cluster).deployer(proxy.client()));
            proxy.requests().forEach(request -> needed.addAll(Right.of(request)));
        }
        assertThat(needed).hasSizeGreaterThan(10);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> cases = new ArrayList<>();
            for (Right missing : needed) {
                cases.add(() -> {
                    assertThatItIsMissed(run, needed, missing, expendable.contains(missing.toString()));
                    return null;
                });
            }
            for (Future<Void> one : threads.invokeAll(cases)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertThatItIsMissed(Consumer<Deployer> run, Set<Right> needed, Right missing, boolean expendable) {
        Set<Right> others = new LinkedHashSet<>(needed);
        others.remove(missing);
        try (FaultProxy proxy = FaultProxy.start(cluster, user(others))) {
            CrashScene scene = CrashScene.set(cluster);
            Throwable failure = catchThrowable(() -> run.accept(scene.deployer(proxy.client())));
            if (expendable) {
                assertThat(failure).as(missing.toString()).isNull();
            } else {
                assertThat(failure)
                        .as(missing.toString())
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessage(report(scene.namespace(), missing.toString()));
                assertThat(writes(proxy)).as(missing.toString()).isEmpty();
            }
        }
    }

    private static List<ProxyRequest> writes(FaultProxy proxy) {
        return proxy.requests().stream()
                .filter(request -> request.isWrite() && !Right.of(request).isEmpty())
                .toList();
    }

    /** A user who may do what is said, by the time this returns. */
    private String user(Collection<Right> rights) {
        List<PolicyRule> rules = rights.stream().map(Right::rule).toList();
        return user(cluster, rules, rights.iterator().next());
    }

    private static String user(TestCluster cluster, List<PolicyRule> rules, Right one) {
        String user = cluster.newUser(rules.toArray(PolicyRule[]::new));
        while (!cluster.client(user)
                .authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withVerb(one.verb())
                        .withGroup(one.group())
                        .withResource(one.resource())
                        .endResourceAttributes()
                        .endSpec()
                        .build())
                .getStatus()
                .getAllowed()) {
            Thread.onSpinWait();
        }
        return user;
    }
}
