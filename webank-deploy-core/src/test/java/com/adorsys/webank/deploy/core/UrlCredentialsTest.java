package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlCredentialsTest {
    private static final String SHA256 = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            https://webank:pa55@example.com/x                   | https://***@example.com/x
            HTTPS://webank:pa55@example.com:8443                | HTTPS://***@example.com:8443
            https://ghp_abc@github.com/org/repo                 | https://***@github.com/org/repo
            https://webank:@example.com                         | https://***@example.com
            redis://:pa55@cache:6379                            | redis://***@cache:6379
            ssh://git:pa55@example.com/x                        | ssh://***@example.com/x
            jdbc:postgresql://webank:pa55@db:5432/x             | jdbc:postgresql://***@db:5432/x
            jdbc:postgresql://db/x?user=webank&password=pa55    | jdbc:postgresql://db/x?user=webank&password=***
            jdbc:sqlserver://db;user=webank;password=pa55;a=b   | jdbc:sqlserver://db;user=webank;password=***;a=b
            JDBC:sqlserver:db;password=pa55;a=b                 | JDBC:sqlserver:db;password=***;a=b
            SSH://git:pa55@example.com/x                        | SSH://***@example.com/x
            jdbc:oracle:thin:scott/tiger@//db:1521/x            | ***@//db:1521/x
            https://example.com/x?access_token=abc&page=2       | https://example.com/x?access_token=***&page=2
            https://web@example.com:pa55@host/x                 | https://***@host/x
            https://webank:p@ss@host/x                          | https://***@host/x
            https://webank:pa/ss@host/x                         | https://***@host/x
            https://webank:p?s#s@host/x                         | https://***@host/x
            https://webank:pa:55@host/x                         | https://***@host/x
            https://webank:pa ss@host/x                         | https://***@host/x
            https://webank:12/3@host/x                          | https://***@host/x
            https://web.bank:pa:1/ss@host/x                     | https://***@host/x
            https://webank:pa55@[::1]:8080/x                    | https://***@[::1]:8080/x
            http://a:b@one,http://c:d@two                       | http://***@one,http://***@two
            mongodb://a:b@one:1,two:2/x                         | mongodb://***@one:1,two:2/x
            webank:pa55@ghcr.io/owner/name:1.0                  | ***@ghcr.io/owner/name:1.0
            webank:pa/ss@ghcr.io/owner/name:1.0                 | ***@ghcr.io/owner/name:1.0
            web@example.com:pa55@ghcr.io/owner/name:1.0         | ***@ghcr.io/owner/name:1.0
            //webank:pa55@ghcr.io                               | //***@ghcr.io
            :pa55@ghcr.io                                       | ***@ghcr.io
            url=webank:pa55@ghcr.io                             | url=***@ghcr.io
            """)
    void are_masked(String value, String shown) {
        assertThat(UrlCredentials.maskedValue(value)).isEqualTo(shown);
        assertThat(UrlCredentials.masked(value)).isEqualTo(shown);
        assertThat(UrlCredentials.masked("the address `" + value + "` of x is wrong"))
                .isEqualTo("the address `" + shown + "` of x is wrong");
        assertThat(UrlCredentials.areIn(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane.doe@example.com",
                "write to jane@example.com: she knows",
                "mailto:jane@example.com",
                "git@github.com:org/repo.git",
                "git@github.com:org/repo@v1",
                "ssh://git@github.com/org/repo",
                "git+ssh://git@github.com/org/repo",
                "SSH://joe@host/x",
                "Git+SSH://joe@host/x",
                "SFTP://joe@host/x",
                "MAILTO:jane@example.com",
                "https://example.com/a:b@c",
                "https://example.com:8443/users/@me",
                "http://localhost:8080/@scope/name",
                "https://example.com/@scope/name and jane@example.com",
                "arn:aws:sts::111122223333:assumed-role/Admin/jane@example.com",
                "nginx@sha256:abc",
                "nginx:1.27@sha256",
                "localhost:5000/obs@sha256:abc",
                "localhost:5000/obs@latest",
                "ghcr.io/owner/name:1.0@latest",
                "nginx:1.27@md5:d41d8cd98f00b204e9800998ecf8427e",
                "postgres://db:5432/webank?sslmode=require",
                "C:\\Users\\jane@example.com\\values.yaml:3:5",
                "C:/Users/jane@example.com/values.yaml:3:5",
                "@",
                "a:@b",
                "password=x",
            })
    void are_not_seen_in_what_has_none(String text) {
        assertThat(UrlCredentials.masked(text)).isEqualTo(text);
        assertThat(UrlCredentials.maskedValue(text)).isEqualTo(text);
        assertThat(UrlCredentials.areIn(text)).isFalse();
    }

    /** A step for each word of the rest would take minutes. */
    @Test
    void are_found_in_one_pass_over_a_long_text() {
        String text = "a:b/c http://d.e:80/f x@y ".repeat(50_000);

        assertThat(UrlCredentials.masked(text + "https://webank:pa55@example.com"))
                .endsWith("https://***@example.com");
        assertThat(UrlCredentials.maskedValue("x ".repeat(500_000) + "https://webank:pa55@example.com"))
                .endsWith("https://***@example.com");
    }

    @Test
    void in_a_sentence_end_with_the_word_of_the_next_at_sign() {
        assertThat(UrlCredentials.masked("see https://webank:pa 5 5@example.com, or ask jane@example.com"))
                .isEqualTo("see https://***@example.com, or ask jane@example.com");
        assertThat(UrlCredentials.masked("`https://HOST:PORT` or \"jane@example.com\""))
                .isEqualTo("`https://HOST:PORT` or \"jane@example.com\"");
    }

    @Property
    void no_password_is_shown(@ForAll("urls") String url) {
        assertThat(UrlCredentials.maskedValue(url)).doesNotContain("SECRET").endsWith("@example.com/x");
        assertThat(Problem.quote(url)).doesNotContain("SECRET").contains("***@example.com");
    }

    @Property
    void what_is_masked_stays(@ForAll("urls") String url, @ForAll String text) {
        String masked = UrlCredentials.masked(text + url);

        assertThat(UrlCredentials.masked(masked)).isEqualTo(masked);
    }

    @Property
    void a_text_without_a_colon_stays(@ForAll String text) {
        String other = text.replace(':', '.');

        assertThat(UrlCredentials.masked(other)).isEqualTo(other);
    }

    @Property
    void an_image_stays(@ForAll("images") String image) {
        assertThat(UrlCredentials.masked(image)).isEqualTo(image);
        assertThat(UrlCredentials.maskedValue(image)).isEqualTo(image);
    }

    /** Passwords of any characters, each of which begins with something that is no port. */
    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> schemes = Arbitraries.of("https://", "postgres://", "jdbc:mysql://", "oci://", "");
        Arbitrary<String> users = Arbitraries.of("webank", "web.bank", "jane@example.com", "");
        Arbitrary<String> rest = Arbitraries.strings()
                .withChars("a1/@:?#%&=\"'`<> ,;|[](){}$~\u00e9")
                .ofMaxLength(12);
        return Combinators.combine(schemes, users, rest).as((scheme, user, more) -> {
            // Without a scheme a blank ends the text, and after an address a slash makes a path.
            String password = !scheme.isEmpty() ? more : more.replaceAll("[ \"`<>/]", "");
            return scheme + user + ":SECRET" + password + "SECRET@example.com/x";
        });
    }

    @Provide
    Arbitrary<String> images() {
        Arbitrary<String> registries = Arbitraries.of("", "ghcr.io/", "localhost:5000/", "registry:5000/", "[::1]:80/");
        Arbitrary<String> names = Arbitraries.of("nginx", "owner/name", "a/b_c/d--e");
        Arbitrary<String> tags = Arbitraries.of("", ":1.27", ":bd93440d", ":_x");
        Arbitrary<String> digests = Arbitraries.of("", "@" + SHA256, "@sha512:" + "ab".repeat(64));
        return Combinators.combine(registries, names, tags, digests)
                .as((registry, name, tag, digest) -> registry + name + tag + digest);
    }

    @Nested
    class In_what_the_library_says {
        private static final String URL = "https://webank:pa55@example.com/x";

        @Test
        void are_masked_in_every_part_of_a_problem() {
            Problem problem = Problem.error(
                    "URL_INVALID", Location.of("repos[\"" + URL + "\"]"), "`" + URL + "` is wrong", "not " + URL);

            assertThat(problem.what()).isEqualTo("`https://***@example.com/x` is wrong");
            assertThat(problem.remedy()).isEqualTo("Not https://***@example.com/x");
            assertThat(problem)
                    .hasToString(
                            "error URL_INVALID repos[\"https://***@example.com/x\"]: `https://***@example.com/x` is"
                                    + " wrong. Not https://***@example.com/x.");
            assertThat(problem.location()).hasToString("repos[\"https://***@example.com/x\"]");
            assertThat(new DeployException.InvalidInput(problem)).hasMessage(problem.toString());
        }

        @Test
        void are_masked_before_a_value_is_cut() {
            assertThat(Problem.quote("https://webank:" + "pa55".repeat(30) + "@example.com"))
                    .isEqualTo("`https://***@example.com`");
        }

        @Test
        void are_masked_in_every_exception() {
            List<DeployException> exceptions = List.of(
                    new DeployException.Conflict(URL),
                    new DeployException.Refused(URL),
                    new DeployException.Refused(URL, new IllegalStateException()),
                    new DeployException.Unavailable(URL, new IllegalStateException()),
                    new DeployException.TimedOut(URL));

            assertThat(exceptions).extracting(Throwable::getMessage).containsOnly("https://***@example.com/x");
        }

        @Test
        void are_masked_in_causes_which_keep_their_stack_traces() {
            IllegalArgumentException cause = null;
            try {
                URI.create("https://webank:pa 55@example.com");
            } catch (IllegalArgumentException e) {
                cause = e;
            }
            DeployException exception = new DeployException.Unavailable("it broke", cause);

            StringWriter trace = new StringWriter();
            exception.printStackTrace(new PrintWriter(trace));

            assertThat(trace.toString())
                    .doesNotContain("pa 55")
                    .contains(
                            "Caused by: java.lang.IllegalArgumentException: Illegal character in authority at index 8:"
                                    + " https://***@example.com",
                            "at java.base/java.net.URI.create",
                            "Caused by: java.net.URISyntaxException");
        }

        @Test
        void leave_a_cause_without_them_alone() {
            IllegalStateException cause = new IllegalStateException("jane@example.com");

            assertThat(new DeployException.Unavailable("it broke", cause)).hasCause(cause);
        }
    }
}
