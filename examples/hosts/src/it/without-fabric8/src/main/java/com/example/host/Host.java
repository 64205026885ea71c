package com.example.host;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.InClusterDatabase;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.JsonPatch;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.MergePatch;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An application without fabric8 that renders, patches, checks, compares and writes manifests. */
public class Host {
    public static void main(String[] args) {
        expect(false, has("io.fabric8.kubernetes.api.model.HasMetadata"));

        Webank webank = Webank.builder()
                .onlineBanking(OnlineBanking.builder()
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-online-banking:1.4.0"))
                        .database(InClusterDatabase.builder()
                                .name("webank")
                                .user("webank")
                                .password(SecretKeyRef.of("webank-db", "password"))
                                .build())
                        .secrets(SecretRef.of("webank-obs-secret"))
                        .build())
                .userApp(UserApp.builder()
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-userapp:1.4.0"))
                        .build())
                .build();
        Posture posture = Posture.hardened()
                .with(PostureStep.of(
                        "priority",
                        ChangeClass.ROLL_OUT,
                        "payments go first",
                        part -> part.editPods(pod -> pod.with("priorityClassName", "payments"))));
        ManifestSet rendered = webank.render(Release.of("webank", "webank"), posture);

        Manifest settings = Manifest.of(MapTree.of("apiVersion", "v1")
                .with("kind", "ConfigMap")
                .with("metadata", MapTree.of("name", "settings").with("namespace", "webank"))
                .with("data", MapTree.of("mode", "slow")));
        ManifestSet manifests = rendered.with(settings).plus(ManifestSet.of(List.of()));
        ResourceId id = settings.id();
        manifests = manifests.patch(
                id, JsonPatch.builder().add("/data/more", ScalarTree.of("yes")).build());
        manifests = ManifestPatch.merge(
                        ManifestSelector.kind("ConfigMap"),
                        MergePatch.of(MapTree.of("data", MapTree.of("mode", "fast"))))
                .apply(manifests);

        expect(
                List.of(),
                Checks.all().check(manifests).stream().filter(Problem::isError).toList());
        expect(
                "map of [mode, more]",
                manifests.manifest(id).tree().at("data").orElseThrow().toString());
        expect(
                ManifestSet.of(settings),
                manifests
                        .select(manifest -> manifest.kind().equals("ConfigMap"))
                        .patch(
                                id,
                                MergePatch.of(MapTree.of(
                                        "data", MapTree.of("mode", "slow").with("more", ScalarTree.ofNull())))));
        expect(
                ChangeClass.NONE,
                ManifestDiff.between(manifests, read(YamlWriter.write(manifests)))
                        .changeClass());
    }

    private static ManifestSet read(String yaml) {
        return YamlReader.readManifests("manifests.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean has(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void expect(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but it is " + actual);
        }
    }
}
