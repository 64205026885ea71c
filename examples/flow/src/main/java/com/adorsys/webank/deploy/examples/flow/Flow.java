package com.adorsys.webank.deploy.examples.flow;

import com.adorsys.webank.deploy.argocd.ArgoApplicationSet;
import com.adorsys.webank.deploy.argocd.Bootstrap;
import com.adorsys.webank.deploy.argocd.RepositoryCredentials;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.pod.Resources;
import com.adorsys.webank.deploy.eks.testing.PodFate;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The story: from an empty repository and cluster to three environments, and what happens to them. */
final class Flow {
    private static final String OBS_IMAGE = "ghcr.io/adorsys-gis/webank-online-banking:";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Machine machine;
    private final Narrator narrator;
    private final FlowEnvironments environments;
    private final Tool tool;
    private final Path folder;
    private final String repository;
    private final String cluster;

    private Flow(Machine machine, Narrator narrator, Path folder) {
        this.machine = machine;
        this.narrator = narrator;
        this.folder = folder;
        this.environments = new FlowEnvironments(machine.git().uri(), machine.target());
        this.tool = new Tool(folder, narrator, () -> Environments.of(environments.dev()));
        this.repository = " --repository " + machine.git().uri() + " --branch main --token-file token";
        this.cluster = " --kubeconfig kubeconfig";
    }

