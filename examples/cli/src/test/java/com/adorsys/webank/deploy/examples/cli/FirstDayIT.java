package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.Retry;
import com.adorsys.webank.deploy.argocd.SyncPolicy;
import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.eks.testing.TestArgoCd;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestRepository;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the guide {@code first-day.md}, in its order, against a real Argo CD that reads a Git repository over https.
 *
 * <p>The test plays AWS, which is not there; External Secrets, by writing the Secrets that the ExternalSecrets in the cluster
 * describe; and GitHub, with {@link TestGitHub}. Argo CD is installed already, and so is kubectl's connection.
 */
class FirstDayIT {
    private static final Path GUIDE = Path.of("..", "..", "Docs", "guides", "first-day.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\S+)(?: file=(\\S+))?\n(.*?)^```$");
    private static final String REPOSITORY = "https://github.com/ADORSYS-GIS/webank-deployment";
    private static final String EXTERNAL_SECRETS = "external-secrets.io/v1";

    /** Commands that need AWS, GitHub or a network, or that a command of this kind needs. */
    private static final Set<String> PLAYED =
            Set.of("aws", "terraform", "umask", "jq", "openssl", "rm", "export", "gh", "helm", "commit", "kubectl");

    private final TestArgoCd argoCd = TestArgoCd.shared();
    private final TestCluster cluster = argoCd.cluster();
    private final KubernetesClient client = cluster.client();

    @TempDir
    Path folder;

    private TestGitHub github;
    private TestRepository repository;
    private Tool tool;

    @BeforeEach
    void makeEnvironment() throws IOException {
        String namespace = cluster.namespace("first-day");
        Path owner = Files.createDirectory(folder.resolve("ADORSYS-GIS"));
        repository = TestRepository.in(owner);
        github = TestGitHub.serving(folder);
        argoCd.trust(TestGitHub.HOST, github.certificate());
        // No load balancer controller gives the Ingress an address, without which Argo CD does not call it healthy.
        Environment dev = WebankEnvironments.dev()
                .withWebank(WebankEnvironments.dev().webank().withIngress(Optional.empty()))
                .withDestination(Destination.inCluster(namespace))
                .withRepository(github.url() + "/ADORSYS-GIS/configuration.git")
                // By default Argo CD reports a failed sync only after five retries, which take three minutes.
                .withSyncPolicy(SyncPolicy.automatic()
                        .withRetry(Retry.builder().limit(0).build()))
                .withTarget(ClusterTarget.context("test", cluster.server()));
        tool = new Tool(folder)
                .with(() -> Environments.of(dev, WebankEnvironments.staging(), WebankEnvironments.prod()));
    }

    @AfterEach
    void delete() {
        cluster.run("kubectl", "delete", "--namespace=argocd", "--ignore-not-found", "application.argoproj.io/root");
        cluster.run(
                "kubectl", "delete", "--namespace=argocd", "--ignore-not-found", "application.argoproj.io/webank-dev");
        cluster.run(
                "kubectl",
                "delete",
                "--filename",
                folder.resolve("bootstrap.yaml").toString(),
                "--ignore-not-found");
        cluster.run("kubectl", "delete", "--namespace=argocd", "--ignore-not-found", "appproject.argoproj.io/webank");
        github.close();
    }

    @Test
    void the_guide_leads_to_a_synced_dev_and_to_commit_statuses() throws Exception {
        argoCd.startNotifications();

        String last = "";
        for (String command : commands()) {
            String printed = run(command);
            last = isTool(command) ? printed : last;
        }

        String commit = repository.head();
        assertThat(last).isEqualTo("Application/argocd/webank-dev is synced to " + commit + " and healthy\n");
        assertThat(status(commit)).isEqualTo(expected("success", "is synced and healthy"));
        String refused = commitWhatIsRefused();
        argoCd.refresh("webank-dev");
        assertThat(status(refused)).isEqualTo(expected("failure", "could not be synced"));
    }

    /** The first status of a commit that is about dev. */
    private String status(String commit) {
        String path = "/api/v3/repos/ADORSYS-GIS/configuration/statuses/" + commit;
        AtomicReference<String> found = new AtomicReference<>();
        await(() -> {
            for (TestGitHub.Status status : github.statuses()) {
                if (status.path().equals(path) && status.body().contains("argocd/webank-dev")) {
                    found.compareAndSet(null, status.body().strip());
                }
            }
            return found.get() != null;
        });
        return found.get();
    }

    private static String expected(String state, String description) {
        return "{\"state\":\"" + state + "\","
                + "\"target_url\":\"https://argocd.dev.webank.example.com/applications/argocd/webank-dev\","
                + "\"description\":\"webank-dev " + description + "\","
                + "\"context\":\"argocd/webank-dev\"}";
    }

