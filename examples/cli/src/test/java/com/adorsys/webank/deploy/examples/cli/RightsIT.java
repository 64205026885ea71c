package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printed rights, given to a user who has no others, on a real API server. */
class RightsIT {
    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    Path folder;

    @Test
    void whoever_has_them_runs_every_command_of_the_release() {
        Scene scene = new Scene("apply");

        assertThat(scene.run("plan --environment dev").code()).isZero();
        for (String command : scene.lifecycle()) {
            Result result = scene.run(command);
            assertThat(result.code()).as(command + "\n" + result.err()).isZero();
        }
        assertThat(cluster.client()
                        .secrets()
                        .inNamespace(scene.namespace)
                        .list()
                        .getItems())
                .isEmpty();
    }

    @Test
    void a_plan_by_whoever_may_only_plan_shows_the_changes_and_what_apply_requires_besides() {
        Scene scene = new Scene("plan");

        Result plan = scene.run("plan --environment dev");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out()).contains("+ Deployment/" + scene.namespace + "/webank-obs  create");
        assertThat(plan.out().lines().filter(line -> line.startsWith("error ")))
                .containsExactly(
                        missing(scene, "create, update configmaps"),
                        missing(scene, "create, update leases.coordination.k8s.io"),
                        missing(scene, "create, delete secrets"));
        assertThat(scene.run("status --environment dev").code()).isZero();
        assertThat(scene.run("history --environment dev").code()).isZero();
        assertThat(scene.run("apply --environment dev").code()).isEqualTo(4);
    }

    private static String missing(Scene scene, String rights) {
        return "error PERMISSION_MISSING " + scene.namespace + "/webank: you may not " + rights + " in `"
                + scene.namespace + "`. Have a role with these verbs bound to you.";
    }

    @Test
    void without_any_one_of_them_a_command_fails() {
        List<PolicyRule> rules = new Scene("apply").rules();
        Set<String> everyVerb = Set.of("configmaps", "secrets", "leases", "deployments");
        assertThat(rules).hasSizeGreaterThan(8);
        List<String> expendable = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            PolicyRule rule = rules.get(i);
            List<String> sampled = everyVerb.contains(rule.getResources().get(0))
                    ? rule.getVerbs()
                    : rule.getVerbs()
                            .subList(
                                    i % rule.getVerbs().size(),
                                    i % rule.getVerbs().size() + 1);
            for (String verb : sampled) {
                Scene scene = new Scene("apply", i, verb);
                if (scene.lifecycle().stream()
                        .allMatch(command -> scene.run(command).code() == 0)) {
                    expendable.add(verb + " " + rule);
                }
            }
        }
        assertThat(expendable).isEmpty();
    }

    @Test
    void the_server_names_its_resources_as_the_rules_do() {
        List<String> kinds = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String apiVersion : List.of(
                "v1",
                "apps/v1",
                "batch/v1",
                "networking.k8s.io/v1",
                "policy/v1",
                "autoscaling/v2",
                "rbac.authorization.k8s.io/v1",
                "storage.k8s.io/v1",
                "scheduling.k8s.io/v1",
                "apiextensions.k8s.io/v1",
                "discovery.k8s.io/v1",
                "admissionregistration.k8s.io/v1")) {
            for (APIResource resource :
                    cluster.client().getApiResources(apiVersion).getResources()) {
                if (!resource.getName().contains("/") && resource.getVerbs().contains("patch")) {
                    kinds.add("""
                            ---
                            apiVersion: %s
                            kind: %s
                            metadata: {name: a%s}
                            """.formatted(
                                    apiVersion, resource.getKind(), resource.getNamespaced() ? ", namespace: b" : ""));
                    expected.add(resource.getName());
                }
            }
        }
        Tool tool = new Tool(folder);
        tool.file("kinds.yaml", String.join("", kinds));

        Result printed = tool.run("rights --release a --namespace b --manifests kinds.yaml --group deployers");

        assertThat(printed.code()).as(printed.err()).isZero();
        assertThat(expected)
                .hasSizeGreaterThan(30)
                .allSatisfy(resource -> assertThat(printed.out())
                        .contains("  resources:\n  - " + resource + "\n  resourceNames:\n  - a\n"));
    }

    /** The dev environment in a namespace of its own, and a user with the printed rights or all but one verb of a rule. */
    private final class Scene {
        private final String namespace = cluster.namespace("rights");
        private final String user = cluster.newUser();
        private final Environment dev = WebankEnvironments.dev()
                .withDestination(Destination.inCluster(namespace))
                .withTarget(ClusterTarget.context("test", cluster.server()));
        private final Role role;

        Scene(String purpose) {
            this(purpose, -1, "");
        }

        Scene(String purpose, int rule, String verb) {
            Result printed = new Tool(folder)
                    .with(() -> Environments.of(dev))
                    .run("rights --environment dev --group guests --for " + purpose);
            assertThat(printed.code()).as(printed.err()).isZero();
            String[] documents = printed.out().split("(?m)^---\n");
            role = Serialization.unmarshal(documents[1], Role.class);
            if (rule >= 0) {
                role.getRules().get(rule).getVerbs().remove(verb);
            }
            role.getRules().removeIf(each -> each.getVerbs().isEmpty());
            cluster.client().resource(role).create();
            cluster.client()
                    .resource(Serialization.unmarshal(documents[2], RoleBinding.class))
                    .create();
            awaitRight();
        }

        List<PolicyRule> rules() {
            return role.getRules();
        }

        /** Every command, with a set that has an object more than the next one, which is pruned. */
        List<String> lifecycle() {
            return List.of(
                    "apply --environment dev",
                    "status --environment dev",
                    "history --environment dev",
                    "apply --environment less",
                    "rollback --revision 1 --environment dev",
                    "delete --environment dev");
        }

        Result run(String line) {
            boolean less = line.contains("less");
            Environment environment = less ? dev.withWebank(dev.webank().withIngress(Optional.empty())) : dev;
            return new Tool(folder)
                    .with(() -> Environments.of(environment))
                    .run(line.replace("less", "dev") + " --kubeconfig " + cluster.kubeconfig(user));
        }

        private void awaitRight() {
            PolicyRule one = role.getRules().get(0);
            while (!cluster.client(user)
                    .authorization()
                    .v1()
                    .selfSubjectAccessReview()
                    .create(new SelfSubjectAccessReviewBuilder()
                            .withNewSpec()
                            .withNewResourceAttributes()
                            .withNamespace(namespace)
                            .withVerb(one.getVerbs().get(0))
                            .withGroup(one.getApiGroups().get(0))
                            .withResource(one.getResources().get(0))
                            .withName(
                                    one.getResourceNames().isEmpty()
                                            ? null
                                            : one.getResourceNames().get(0))
                            .endResourceAttributes()
                            .endSpec()
                            .build())
                    .getStatus()
                    .getAllowed()) {
                Thread.onSpinWait();
            }
        }
    }
}
