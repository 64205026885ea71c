package com.adorsys.webank.deploy.examples.environments;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;

import com.adorsys.webank.deploy.assertions.Goldens;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebankEnvironmentsTest {
    private final ManifestSet dev = WebankEnvironments.dev().manifests();
    private final ManifestSet staging = WebankEnvironments.staging().manifests();
    private final ManifestSet prod = WebankEnvironments.prod().manifests();

    static Iterable<Environment> environments() {
        return WebankEnvironments.all();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void hold_no_secrets_no_errors_and_no_dangling_references(Environment environment) {
        assertThat(environment.manifests()).hasNoSecretData().hasNoErrors().hasNoDanglingReferences();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void route_the_host_to_every_component(Environment environment) {
        String host = environment.name() + ".webank.example.com";
        assertThat(environment.manifests())
                .ingress("webank")
                .routes(host, "/", "webank-userapp")
                .routes(host, "/api", "webank-obs")
                .routes(host, "/api/prs", "webank-prs");
    }

    @ParameterizedTest
    @MethodSource("environments")
    void take_their_passwords_from_secrets_of_the_cluster(Environment environment) {
        assertThat(environment.manifests())
                .requiresSecret("rds-secret", "password")
                .requiresSecret("webank-obs-secret")
                .requiresSecret("webank-prs-secret")
                .deployment("webank-obs")
                .hasEnvFromSecret("SPRING_DATASOURCE_PASSWORD", "rds-secret", "password")
                .hasEnv("SPRING_PROFILES_ACTIVE", "postgres")
                .exposes(8081);
    }

    @Test
    void dev_runs_one_pod_of_each_component() {
        assertThat(dev).deployment("webank-obs").hasReplicas(1);
        assertThat(dev).deployment("webank-prs").hasReplicas(1);
        assertThat(dev).deployment("webank-userapp").hasReplicas(1);
    }

    @Test
    void prod_scales_online_banking_by_its_load() {
        assertThat(prod).deployment("webank-obs").hasNoFixedReplicas();
        assertThat(prod).contains("HorizontalPodAutoscaler", "webank-obs");
    }

    @Test
    void prod_runs_the_images_of_staging_and_takes_only_digests() {
        Environment tagged = WebankEnvironments.prod()
                .withImages(WebankEnvironments.dev().webank().images());

        assertThat(WebankEnvironments.prod().webank().images())
                .isEqualTo(WebankEnvironments.staging().webank().images());
        assertThat(WebankEnvironments.prod().checkReport().errors()).isEmpty();
        assertThat(tagged.checkReport().errors())
                .isNotEmpty()
                .allMatch(problem -> problem.code().equals("IMAGE_DIGEST_MISSING"));
    }

    @Test
    void staging_differs_from_dev_by_a_roll_out_at_most() {
        assertThat(staging).differsFrom(dev, ChangeClass.ROLL_OUT);
    }

    @Test
    void are_rendered_as_the_goldens_say() {
        assertThat(dev).matchesGolden("dev.yaml");
        assertThat(staging).matchesGolden("staging.yaml");
        assertThat(prod).matchesGolden("prod.yaml");
        Goldens.assertNoOrphans();
    }
}
