package com.adorsys.webank.deploy.dsl.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.check.Waiver;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePolicyTest {
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);
    private static final Webank PINNED = Samples.smallest()
            .withOnlineBanking(obs -> obs.withImage(Image.parse("ghcr.io/a/obs:1" + DIGEST)))
            .withUserApp(app -> app.withImage(Image.parse("ghcr.io/a/userapp" + DIGEST)));
    private static final Environment PROD = Environment.builder()
            .name("prod")
            .webank(PINNED)
            .destination(Destination.inCluster("webank"))
            .repository("https://github.com/example/deployment")
            .imagePolicy(ImagePolicy.DIGESTS_REQUIRED)
            .build();

    @Test
    void digests_are_enough() {
        assertThat(places(PROD)).isEmpty();
    }

    @Test
    void a_tag_is_an_error_and_nothing_is_written() {
        Environment tagged =
                PROD.withWebank(PINNED.withOnlineBanking(obs -> obs.withImage(Image.parse("ghcr.io/a/obs:1"))));

        assertThatThrownBy(tagged::tree)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage("error IMAGE_DIGEST_MISSING"
                        + " environment.prod.Deployment/webank/webank-obs.spec.template.spec.containers[0].image: the image"
                        + " `ghcr.io/a/obs:1` has no digest, so another image can get its name. Name it by the"
                        + " digest that the registry shows for it, as in `ghcr.io/owner/name@sha256:...`; lock files and"
                        + " `set-image` take digests too.");
        assertThat(places(tagged.withImagePolicy(ImagePolicy.ANY))).isEmpty();
        assertThat(places(tagged.withWaiver(
                        Waiver.of("IMAGE_DIGEST_MISSING", "Deployment/webank-obs", "the registry has no digests"))))
                .isEmpty();
    }

    @Test
    void init_containers_sidecars_and_databases_are_images_too() {
        Environment prod = PROD.withWebank(PINNED.withOnlineBanking(obs -> obs.withDatabase(Samples.inClusterDatabase())
                .withContainers(Samples.sidecar("logs"))
                .withInitContainers(Samples.sidecar("proxy").asSidecar())));

        assertThat(places(prod))
                .containsExactlyInAnyOrder(
                        "Deployment/webank/webank-obs.spec.template.spec.containers[1].image",
                        "Deployment/webank/webank-obs.spec.template.spec.initContainers[0].image",
                        "StatefulSet/webank/webank-db.spec.template.spec.containers[0].image");
    }

    @Test
    void every_workload_of_the_extra_manifests_has_images() {
        ManifestSet extra = set(
                "{apiVersion: batch/v1, kind: CronJob, metadata: {name: jobs, namespace: webank}, spec: {schedule: '@daily',"
                        + " jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: 'a:1'}],"
                        + " volumes: [{name: model, image: {reference: 'b:1'}}]}}}}}}",
                "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: canary, namespace: webank},"
                        + " spec: {template: {spec: {containers: [{name: a, image: 'c:1'}, {name: b, image: 'c" + DIGEST
                        + "'}]}}}}");

        assertThat(places(PROD.withExtraManifests(extra)))
                .containsExactlyInAnyOrder(
                        "CronJob/webank/jobs.spec.jobTemplate.spec.template.spec.containers[0].image",
                        "CronJob/webank/jobs.spec.jobTemplate.spec.template.spec.volumes[0].image.reference",
                        "Rollout/webank/canary.spec.template.spec.containers[0].image");
    }

    @Test
    void the_images_of_a_lock_file_count(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.writeString(folder.resolve("images/prod.yaml"), "obs: ghcr.io/a/obs:2\n");

        Environments locked = Environments.of(PROD).withImages(FileTree.folder(folder));

        assertThat(places(locked.get("prod")))
                .containsExactly("Deployment/webank/webank-obs.spec.template.spec.containers[0].image");
    }

    private static List<String> places(Environment environment) {
        return environment.checkReport().problems().stream()
                .filter(problem -> problem.code().equals("IMAGE_DIGEST_MISSING"))
                .filter(Problem::isError)
                .map(problem -> problem.location().path().substring("environment.prod.".length()))
                .toList();
    }

    private static ManifestSet set(String... objects) {
        ManifestSet set = ManifestSet.empty();
        for (String object : objects) {
            byte[] bytes = object.getBytes(StandardCharsets.UTF_8);
            set = set.with(
                    Manifest.of((MapTree) YamlReader.read("test.yaml", bytes).tree()));
        }
        return set;
    }
}
