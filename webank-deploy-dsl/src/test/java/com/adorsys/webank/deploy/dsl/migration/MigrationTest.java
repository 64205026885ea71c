package com.adorsys.webank.deploy.dsl.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java written for values of the charts. */
class MigrationTest {
    private static final Path CASES = Path.of("src/test/resources/parity");
    private static final Path HISTORY = Path.of("../../shared/history");
    private static final Release RELEASE = Release.of("webank", "webank");

    @TempDir
    Path folder;

    @Test
    void every_case_of_parity_is_written_and_renders_the_same() throws IOException {
        WrittenClasses written = new WrittenClasses(folder);
        List<String> refused = new ArrayList<>();
        for (Path parity : folders(CASES)) {
            MapTree facts =
                    (MapTree) YamlReader.read(parity.resolve("case.json")).tree();
            Chart chart = Chart.named(facts.string("chart").orElseThrow()).orElseThrow();
            try {
                Release release = Release.of(
                        facts.string("release").orElseThrow(),
                        facts.string("namespace").orElseThrow());
                written.add(Migration.of(ChartValues.read(chart, parity.resolve("values.yaml")), release));
            } catch (DeployException.InvalidInput invalid) {
                String expectation = facts.string("expect").orElseThrow();
                refused.add((expectation.equals("reject") ? "" : expectation + " ") + parity.getFileName());
            }
        }
        written.assertRenderedEqual();
        assertThat(written.size()).isEqualTo(43);
        // What is rejected anyway, what no values can repair, and passwords that the values have.
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "obs-common-annotations-text",
                        "obs-common-labels-name",
                        "obs-env-map",
                        "obs-env-number",
                        "obs-image-no-tag",
                        "obs-release-invalid",
                        "obs-service-null",
                        "fix obs-database-password-null",
                        "fix obs-hpa-no-targets",
                        "equal obs-database",
                        "equal umbrella-postgres-replication",
                        "equal umbrella-values-postgres");
    }

    /** Every revision of a real environment, where the files are. Those with an error, or with a password, are refused. */
    @Test
    void every_revision_is_written_and_renders_the_same() throws IOException {
        assumeTrue(Files.exists(HISTORY), "there is no folder " + HISTORY + " with the revisions");
        WrittenClasses written = new WrittenClasses(folder);
        Map<String, List<String>> refused = new TreeMap<>();
        try (Stream<Path> files = Files.list(HISTORY)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                try {
                    written.add(application(YamlReader.read(file)));
                } catch (DeployException.InvalidInput invalid) {
                    refused.put(file.getFileName().toString(), errors(invalid));
                }
            }
        }
        written.assertRenderedEqual();
        assertThat(written.size()).isPositive();
        assertThat(refused.values())
                .allSatisfy(
                        codes -> assertThat(codes).isSubsetOf(ProblemCodes.SECRET_IN_VALUES, ProblemCodes.WRONG_TYPE));
    }

    private static List<String> errors(DeployException.InvalidInput invalid) {
        return invalid.problems().stream()
                .filter(Problem::isError)
                .map(Problem::code)
                .toList();
    }

    private static Migration application(YamlDocument document) {
        MapTree tree = (MapTree) document.tree();
        ApplicationDocument.Chart chart = ApplicationDocument.of(tree).charts().get(0);
        ChartValues values =
                ChartValues.read(Chart.WEBANK, chart.values().orElseThrow(), chart.valuesPath(), document.locations());
        return Migration.of(values, Release.of(chart.releaseName(), chart.namespace()))
                .withApplication(tree);
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted().toList();
        }
    }

    private static Migration values(Chart chart, String yaml) {
        return Migration.of(
                ChartValues.read(chart, YamlReader.read("values.yaml", yaml.getBytes(StandardCharsets.UTF_8))),
                RELEASE);
    }

    @Test
    void a_class_is_written_as_a_whole() {
        Migration migration = application(YamlReader.read("dev.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: webank-dev
                  namespace: argocd
                spec:
                  project: webank
                  source:
                    repoURL: https://charts.example.com
                    chart: webank
                    targetRevision: 1.2.0-rc.2
                    helm:
                      valuesObject:
                        db:
                          enabled: false
                        obs:
                          replicaCount: 2
                          resources:
                            requests: {cpu: 300m, memory: 1Gi}
                          env:
                            - name: GREETING
                              value: "say \\"h\u00e9llo\\"\\n"
                          envFrom:
                            - secretRef: {name: webank-obs-secret}
                          database:
                            host: db.example.com
                            name: webank
                            user: webank
                            secretName: rds-secret
                        prs:
                          env: []
                          envFrom:
                            - secretRef: {name: webank-prs-secret}
                          database:
                            host: db.example.com
                            name: webank
                            user: webank
                            secretName: rds-secret
                        userapp:
                          image:
                            tag: latest
                          envFrom:
                            - secretRef: {name: webank-userapp-secret}
                        ingress:
                          host: dev.webank.example.com
                  destination:
                    server: https://kubernetes.default.svc
                    namespace: webank
                  syncPolicy:
                    automated:
                      prune: true
                      selfHeal: true
                """.getBytes(StandardCharsets.UTF_8)));
        assertThat(migration.source(JavaClassName.of("com.example", "Dev"))).isEqualTo("""
                package com.example;

                import com.adorsys.webank.deploy.argocd.Destination;
                import com.adorsys.webank.deploy.core.Host;
                import com.adorsys.webank.deploy.core.Image;
                import com.adorsys.webank.deploy.core.Release;
                import com.adorsys.webank.deploy.core.SecretKeyRef;
                import com.adorsys.webank.deploy.core.SecretRef;
                import com.adorsys.webank.deploy.dsl.Chart;
                import com.adorsys.webank.deploy.dsl.ExternalDatabase;
                import com.adorsys.webank.deploy.dsl.OnlineBanking;
                import com.adorsys.webank.deploy.dsl.PendingRegistration;
                import com.adorsys.webank.deploy.dsl.Posture;
                import com.adorsys.webank.deploy.dsl.Replicas;
                import com.adorsys.webank.deploy.dsl.UserApp;
                import com.adorsys.webank.deploy.dsl.Webank;
                import com.adorsys.webank.deploy.dsl.environment.Environment;
                import com.adorsys.webank.deploy.dsl.network.ClassIngress;
                import com.adorsys.webank.deploy.dsl.pod.EnvVar;
                import com.adorsys.webank.deploy.dsl.values.ChartValues;
                import com.adorsys.webank.deploy.manifest.ListTree;
                import com.adorsys.webank.deploy.manifest.Locations;
                import com.adorsys.webank.deploy.manifest.MapTree;

                /** Written from values of the chart webank, and equal to them in the chart posture. */
                public final class Dev {
                    private Dev() {}

                    /** The Webank that the values describe. */
                    public static Webank webank() {
                        return Webank.builder()
                                .onlineBanking(onlineBanking())
                                .userApp(userApp())
                                .pendingRegistration(pendingRegistration())
                                .ingress(ClassIngress.builder()
                                        .host(Host.of("dev.webank.example.com"))
                                        .build())
                                .build();
                    }

                    private static UserApp userApp() {
                        // userapp.envFrom[0]: the user app uses a Secret, but writes its `VITE_` variables to scripts that every
                        // visitor can read. Write public values in `env`, and remove secret values from the user app.
                        // userapp: the Java starts from values of the chart, since a builder makes something else:
                        // `spec.template.spec.containers[name=userapp-frontend].envFrom` of `Deployment/webank-dev-userapp` differs.
                        // Use a builder instead of `chartOnly()` as soon as the environment can do without that.
                        return chartOnly()
                                .userApp()
                                // userapp.image.tag: the image's tag is `latest`, which can change at any time and cannot be rolled
                                // back. Write the tag of a build, or a digest.
                                .withImage(Image.parse("ghcr.io/adorsys-gis/webank-userapp:latest"));
                    }

                    private static OnlineBanking onlineBanking() {
                        // obs.resources: `resources` is ignored by the chart: the container gets none in the chart posture. Keep it for
                        // the hardened posture, which renders it.
                        // .resources(Resources.request("300m", "1Gi").withLimits("400m", "1Gi"))
                        return OnlineBanking.builder()
                                .image(Image.parse(
                                        "ghcr.io/adorsys-gis/webank-online-banking:bd93440d5977debae17cf9552913d91fe44a907d"))
                                .database(ExternalDatabase.builder()
                                        .host(Host.of("db.example.com"))
                                        .name("webank")
                                        .user("webank")
                                        .password(SecretKeyRef.of("rds-secret", "password"))
                                        .build())
                                .secrets(SecretRef.of("webank-obs-secret"))
                                .scaling(Replicas.of(2))
                                .addEnv(EnvVar.of("GREETING", "say \\"h\\u00e9llo\\"\\n"))
                                .build();
                    }

                    private static PendingRegistration pendingRegistration() {
                        return PendingRegistration.builder()
                                .image(Image.parse("ghcr.io/adorsys-gis/webank-prs:cf473e31804906edaf95e1ca3cced343a63b221c"))
                                .database(ExternalDatabase.builder()
                                        .host(Host.of("db.example.com"))
                                        .name("webank")
                                        .user("webank")
                                        .password(SecretKeyRef.of("rds-secret", "password"))
                                        .build())
                                .secrets(SecretRef.of("webank-prs-secret"))
                                .build();
                    }

                    /** What no builder offers, as values of the chart. */
                    private static Webank chartOnly() {
                        return ChartValues.read(
                                        Chart.WEBANK,
                                        MapTree.of(
                                                "userapp",
                                                MapTree.of(
                                                        "envFrom",
                                                        ListTree.of(
                                                                MapTree.of("secretRef", MapTree.of("name", "webank-userapp-secret"))))),
                                        "",
                                        Locations.none())
                                .toModel(release())
                                .webank()
                                .orElseThrow();
                    }

                    /** The release that the values are for. */
                    public static Release release() {
                        return Release.of("webank-dev", "webank");
                    }

                    /** The environment of the Application, whose manifests are committed to a Git repository. */
                    public static Environment environment(String repository) {
                        return Environment.builder()
                                .name("dev")
                                .webank(webank())
                                .destination(Destination.inCluster("webank"))
                                .repository(repository)
                                .releaseName("webank-dev")
                                .posture(Posture.chart())
                                .build();
                    }
                }
                """);
    }

    @Test
    void keys_that_the_chart_does_not_have_are_comments() {
        Migration migration = values(Chart.WEBANK, """
                redis:
                  enabled: true
                obs:
                  enabled: false
                  global:
                    storage: fast
                  livenessProbe:
                    httpGet:
                      path: /live
                """);

        assertThat(migration.source(JavaClassName.of("", "Dev")))
                .contains("// redis: `redis` is not a key of the chart webank. Remove it: the chart has no such part;")
                .contains(
                        "// obs.enabled: `enabled` is not a key of the part obs. Remove it: this part is always rendered;")
                .contains("// obs.global.storage: `storage` is not a key of the charts' globals.")
                .contains("ContainerProbe.httpGet(\"/live\"");
        assertThatThrownBy(() -> values(Chart.WEBANK_OBS, "livenessProbe: {enabled: true}\n"))
                .hasMessageContaining("error UNKNOWN_KEY livenessProbe.enabled: ");
    }

    @Test
    void a_password_in_the_values_is_never_written() {
        DeployException.InvalidInput invalid =
                catchThrowableOfType(DeployException.InvalidInput.class, () -> values(Chart.WEBANK_OBS, """
                database:
                  password: jude1234
                """));
        assertThat(invalid.problems())
                .singleElement()
                .hasToString(
                        "values.yaml:2:3: error SECRET_IN_VALUES database.password: the database's password is in the values,"
                                + " and in the Secret rendered from them. Write `secretName`, the name of an existing Secret.");
    }

    @Test
    void what_no_builder_offers_is_a_warning() {
        assertThat(values(Chart.WEBANK_USERAPP, """
                envFrom:
                  - configMapRef:
                      name: settings
                """).warnings())
                .extracting(Problem::toString)
                .containsExactly("""
                values.yaml:1:1: warning CHART_ONLY: the Java starts from values of the chart, since a builder makes something\
                 else: `spec.template.spec.containers[name=userapp-frontend].envFrom` of `Deployment/webank-webank-userapp`\
                 differs. Use a builder instead of `chartOnly()` as soon as the environment can do without that.""");
    }

    @Test
    void a_comment_cannot_end_or_begin_anything_in_the_source() {
        WrittenClasses written = new WrittenClasses(folder);
        written.add(values(Chart.WEBANK_USERAPP, """
                env:
                  - name: "A\\\\u000aB"
                    value: "${X}"
                  - name: A
                    value: "\\\\u0022 \\" \\\\ \\0 \\u2028 \\ud83d\\ude00 */ // \\t"
                """));
        written.assertRenderedEqual();
    }

    @Test
    void the_destination_of_an_application_is_kept() {
        Migration dev = values(Chart.WEBANK, "{}");
        assertThat(environment(dev, "{name: blue, namespace: webank}"))
                .contains(".destination(Destination.cluster(\"blue\", \"webank\"))");
        assertThat(environment(dev, "{server: 'https://api.example.com', namespace: webank}"))
                .contains(".destination(Destination.server(\"https://api.example.com\", \"webank\"))");
        assertThat(environment(dev, "{server: no-address, namespace: other}"))
                .contains(".put(\"server\", \"no-address\")")
                .contains(".put(\"namespace\", \"webank\")");
        assertThat(environment(dev, "{}"))
                .contains(".destination(Destination.inCluster(\"webank\"))")
                .contains(".syncPolicy(SyncPolicy.manual())");
    }

    private static String environment(Migration migration, String destination) {
        MapTree application = (MapTree) YamlReader.read(
                        "app.yaml", ("spec: {destination: " + destination + "}").getBytes(StandardCharsets.UTF_8))
                .tree();
        return migration.withApplication(application).source(JavaClassName.of("com.example", "Dev"));
    }

    @Test
    void an_application_of_the_chart_of_a_component_has_no_environment() {
        assertThat(environment(values(Chart.WEBANK_USERAPP, "{}"), "{}")).doesNotContain("Environment");
    }

    @Test
    void a_class_cannot_have_the_name_of_a_type_that_it_uses() {
        Migration migration = values(Chart.WEBANK_USERAPP, "{}");
        assertThatThrownBy(() -> migration.source(JavaClassName.of("com.example", "Image")))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessageContaining("error NAME_INVALID class: the class would have the name of"
                        + " `com.adorsys.webank.deploy.core.Image`, which it uses. Choose another name.");
        Migration dev = values(Chart.WEBANK, "{}").withApplication(MapTree.of());
        assertThatThrownBy(() -> dev.source(JavaClassName.of("com.example", "String")))
                .hasMessageContaining("`java.lang.String`");
    }
}
