package com.adorsys.webank.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartMetadataTest {
    private static final ChartMetadata SHOP = ChartMetadata.builder()
            .name("shop")
            .version(SemVer.parse("1.4.0-rc.1"))
            .description("A shop: with everything.")
            .appVersion("1.10")
            .kubeVersion(VersionConstraint.parse(">=1.29.0-0"))
            .home("https://example.com/shop")
            .addSources("https://github.com/example/shop")
            .addKeywords("shop", "yes")
            .addMaintainers(
                    ChartMaintainer.builder()
                            .name("Ann")
                            .email("ann@example.com")
                            .url("https://example.com/ann")
                            .build(),
                    ChartMaintainer.of("Team"))
            .icon("https://example.com/shop.svg")
            .status(ChartMetadata.Status.DEPRECATED)
            .putAnnotations("z/last", "2")
            .putAnnotations("a/first", "1")
            .addDependencies(
                    ChartDependency.builder()
                            .name("stock")
                            .version(VersionConstraint.parse("^1.2.0"))
                            .repository("file://../stock")
                            .condition("stock.enabled,global.stock")
                            .addTags("back-end")
                            .build(),
                    ChartDependency.builder()
                            .name("stock")
                            .version(VersionConstraint.parse("2.x"))
                            .repository("oci://registry.example.com/charts")
                            .alias("stock2")
                            .build())
            .build();

    private static final String SHOP_YAML = """
            apiVersion: v2
            name: shop
            description: "A shop: with everything."
            type: application
            version: 1.4.0-rc.1
            appVersion: "1.10"
            kubeVersion: ">=1.29.0-0"
            home: https://example.com/shop
            sources:
            - https://github.com/example/shop
            keywords:
            - shop
            - "yes"
            maintainers:
            - name: Ann
              email: ann@example.com
              url: https://example.com/ann
            - name: Team
            icon: https://example.com/shop.svg
            deprecated: true
            annotations:
              a/first: "1"
              z/last: "2"
            dependencies:
            - name: stock
              version: ^1.2.0
              repository: file://../stock
              condition: stock.enabled,global.stock
              tags:
              - back-end
            - name: stock
              version: 2.x
              repository: oci://registry.example.com/charts
              alias: stock2
            """;

    @Test
    void every_setting_is_a_key() {
        assertThat(SHOP.yaml()).isEqualTo(SHOP_YAML);
    }

    @Test
    void the_text_is_read_back() {
        assertThat(ChartMetadata.parse(SHOP_YAML)).isEqualTo(SHOP);
    }

    @Test
    void a_chart_needs_only_a_name_and_a_version() {
        ChartMetadata library = ChartMetadata.builder()
                .name("lib")
                .version(SemVer.of(1, 0, 0))
                .type(ChartMetadata.Type.LIBRARY)
                .build();

        assertThat(library.yaml()).isEqualTo("""
                apiVersion: v2
                name: lib
                type: library
                version: "1.0.0"
                """);
        assertThat(ChartMetadata.parse(library.yaml())).isEqualTo(library);
    }

    @Test
    void what_others_write_is_read() {
        ChartMetadata metadata = ChartMetadata.parse("""
                name: shop
                apiVersion: v2
                version: "1.0.0"
                description:
                dependencies:
                  - name: stock
                    version: "~1"
                    repository: ""
                    import-values: [data]
                """);

        assertThat(metadata.description()).isEmpty();
        assertThat(metadata.dependencies().get(0).repository()).isEmpty();
        assertThat(metadata.yaml()).endsWith("""
                dependencies:
                - name: stock
                  version: "~1"
                  import-values:
                  - data
                """);
    }

    @Property
    void what_is_written_is_read_back(@ForAll("metadata") ChartMetadata metadata) {
        assertThat(ChartMetadata.parse(metadata.yaml())).isEqualTo(metadata);
    }

    @Provide
    Arbitrary<ChartMetadata> metadata() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("0123456789-_.")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(name -> !name.equals(".") && !name.equals(".."));
        Arbitrary<String> lines = Arbitraries.oneOf(
                Arbitraries.of("yes", "1.0", "0x1F", "~", "# a", "- b", "{{ c }}", "é ü 日本", "a: b", "'", "\"", "null"),
                Arbitraries.strings()
                        .withCharRange(' ', '~')
                        .ofMinLength(1)
                        .ofMaxLength(30)
                        .filter(s -> !s.isBlank()));
        Arbitrary<String> urls = names.map(name -> "https://example.com/" + name);
        Arbitrary<ChartMaintainer> maintainers = Combinators.combine(lines, names.optional(), urls.optional())
                .as((name, mail, url) -> ChartMaintainer.builder()
                        .name(name)
                        .email(mail.map(text -> text + "@example.com"))
                        .url(url)
                        .build());
        Arbitrary<ChartDependency> dependencies = Combinators.combine(
                        Arbitraries.of("^1.2", "1.x", ">=1.0.0-0 <2", "*"),
                        Arbitraries.of("https://example.com/charts", "oci://r.example.com/c", "file://../x", "@stable")
                                .optional(),
                        Arbitraries.of("a.enabled", "a.b.c,d").optional(),
                        lines.list().ofMaxSize(2))
                .as((version, repository, condition, tags) -> ChartDependency.builder()
                        .name("part")
                        .version(VersionConstraint.parse(version))
                        .repository(repository)
                        .condition(condition)
                        .addAllTags(tags)
                        .build());
        return Combinators.combine(
                        names,
                        SemVerTest.versions().map(SemVer::parse),
                        lines.optional(),
                        lines.list().ofMaxSize(3),
                        urls.optional(),
                        maintainers.list().ofMaxSize(2),
                        Arbitraries.maps(lines, lines).ofMaxSize(3),
                        dependencies.list().ofMaxSize(3))
                .as((name, version, text, keywords, url, people, annotations, charts) -> ChartMetadata.builder()
                        .name(name)
                        .version(version)
                        .description(text)
                        .appVersion(text)
                        .addAllKeywords(keywords)
                        .home(url)
                        .icon(url)
                        .addAllMaintainers(people)
                        .putAllAnnotations(annotations)
                        .addAllDependencies(withAliases(charts))
                        .build());
    }

    private static List<ChartDependency> withAliases(List<ChartDependency> charts) {
        return java.util.stream.IntStream.range(0, charts.size())
                .mapToObj(i -> charts.get(i).withAlias("alias-" + i))
                .collect(Collectors.toList());
    }

    @Test
    void everything_that_is_wrong_in_a_text_is_reported_with_its_place() {
        assertThatThrownBy(() -> ChartMetadata.parse("""
                apiVersion: v2
                name: web/shop
                version: 1.4
                """))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "Chart.yaml:3:1: error WRONG_TYPE version: `version` is the number `1.4`; a string is expected. Write it in"
                                + " quotes: `\"1.4\"`.");
        assertThatThrownBy(() -> ChartMetadata.parse("""
                apiVersion: v2
                name: web/shop
                version: "1.4"
                kubeVersion: new
                home: example.com
                maintainers:
                - name: Ann
                  email: ann
                dependencies:
                - name: stock
                  version: latest
                - name: stock
                  version: 1.x
                  repository: ../stock
                  alias: a.b
                """))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("""
                        Chart.yaml:2:1: error NAME_INVALID name: `web/shop` is not the name of a chart. Use at most 250 characters of a-z, A-Z, 0-9, `-`, `_` and `.`.
                        Chart.yaml:3:1: error VERSION_INVALID version: `1.4` is not a semantic version. Write three numbers, as in `1.4.0`, then optionally a pre-release, as in `1.4.0-rc.1`, and build metadata, as in `1.4.0+5`.
                        Chart.yaml:4:1: error VERSION_INVALID kubeVersion: `new` is not a constraint of versions. Write a version, or conditions such as `>=1.2.0 <2.0.0`, `^1.2.0` or `1.x`; write `*` for every version that is no pre-release.
                        Chart.yaml:5:1: error URL_INVALID home: `example.com` is not an address. Write `https://host/path`.
                        Chart.yaml:8:3: error TEXT_INVALID maintainers[0].email: `ann` is not an address for mail. Write it as in `webank@example.com`.
                        Chart.yaml:11:3: error VERSION_INVALID dependencies[0].version: `latest` is not a constraint of versions. Write a version, or conditions such as `>=1.2.0 <2.0.0`, `^1.2.0` or `1.x`; write `*` for every version that is no pre-release.
                        Chart.yaml:14:3: error URL_INVALID dependencies[1].repository: `../stock` is not an address. Write `https://host/path`, `oci://host/path`, `file://../folder` or `@alias`; leave it out for a chart in `charts`.
                        Chart.yaml:15:3: error NAME_INVALID dependencies[1].alias: `a.b` is not an alias. Use a-z, A-Z, 0-9, `-` and `_`.""");
    }

    @Test
    void a_chart_of_helm_2_is_refused() {
        assertThatThrownBy(() -> ChartMetadata.parse("apiVersion: v1\nname: a\nversion: 1.0.0\nengine: gotpl\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "Chart.yaml:1:1: error UNKNOWN_VALUE apiVersion: `apiVersion` is `v1`, and not `v2`. Write `v2`; in"
                                + " charts of Helm 2, move the dependencies from `requirements.yaml` too.\n"
                                + "Chart.yaml:4:1: error UNKNOWN_KEY engine: `engine` is not a key of a Chart.yaml. Remove it; the keys are"
                                + " `apiVersion`, `name`, `version`, `description`, `type`, `appVersion`, `kubeVersion`, `home`,"
                                + " `sources`, `keywords`, `maintainers`, `icon` and 3 more.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "é"})
    void a_name_is_one_part_of_a_path(String name) {
        assertThatThrownBy(() -> ChartMetadata.builder()
                        .name(name)
                        .version(SemVer.of(1, 0, 0))
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error NAME_INVALID name: "
                        + (name.isEmpty() ? "the chart's name is empty" : "`" + name + "` is not the name of a chart")
                        + ". Use at most 250 characters of a-z, A-Z, 0-9, `-`, `_` and `.`.");
    }

    @Test
    void two_dependencies_need_two_names() {
        ChartDependency stock = ChartDependency.builder()
                .name("stock")
                .version(VersionConstraint.parse("1.x"))
                .build();

        assertThatThrownBy(() -> SHOP.withDependencies(stock, stock))
                .hasMessage(
                        "error DUPLICATE dependencies: two dependencies have the name or alias `stock`. Give one of them"
                                + " another `alias`.");
        assertThat(SHOP.plusDependencies(stock.withAlias("third")).dependencies())
                .hasSize(3);
    }

    @Test
    void texts_are_on_one_line_and_addresses_have_no_password() {
        assertThatThrownBy(() -> SHOP.withDescription("a\nb"))
                .hasMessage(
                        "error TEXT_INVALID description: `a\\nb` has a line break or another control character. Write it on"
                                + " one line.");
        assertThatThrownBy(() -> SHOP.withHome("https://ann:secret@example.com"))
                .hasMessage(
                        "error URL_CREDENTIALS home: the address contains a user or a password. Write the plain address.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../web", "https://", "oci://", "file://", "@", "alias:", "web", "https://a b", ""})
    void a_repository_is_an_address(String repository) {
        assertThatThrownBy(() -> SHOP.dependencies().get(0).withRepository(repository))
                .hasMessage("error URL_INVALID dependency.repository: "
                        + (repository.isEmpty() ? "the address is empty" : "`" + repository + "` is not an address")
                        + ". Write `https://host/path`, `oci://host/path`, `file://../folder` or `@alias`; leave it out for a"
                        + " chart in `charts`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a.b,", "a b", "a, b"})
    void a_condition_is_the_path_of_a_value(String condition) {
        assertThatThrownBy(() -> SHOP.dependencies().get(0).withCondition(condition))
                .hasMessage("error TEXT_INVALID dependency.condition: "
                        + (condition.isEmpty()
                                ? "the condition is empty"
                                : "`" + condition + "` is not the path of a value")
                        + ". Write keys joined by dots, as in `obs.enabled`; separate several paths by commas, without"
                        + " spaces.");
    }
}
