package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host may have other versions of every library of ours, or none: what renders and compares must not need them. */
class WithoutFabric8Test {
    @Test
    void sets_are_made_patched_compared_and_shown_without_any_other_library() throws Exception {
        URL[] ours = {
            ManifestSet.class.getProtectionDomain().getCodeSource().getLocation(),
            Probe.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader alone = new URLClassLoader(ours, ClassLoader.getPlatformClassLoader())) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> alone.loadClass("io.fabric8.kubernetes.api.model.HasMetadata"));
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> alone.loadClass("tools.jackson.databind.ObjectMapper"));

            Object text = call(alone);

            assertThat(text).isEqualTo(new Probe().call());
            assertThat(text.toString()).contains("~ Deployment/webank/obs (ROLL_OUT)");
        }
    }

    @Test
    void sources_that_call_no_typed_view_compile_without_any_other_library(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("Host.java");
        Files.writeString(source, """
                import com.adorsys.webank.deploy.check.*;
                import com.adorsys.webank.deploy.manifest.*;
                import com.adorsys.webank.deploy.yaml.*;

                class Host {
                    String host(Manifest manifest, JsonPatch json, MergePatch merge) {
                        ManifestSet set = ManifestSet.of(manifest)
                                .plus(ManifestSet.of())
                                .plus(ManifestSet.of(java.util.List.of()))
                                .with(manifest)
                                .without(manifest.id())
                                .patch(manifest.id(), json)
                                .patch(manifest.id(), merge)
                                .select(one -> one.equals(set(manifest).get(one.id())))
                                .map(one -> one);
                        ManifestPatch patch = ManifestPatch.json(ManifestSelector.kind("Service"), json);
                        Checks.all().check(ManifestPatch.applyAll(java.util.List.of(patch), patch.apply(set)));
                        return YamlWriter.write(set) + ManifestDiff.between(set, set).text();
                    }

                    ManifestSet set(Manifest manifest) {
                        return ManifestSet.of(manifest, manifest);
                    }
                }
                """);
        StringWriter errors = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String ours = Path.of(ManifestSet.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();

        boolean compiled = compiler.getTask(
                        errors,
                        null,
                        null,
                        List.of("-classpath", ours, "-proc:none", "-d", folder.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();

        assertThat(compiled).as(errors.toString()).isTrue();
    }

    private static Object call(ClassLoader alone) throws Exception {
        Class<?> probe = alone.loadClass(Probe.class.getName());
        assertThat(probe).isNotSameAs(Probe.class);
        try {
            Constructor<?> constructor = probe.getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((Callable<?>) constructor.newInstance()).call();
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** What a host does; loaded by a class loader that knows this module and the JDK alone. */
    static final class Probe implements Callable<String> {
        Probe() {}

        @Override
        public String call() {
            ManifestSet before = ManifestSet.of(deployment("nginx:1"), object("v1", "Service", "webank"));
            ManifestSet after = ManifestSet.of(List.of(object("v1", "Namespace", ""), deployment("nginx:2")))
                    .plus(ManifestSet.of(object("v1", "Secret", "webank")))
                    .with(object("v1", "ConfigMap", "webank"))
                    .select(manifest -> !manifest.name().isEmpty())
                    .map(manifest -> manifest);
            ManifestSet patched = after.patch(
                            deployment("nginx:2").id(),
                            JsonPatch.builder()
                                    .add("/spec/replicas", ScalarTree.of(2))
                                    .build())
                    .patch(deployment("nginx:2").id(), MergePatch.of(MapTree.of("spec", MapTree.of("paused", "no"))));
            ManifestPatch byName = ManifestPatch.merge(
                    ManifestSelector.object("Deployment", "obs"),
                    MergePatch.of(MapTree.of("status", ScalarTree.ofNull())));
            ManifestPatch byKind = ManifestPatch.json(
                    ManifestSelector.kind("Deployment"),
                    JsonPatch.builder().remove("/spec/paused").build());
            patched = ManifestPatch.applyAll(List.of(byName, byKind), patched);
            return byName.toString()
                    + byKind.hashCode()
                    + ManifestDiff.between(before, patched).text()
                    + before
                    + patched
                    + SecretData.in(patched)
                    + patched.find("Deployment", "obs")
                    + patched.all("Secret")
                    + patched.hashCode();
        }

        private static Manifest deployment(String image) {
            Tree container = MapTree.of("name", "obs").with("image", image);
            Tree pod = MapTree.of("spec", MapTree.of("containers", ListTree.of(container)));
            return Manifest.of(
                    object("apps/v1", "Deployment", "webank").tree().with("spec", MapTree.of("template", pod)));
        }

        private static Manifest object(String apiVersion, String kind, String namespace) {
            MapTree metadata = MapTree.of("name", "obs");
            return Manifest.of(MapTree.builder()
                    .put("apiVersion", apiVersion)
                    .put("kind", kind)
                    .put("metadata", namespace.isEmpty() ? metadata : metadata.with("namespace", namespace))
                    .build());
        }
    }
}
