package com.adorsys.webank.deploy.dsl;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.check.Waiver;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.lang.reflect.Executable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables that every visitor of the user app can read refuse secrets. */
class PublicVariablesTest {
    private static final String SETTINGS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: public, namespace: webank}
            data: {url: /api, teller-password: hunter2}
            """;

    @Test
    void no_method_takes_a_reference_or_a_tree_that_could_be_one() {
        List<Executable> all = new ArrayList<>(List.of(PublicSource.class.getMethods()));
        all.addAll(List.of(PublicSource.class.getConstructors()));

        assertThat(all)
                .filteredOn(method -> method.getDeclaringClass() == PublicSource.class)
                .allSatisfy(method -> assertThat(method.getParameterTypes())
                        .doesNotContain(
                                EnvVar.class, EnvFrom.class, MapTree.class, SecretRef.class, SecretKeyRef.class));
    }

    @ParameterizedTest
    @CsvSource({
        "VITE_WEBANK_TELLER_PASSWORD, hunter2, 'likely a secret, by the name'",
        "VITE_URL, https://webank:pa55word@example.com, a URL with a password",
        "VITE_A, ghp_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6, a GitHub token"
    })
    void a_value_that_looks_like_a_secret_is_refused_and_not_shown(String name, String value, String what) {
        assertThatThrownBy(() -> Samples.userApp().plusPublicEnv(name, value))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error PUBLIC_SECRET userApp.publicEnv." + name
                        + ": every visitor can read the variable, and its value is " + what
                        + ". Remove it. If it is public by design, take it from a ConfigMap with `publicSources`, and waive"
                        + " `PUBLIC_SECRET` with a reason.");
    }

    @ParameterizedTest
    @CsvSource({
        "VITE_WEBANK_OBS_URL, /api",
        "VITE_RESET_PASSWORD, true",
        "VITE_PASSWORD, ${PASSWORD}",
        "VITE_MAPS_API_KEY, AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q"
    })
    void what_is_public_is_not(String name, String value) {
        assertThat(Samples.userApp().plusPublicEnv(name, value).publicEnv()).containsEntry(name, value);
    }

    @ParameterizedTest
    @CsvSource({"all", "key"})
    void a_config_map_of_the_release_with_a_secret_is_refused_unless_it_is_waived(String way) {
        PublicSource source = way.equals("all")
                ? PublicSource.configMap("public")
                : PublicSource.configMapKey("VITE_PASSWORD", "public", "teller-password");
        Environment dev = Environment.builder()
                .name("dev")
                .webank(Samples.dev().withUserApp(app -> app.plusPublicSources(source)))
                .destination(Destination.inCluster("webank"))
                .repository("https://github.com/example/deployment")
                .extraManifests(YamlReader.readManifests("", SETTINGS.getBytes(StandardCharsets.UTF_8)))
                .build();

        assertThat(dev.checkReport().problems())
                .extracting(Problem::toString)
                .filteredOn(text -> text.contains("PUBLIC_SECRET"))
                .singleElement()
                .asString()
                .endsWith("every visitor of the user app can read `"
                        + (way.equals("all") ? "teller-password" : "VITE_PASSWORD")
                        + "`, and its value is likely a secret, by the name. Remove it. If it is public by design, waive"
                        + " `PUBLIC_SECRET` with a reason.")
                .doesNotContain("hunter2");
        assertThat(dev.withWaiver(Waiver.of("PUBLIC_SECRET", "ConfigMap/public", "it is shown on the page"))
                        .checkReport()
                        .problems())
                .extracting(Problem::code)
                .doesNotContain("PUBLIC_SECRET");
        assertThat(dev.withWebank(Samples.dev()
                                .withUserApp(app ->
                                        app.plusPublicSources(PublicSource.configMapKey("VITE_URL", "public", "url"))))
                        .checkReport()
                        .problems())
                .extracting(Problem::code)
                .doesNotContain("PUBLIC_SECRET");
    }
}
