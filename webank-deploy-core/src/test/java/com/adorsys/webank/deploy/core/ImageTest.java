package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {
    private static final String SHA256 = "sha256:" + "0123456789abcdef".repeat(4);

    /** The distribution project's grammar of a name, a tag and a digest, with the algorithms that it registers. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<name>(?:(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])"
                    + "(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\\[[a-fA-F0-9:]+])(?::[0-9]+)?/)?"
                    + "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)"
                    + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
                    + "(?:@(?<digest>sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}))?");

    @Nested
    class Parsing {
        @ParameterizedTest
        @CsvSource({
            "nginx:1.27, '', nginx, 1.27",
            "adorsys/obs:bd93440d, '', adorsys/obs, bd93440d",
            "ghcr.io/adorsys-gis/webank-online-banking:bd93440d, ghcr.io, adorsys-gis/webank-online-banking, bd93440d",
            "localhost/obs:1, localhost, obs, 1",
            "localhost:5000/obs:1, localhost:5000, obs, 1",
            "registry:5000/obs:1, registry:5000, obs, 1",
            "[::1]:5000/obs:1, [::1]:5000, obs, 1",
            "Registry.Example.com/obs:1, Registry.Example.com, obs, 1",
            "a.b/c__d/e--f.g_h:_1, a.b, c__d/e--f.g_h, _1",
            "ghcr.io:1, '', ghcr.io, 1",
        })
        void tells_the_parts(String reference, String registry, String repository, String tag) {
            Image image = Image.parse(reference);

            assertThat(image.registry()).isEqualTo(registry);
            assertThat(image.repository()).isEqualTo(repository);
            assertThat(image.tag()).contains(tag);
            assertThat(image.digest()).isEmpty();
            assertThat(image).hasToString(reference);
        }

        @Test
        void reads_a_digest() {
            Image image = Image.parse("postgres@" + SHA256);

            assertThat(image.tag()).isEmpty();
            assertThat(image.digest()).contains(SHA256);
            assertThat(image).hasToString("postgres@" + SHA256);
        }

        @Test
        void keeps_a_tag_beside_a_digest_but_does_not_write_it() {
            Image image = Image.parse("postgres:17@" + SHA256);

            assertThat(image.tag()).contains("17");
            assertThat(image).hasToString("postgres@" + SHA256);
        }

        @ParameterizedTest
        @CsvSource({
            "webank:pa55@ghcr.io/owner/name:1.0, ***@ghcr.io/owner/name:1.0",
            "webank:p%40ss!@ghcr.io/owner/name:1.0, ***@ghcr.io/owner/name:1.0",
            "webank:pa/ss@ghcr.io/owner/name:1.0, ***@ghcr.io/owner/name:1.0",
        })
        void refuses_credentials_and_shows_none_of_them(String reference, String shown) {
            assertInvalid(
                    reference,
                    "error IMAGE_INVALID image: the image `" + shown
                            + "` contains a user or a password. Remove the part"
                            + " before the `@`, and keep it in a Secret that `imagePullSecrets` names.");
        }

        @Test
        void refuses_credentials_in_a_registry() {
            Image image = Image.parse("nginx:1.27");

            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> image.withRegistry("webank:pa55@ghcr.io"))
                    .withMessageStartingWith("error IMAGE_INVALID image: the image `***@ghcr.io` contains a user");
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> Image.of("webank:pa55@ghcr.io", "nginx", "1.27"))
                    .withMessageStartingWith(
                            "error IMAGE_INVALID image: the image `***@ghcr.io/nginx:1.27` contains a user");
        }

        @Test
        void refuses_neither_tag_nor_digest() {
            assertInvalid(
                    "nginx",
                    "error IMAGE_INVALID image: the image `nginx` has neither a tag nor a digest. Add a tag, as in"
                            + " `nginx:1.27`, or a digest, as in `nginx@sha256:...`.");
        }

        @Test
        void refuses_an_empty_text() {
            assertInvalid(
                    "",
                    "error IMAGE_INVALID image: the image is empty. Give a reference, as in `ghcr.io/owner/name:1.0`.");
        }

        @Test
        void refuses_upper_case() {
            assertInvalid(
                    "ghcr.io/Adorsys/obs:1",
                    "error IMAGE_INVALID image: the repository `Adorsys/obs` of the image"
                            + " `ghcr.io/Adorsys/obs:1` is not valid: each part between / consists of a-z and 0-9, joined"
                            + " by ., _, __ or hyphens. Write the repository in lower case.");
        }

        @Test
        void refuses_a_scheme() {
            assertInvalid(
                    "https://ghcr.io/adorsys/obs:1",
                    "error IMAGE_INVALID image: the image `https://ghcr.io/adorsys/obs:1` starts with a scheme. Remove"
                            + " `https://`.");
        }

        @Test
        void refuses_a_bad_registry() {
            assertInvalid(
                    "ghcr_.io/obs:1",
                    "error IMAGE_INVALID image: the registry `ghcr_.io` of the image `ghcr_.io/obs:1` is not"
                            + " valid: a registry is a host name with an optional port. Write the registry as in `ghcr.io` or `localhost:5000`.");
        }

        @Test
        void refuses_a_bad_tag() {
            assertInvalid(
                    "nginx:1 27",
                    "error IMAGE_INVALID image: the tag `1 27` of the image `nginx:1 27` is not valid: a tag has 1"
                            + " to 128 characters of A-Z, a-z, 0-9, _, . and -, and does not start with . or -. Correct the tag.");
        }

        @Test
        void refuses_a_bad_digest() {
            assertInvalid(
                    "nginx@sha256:abc",
                    "error IMAGE_INVALID image: the digest `sha256:abc` of the image `nginx@sha256:abc` is not valid:"
                            + " a digest is sha256:, sha384: or sha512:, then 64, 96 or 128 digits of 0-9 and a-f. Copy the whole digest"
                            + " from the registry.");
        }

        @Test
        void refuses_a_long_repository() {
            String longest = "a".repeat(255);

            assertThat(Image.parse("ghcr.io/" + longest + ":1").repository()).isEqualTo(longest);
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> Image.parse(longest + "a:1"))
                    .withMessage("error IMAGE_INVALID image: the repository of the image `" + "a".repeat(256)
                            + ":1` has 256 characters, and at most 255 are allowed. Use a shorter repository.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    " nginx:1",
                    "nginx:1 ",
                    "nginx:",
                    "nginx@",
                    ":1",
                    "@" + "x",
                    "/nginx:1",
                    "nginx/:1",
                    "a//b:1",
                    "-a:1",
                    "a-:1",
                    "a___b:1",
                    "a._b:1",
                    "ghcr.io:/a:1",
                    "ghcr.io:x/a:1",
                    "ghcr..io/a:1",
                    "-x.io/a:1",
                    "nginx:.1",
                    "nginx:-1",
                    "nginx:1:2",
                    "n\nx:1",
                    "n\u00e9:1",
                    "[::1/a:1",
                    "[]/a:1",
                    "a.b:1:2/c:1"
                })
        void refuses(String reference) {
            assertThatExceptionOfType(DeployException.InvalidInput.class).isThrownBy(() -> Image.parse(reference));
        }
    }

    @Nested
    class Making {
        @Test
        void joins_the_parts() {
            assertThat(Image.of("docker.io", "bitnami/postgresql", "17"))
                    .hasToString("docker.io/bitnami/postgresql:17")
                    .isEqualTo(Image.parse("docker.io/bitnami/postgresql:17"));
        }

        @Test
        void finds_a_registry_in_the_repository_when_none_is_given() {
            assertThat(Image.of("", "ghcr.io/adorsys/obs", "1").registry()).isEqualTo("ghcr.io");
        }

        @Test
        void refuses_an_empty_tag() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> Image.of("docker.io", "nginx", ""))
                    .withMessageStartingWith(
                            "error IMAGE_INVALID image: the tag `` of the image `docker.io/nginx:` is not valid");
        }
    }

    @Nested
    class Changing {
        @Test
        void another_tag_drops_the_digest() {
            assertThat(Image.parse("nginx:1@" + SHA256).withTag("2")).isEqualTo(Image.parse("nginx:2"));
        }

        @Test
        void a_digest_keeps_the_tag() {
            assertThat(Image.parse("nginx:1").withDigest(SHA256)).isEqualTo(Image.parse("nginx:1@" + SHA256));
        }

        @Test
        void registry_and_repository_can_be_replaced() {
            Image image = Image.parse("nginx:1");

            assertThat(image.withRegistry("docker.io").withRepository("library/nginx"))
                    .isEqualTo(Image.parse("docker.io/library/nginx:1"));
            assertThat(image.withRegistry("docker.io").withRegistry("")).isEqualTo(image);
        }
    }

    @Test
    void is_equal_by_its_parts() {
        EqualsVerifier.forClass(Image.class).verify();
    }

    @Property
    void accepts_what_the_distribution_project_accepts(@ForAll("nearReferences") String text) {
        Matcher matcher = REFERENCE.matcher(text);
        boolean expected = matcher.matches() && (matcher.group("tag") != null || matcher.group("digest") != null);

        // A first part in upper case is a registry to the distribution project, and a mistake to us.
        int slash = text.indexOf('/');
        String first = slash < 0 ? "" : text.substring(0, slash);
        if (first.matches("[A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*")) {
            expected = false;
        }

        assertThat(isAccepted(text)).as(text).isEqualTo(expected);
    }

    @Property(maxDiscardRatio = 20)
    void reads_back_what_it_writes(@ForAll("nearReferences") String text) {
        Assume.that(isAccepted(text));
        Image image = Image.parse(text);
        Image again = Image.parse(image.toString());

        assertThat(again.registry()).isEqualTo(image.registry());
        assertThat(again.repository()).isEqualTo(image.repository());
        assertThat(again).hasToString(image.toString());
    }

    @Property
    void throws_nothing_else(@ForAll String text) {
        isAccepted(text);
    }

    @Provide
    Arbitrary<String> nearReferences() {
        Arbitrary<String> host =
                Arbitraries.of("", "ghcr.io/", "localhost/", "l:5000/", "[::1]:5/", "A/", "a.b-/", "-a.b/");
        Arbitrary<String> part = Arbitraries.oneOf(
                Arbitraries.of("a", "a/b-c", "0__a.b"),
                Arbitraries.strings().withChars("ab0._-/A").ofMaxLength(8));
        Arbitrary<String> tag = Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.strings().withChars("aZ0._-:").ofMaxLength(5).map(text -> ":" + text));
        Arbitrary<String> digest =
                Arbitraries.of("", "", "@" + SHA256, "@" + SHA256 + "0", "@md5:00", "@sha512:" + "a".repeat(128));
        return Combinators.combine(host, part, tag, digest).as((a, b, c, d) -> a + b + c + d);
    }

    private static boolean isAccepted(String text) {
        try {
            Image.parse(text);
            return true;
        } catch (DeployException.InvalidInput e) {
            assertThat(e.problems()).hasSize(1);
            return false;
        }
    }

    private static void assertInvalid(String reference, String message) {
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> Image.parse(reference))
                .withMessage(message);
    }
}
