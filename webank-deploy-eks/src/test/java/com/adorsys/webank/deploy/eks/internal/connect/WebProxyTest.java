package com.adorsys.webank.deploy.eks.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebProxyTest {
    private static final String PROXY = "http://proxy.example.com:3128";

    @ParameterizedTest
    @CsvSource({
        "https://k.example.com, HTTPS_PROXY, http://proxy.example.com:3128",
        "https://k.example.com, https_proxy, http://proxy.example.com:3128",
        "http://k.example.com, HTTP_PROXY, http://proxy.example.com:3128",
        "https://k.example.com, HTTP_PROXY, ''",
        "https://localhost:6443, HTTPS_PROXY, ''",
        "https://127.0.0.1:6443, HTTPS_PROXY, ''",
        "https://[::1]:6443, HTTPS_PROXY, ''",
    })
    void the_environment_names_a_proxy_for_a_scheme_and_none_for_this_machine(
            URI url, String variable, String expected) {
        assertThat(WebProxy.of(url, Map.of(variable, PROXY)).orElse("")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "k.example.com, true",
        "example.com, true",
        ".example.com, true",
        "*.example.com, true",
        "*, true",
        "'other.org, EXAMPLE.com ', true",
        "ample.com, false",
        "other.org, false",
        "'', false"
    })
    void no_proxy_lists_hosts_and_domains(String list, boolean direct) {
        assertThat(WebProxy.of(URI.create("https://k.example.com"), Map.of("HTTPS_PROXY", PROXY, "NO_PROXY", list))
                        .isEmpty())
                .isEqualTo(direct);
    }

    @Test
    void a_proxy_without_a_scheme_is_an_http_proxy() {
        assertThat(WebProxy.of(URI.create("https://k.example.com"), Map.of("HTTPS_PROXY", " proxy.example.com:3128 ")))
                .contains(PROXY);
    }

    @Test
    void what_cannot_be_a_proxy_is_told_apart_and_no_password_is_shown() {
        assertThat(problem(PROXY)).isEmpty();
        assertThat(problem("socks5://me:s3cret@proxy.example.com:1080"))
                .isEqualTo(
                        "error PROXY_UNSUPPORTED proxy: a proxy with the scheme `socks5` is not supported. Use an HTTP proxy, `http://HOST:PORT`.");
        assertThat(problem("http://proxy.example.com"))
                .isEqualTo(
                        "error PROXY_INVALID proxy: the proxy has no port. Write it as in `http://proxy.example.com:3128`.");
        assertThat(problem("http://a b"))
                .isEqualTo(
                        "error PROXY_INVALID proxy: the proxy is not a URL. Write it as in `http://proxy.example.com:3128`.");
        assertThat(problem("http://me:s3cret@proxy.example.com:3128"))
                .isEqualTo(
                        "error PROXY_PASSWORD_UNUSED proxy: the URL of the proxy has a password, which the JDK does not send by default. Start the JVM with `-Djdk.http.auth.tunneling.disabledSchemes=`.");
    }

    private static String problem(String proxy) {
        return WebProxy.problem(proxy, Location.of("proxy"))
                .map(Problem::toString)
                .orElse("");
    }
}