    /** Plays it to the end. */
    static void play(Narrator narrator) throws IOException {
        Path folder = Files.createTempDirectory("webank-flow-");
        Files.writeString(folder.resolve("token"), GitServer.WRITE_TOKEN);
        try (Machine machine = Machine.start(folder, narrator)) {
            Files.copy(machine.kubeconfig(), folder.resolve("kubeconfig"));
            new Flow(machine, narrator, folder).play();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void play() {
        narrator.part("The platform team publishes dev", this::publishDev);
        narrator.part("The pipeline of an application sets a new image", this::setImage);
        narrator.part("Somebody changes the cluster by hand", this::changeByHand);
        narrator.part("A mistake in the model is refused", this::refuseMistake);
        narrator.part("An image that does not exist is rolled out", this::rollOutMissingImage);
        narrator.part("A Git revert rolls it back", this::revert);
        narrator.part("Staging gets the images of dev", this::promote);
        narrator.part("Prod arrives by an ApplicationSet", this::addByApplicationSet);
        narrator.part("Prod is torn down", this::tearDown);
        narrator.summary();
    }

    private String publishDev() {
        tool.run("platform team", 0, "publish" + repository);
        // With a token only for an address with https, which the Git server of this machine does not have.
        Bootstrap bootstrap = Environments.of(environments.dev())
                .bootstrap(FlowEnvironments.CLUSTER, RepositoryCredentials.NONE, SecretStoreRef.of("aws"));
        narrator.say("bootstrap, once: " + bootstrap.project().manifest().id() + " and "
                + bootstrap.application().manifest().id() + ", which reads " + bootstrap.path());
        narrator.say("   External Secrets is played: the Secret with the read token of the repository is written");
        machine.argoCd().apply("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: configuration
                  namespace: argocd
                  labels: {argocd.argoproj.io/secret-type: repository}
                stringData:
                  url: %s
                  username: %s
                  password: %s
                """.formatted(machine.git().uri(), GitServer.USER, GitServer.READ_TOKEN));
        machine.argoCd()
                .apply(YamlWriter.write(ManifestSet.of(
                        bootstrap.project().manifest(), bootstrap.application().manifest())));
        awaitSynced("dev", machine.git().head());
        return pods("dev");
    }

    private String setImage() {
        tool.run("obs pipeline", 0, "set-image --environment dev obs=" + OBS_IMAGE + "1.5.0" + repository);
        push();
        awaitSynced("dev", machine.git().head());
        return deployment("dev", "webank-obs") + " runs " + image("dev");
    }

    private String changeByHand() {
        String image = image("dev");
        narrator.say(
                "somebody sets another image of webank-obs, and deletes the Service of the user app, with kubectl");
        machine.kubectl(
                "",
                "--namespace=webank-dev",
                "set",
                "image",
                "deployment/webank-obs",
                container("dev") + "=" + OBS_IMAGE + "from-my-laptop");
        machine.kubectl("", "--namespace=webank-dev", "delete", "service", "webank-userapp", "--wait=false");
        await(
                "Argo CD has healed dev",
                () -> image("dev").equals(image)
                        && machine.client()
                                        .services()
                                        .inNamespace("webank-dev")
                                        .withName("webank-userapp")
                                        .get()
                                != null);
        return "Argo CD has healed it: " + image + ", and the Service is there";
    }

    private String refuseMistake() {
        int published = machine.git().published();
        narrator.say("a commit to the model: online banking requests 2Gi of memory, and its limit is 1Gi");
        tool.setEnvironments(() -> Environments.of(withMemory(environments.dev(), "2Gi", "1Gi")));
        tool.run("platform team", 2, "publish" + repository);
        tool.setEnvironments(() -> Environments.of(environments.dev()));
        if (machine.git().published() != published) {
            throw new IllegalStateException("A mistake was committed");
        }
        return "nothing was committed";
    }

    private static Environment withMemory(Environment environment, String request, String limit) {
        return environment.withWebank(environment
                .webank()
                .withOnlineBanking(obs ->
                        obs.withResources(Resources.request("500m", request).withMemoryLimit(limit))));
    }

    private String rollOutMissingImage() {
        String healthy = image("dev");
        tool.run("obs pipeline", 0, "set-image --environment dev obs=" + OBS_IMAGE + PodFate.MISSING_TAG + repository);
        push();
        tool.run(
                "obs pipeline",
                4,
                "wait --environment dev --tolerance 2s --revision "
                        + machine.git().head() + cluster);
        return "found, with its reason; pods of " + healthy + " go on serving";
    }

    private String revert() {
        Git git = new Git(folder);
        narrator.command("Ada", "git revert HEAD && git push");
        git.run("clone", "--quiet", machine.git().uri(), "clone");
        git.run("-C", "clone", "revert", "--no-edit", "HEAD");
        git.run("-C", "clone", "push", "--quiet");
        push();
        awaitSynced("dev", machine.git().head());
        return deployment("dev", "webank-obs") + " runs " + image("dev");
    }

    private String promote() {
        tool.setEnvironments(() -> Environments.of(environments.dev(), environments.staging()));
        tool.run("platform team", 0, "publish --environment staging" + repository);
        push();
        awaitSynced("staging", machine.git().head());
        tool.run("release manager", 0, "promote --from dev --to staging" + repository);
        push();
        awaitSynced("staging", machine.git().head());
        return deployment("staging", "webank-obs") + " runs " + image("staging");
    }

    private String addByApplicationSet() {
        Set<String> before = podIds("dev");
        narrator.say("a commit to the model: one ApplicationSet in place of Applications, and prod");
        tool.setEnvironments(() -> inOneSet(environments.dev(), environments.staging(), environments.prod()));
        tool.run("platform team", 0, "publish" + repository);
        push();
        awaitSynced("prod", machine.git().head());
        await(
                "dev belongs to the ApplicationSet",
                () -> !Objects.requireNonNull(machine.application("webank-dev"))
                        .getMetadata()
                        .getOwnerReferences()
                        .isEmpty());
        if (!podIds("dev").equals(before)) {
            throw new IllegalStateException("Pods of dev were replaced");
        }
        return pods("prod") + "; those of dev are the same as before";
    }

    private String tearDown() {
        tool.run("platform team", 0, "publish --remove prod" + repository);
        push();
        await(
                "the Application webank-prod and what it made are deleted",
                () -> machine.application("webank-prod") == null
                        && machine.client()
                                .pods()
                                .inNamespace("webank-prod")
                                .list()
                                .getItems()
                                .isEmpty());
        narrator.say("Argo CD has deleted the Application, and what it made");
        narrator.say("a commit to the model: no prod");
        tool.setEnvironments(() -> inOneSet(environments.dev(), environments.staging()));
        tool.run("platform team", 0, "publish --remove prod" + repository);
        return "its pods are deleted; " + pods("dev");
    }

    private static Environments inOneSet(Environment... environments) {
        return Environments.of(environments).withApplicationSets(ArgoApplicationSet.Deletion.DELETE_OBJECTS);
    }

    private Set<String> podIds(String environment) {
        return machine.client().pods().inNamespace("webank-" + environment).list().getItems().stream()
                .map(pod -> pod.getMetadata().getUid())
                .collect(Collectors.toSet());
    }

    /** What GitHub's webhook does: Argo CD looks for the new commit now. */
    private void push() {
        narrator.say("webhook: a push to main");
        machine.applications()
                .list()
                .getItems()
                .forEach(application ->
                        machine.argoCd().refresh(application.getMetadata().getName()));
    }

    private void awaitSynced(String environment, String revision) {
        String application = "webank-" + environment;
        await("the Application " + application + " exists", () -> machine.application(application) != null);
        tool.run(
                "pipeline",
                0,
                "wait --environment " + environment + " --revision " + revision + cluster
                        + " --record --token-file token --repository "
                        + machine.git().uri());
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("After " + PATIENCE.toMinutes() + " minutes it does not hold that "
                        + what + ". The Applications:\n" + machine.describeApplications());
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting that " + what, e);
            }
        }
    }

    private Deployment obs(String environment) {
        return machine.client()
                .apps()
                .deployments()
                .inNamespace("webank-" + environment)
                .withName("webank-obs")
                .require();
    }

    private String image(String environment) {
        return obs(environment)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getImage();
    }

    private String container(String environment) {
        return obs(environment)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getName();
    }

    private static String deployment(String environment, String name) {
        return "webank-" + environment + "/" + name;
    }

    private String pods(String environment) {
        long ready = machine.client().pods().inNamespace("webank-" + environment).list().getItems().stream()
                .filter(pod -> pod.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Ready")
                                && condition.getStatus().equals("True")))
                .count();
        return ready + " pods of " + environment + " are ready";
    }
}