    /** Commits by hand an object that the API server refuses, and returns the commit's id. */
    private String commitWhatIsRefused() throws IOException, InterruptedException {
        Path clone = folder.resolve("clone");
        Git.run(folder, "clone", "--quiet", "ADORSYS-GIS/configuration.git", clone.toString());
        Files.writeString(
                clone.resolve("environments/dev/refused.yaml"),
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: Not_A_Name}}");
        Git.run(clone, "add", ".");
        Git.run(
                clone,
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.com",
                "commit",
                "--quiet",
                "--message=Break dev");
        Git.run(clone, "push", "--quiet");
        return repository.head();
    }

    private static boolean isTool(String command) {
        return command.startsWith("webank-deploy ");
    }

    /** Runs a command of the guide, and returns what it prints. */
    private String run(String command) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(command.replace("\"$commit\"", repository.head()).split(" ")));
        if (isTool(command)) {
            // The address that the environments have is that of the test; publish writes to the same repository by its
            // path.
            words.replaceAll(word -> word.equals(REPOSITORY) ? "ADORSYS-GIS/configuration.git" : word);
            if (words.get(1).equals("wait")) {
                words.addAll(List.of("--kubeconfig", cluster.kubeconfig("user").toString()));
            }
            Result result = tool.run(words.subList(1, words.size()).toArray(new String[0]));
            assertThat(result.code()).as(command + ": " + result.err()).isZero();
            return result.out();
        }
        if (words.get(0).equals("kubectl")
                && !command.contains("create namespace argocd")
                && !command.contains("https:")) {
            words.replaceAll(
                    word -> word.endsWith(".yaml") ? folder.resolve(word).toString() : word);
            TestCluster.Ran ran = cluster.run(words.toArray(new String[0]));
            assertThat(ran.code()).as(command + ": " + ran.err()).isZero();
            if (command.endsWith(" bootstrap.yaml")) {
                playExternalSecrets();
            }
            return ran.out();
        }
        assertThat(words.get(0).split("=", 2)[0]).as(command).isIn(PLAYED);
        if (command.startsWith("helm install external-secrets ")) {
            Matcher version = Pattern.compile("--version (\\S+)").matcher(command);
            assertThat(version.find()).isTrue();
            installDefinitions("v" + version.group(1));
        }
        return "";
    }

    /** The command lines of the guide's blocks, in order; files that it shows are written. */
    private List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        while (block.find()) {
            if (block.group(2) != null) {
                Files.writeString(folder.resolve(block.group(2)), block.group(3));
            } else if (block.group(1).equals("sh")) {
                block.group(3).lines().filter(line -> !line.isBlank()).forEach(commands::add);
            }
        }
        return commands;
    }

    /** Installs the definitions of External Secrets, as its chart does. */
    private void installDefinitions(String version) throws IOException {
        String module = "github.com/external-secrets/external-secrets@" + version;
        TestCluster.Ran downloaded = cluster.run("go", "mod", "download", "-json", module);
        Matcher place = Pattern.compile("\"Dir\": \"([^\"]+)\"").matcher(downloaded.out());
        assertThat(place.find()).as(downloaded.out() + downloaded.err()).isTrue();
        for (String kind : List.of("externalsecrets", "secretstores")) {
            TestCluster.Ran applied = cluster.run(
                    "kubectl",
                    "apply",
                    "--server-side",
                    "--filename",
                    place.group(1) + "/config/crds/bases/external-secrets.io_" + kind + ".yaml");
            assertThat(applied.code()).as(applied.err()).isZero();
            cluster.run("kubectl", "wait", "--for=condition=Established", "crd/" + kind + ".external-secrets.io");
        }
        await(() -> cluster.run("kubectl", "get", "--raw", "/apis/" + EXTERNAL_SECRETS + "/secretstores")
                        .code()
                == 0);
    }

    /** Does what External Secrets does: writes the Secret of each ExternalSecret, and says that it is ready. */
    private void playExternalSecrets() {
        Map<String, String> app = TestGitHub.app();
        Map<String, Map<String, String>> store = Map.of(
                "webank-dev/argocd/repository", app,
                "webank-dev/argocd/notifications", app,
                "webank-dev/argocd/webhook", Map.of("secret", "of-a-test"));
        for (GenericKubernetesResource external : client.genericKubernetesResources(EXTERNAL_SECRETS, "ExternalSecret")
                .inNamespace(TestArgoCd.NAMESPACE)
                .list()
                .getItems()) {
            write(external, store);
            TestCluster.Ran ran = cluster.run(
                    "kubectl",
                    "patch",
                    "--namespace=argocd",
                    "externalsecrets.external-secrets.io",
                    external.getMetadata().getName(),
                    "--subresource=status",
                    "--type=merge",
                    "--patch={\"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}]}}");
            assertThat(ran.code()).as(ran.err()).isZero();
        }
    }

    private void write(GenericKubernetesResource external, Map<String, Map<String, String>> store) {
        String name = external.get("spec", "target", "name");
        Map<String, String> data = new LinkedHashMap<>();
        List<Map<String, Map<String, String>>> values = external.get("spec", "data");
        for (int i = 0; i < values.size(); i++) {
            String key = external.get("spec", "data", i, "remoteRef", "key");
            String property = external.get("spec", "data", i, "remoteRef", "property");
            String value = store.getOrDefault(key, Map.of()).get(property);
            assertThat(value).as(key + " " + property).isNotNull();
            data.put(external.get("spec", "data", i, "secretKey"), value);
        }
        if ("Merge".equals(external.get("spec", "target", "creationPolicy"))) {
            client.secrets()
                    .inNamespace(TestArgoCd.NAMESPACE)
                    .withName(name)
                    .edit(secret ->
                            new SecretBuilder(secret).addToStringData(data).build());
            return;
        }
        Map<String, String> known = external.get("spec", "target", "template", "data");
        Map<String, String> labels = external.get("spec", "target", "template", "metadata", "labels");
        Secret secret = new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(TestArgoCd.NAMESPACE)
                .withLabels(labels)
                .addNewOwnerReference()
                .withApiVersion(external.getApiVersion())
                .withKind(external.getKind())
                .withName(external.getMetadata().getName())
                .withUid(external.getMetadata().getUid())
                .endOwnerReference()
                .endMetadata()
                .withStringData(known)
                .addToStringData(data)
                .build();
        client.resource(secret).create();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes longer than 3 minutes").isLessThan(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
