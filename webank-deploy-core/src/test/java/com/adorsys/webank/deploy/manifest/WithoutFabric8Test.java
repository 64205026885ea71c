package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

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
            ManifestSet after = ManifestSet.of(java.util.List.of(object("v1", "Namespace", ""), deployment("nginx:2")))
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
            patched = ManifestPatch.applyAll(java.util.List.of(byName, byKind), patched);
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
