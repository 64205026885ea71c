package com.example.host;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An application without fabric8 that renders, changes, compares and checks manifests, and writes and reads their YAML. */
public class Host {
    public static void main(String[] args) throws IOException {
        try {
            Class.forName("io.fabric8.kubernetes.api.model.HasMetadata");
            throw new AssertionError("fabric8 is on the class path");
        } catch (ClassNotFoundException expected) {
            // What this host is for.
        }
        ManifestSet rendered = webank().render(Release.of("webank", "webank"));
        Manifest deployment = rendered.find("Deployment", "webank-obs").orElseThrow();
        ManifestSet changed = changed(rendered, deployment.id());

        expect(
                ChangeClass.ROLL_OUT,
                ManifestDiff.between(rendered.with(limits()), changed).changeClass());
        List<Problem> problems = Checks.all().check(changed);
        expect(List.of(), problems.stream().filter(Problem::isError).toList());

        Path file = Path.of("target", "webank.yaml");
        Files.writeString(file, YamlWriter.write(changed));
        expect(changed, YamlReader.readManifests(file));
    }

    private static Webank webank() {
        return Webank.builder()
                .onlineBanking(OnlineBanking.builder()
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-online-banking:bd93440d"))
                        .database(ExternalDatabase.builder()
                                .host(com.adorsys.webank.deploy.core.Host.of("db.example.com"))
                                .name("webank")
                                .user("webank")
                                .password(SecretKeyRef.of("rds-secret", "password"))
                                .build())
                        .secrets(SecretRef.of("webank-obs-secret"))
                        .build())
                .userApp(UserApp.builder()
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-userapp:0d3fab92"))
                        .build())
                .build();
    }

    /** Every way to change a set that needs no type of fabric8. */
    private static ManifestSet changed(ManifestSet rendered, ResourceId deployment) {
        ManifestPatch revisions = ManifestPatch.merge(
                ManifestSelector.kind("Deployment"),
                MergePatch.of(MapTree.of("spec", MapTree.of("revisionHistoryLimit", ScalarTree.of(3)))));
        ManifestSet patched = revisions
                .apply(rendered)
                .patch(
                        deployment,
                        JsonPatch.builder()
                                .add("/spec/replicas", ScalarTree.of(3))
                                .build())
                .patch(
                        deployment,
                        MergePatch.of(MapTree.of(
                                "spec",
                                MapTree.of(
                                        "template", MapTree.of("spec", MapTree.of("priorityClassName", "payments"))))));
        return patched.without(limits().id())
                .plus(ManifestSet.of(limits()))
                .with(limits())
                .select(manifest -> !manifest.name().isEmpty())
                .map(manifest -> manifest);
    }

    private static Manifest limits() {
        return Manifest.of(MapTree.of("apiVersion", "v1")
                .with("kind", "ConfigMap")
                .with("metadata", MapTree.of("name", "limits").with("namespace", "webank"))
                .with("data", MapTree.of("transfers", "10")));
    }

    private static void expect(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but it is " + actual);
        }
    }
}
