package com.adorsys.webank.deploy.gitops.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/example/deployment, https://api.github.com",
        "https://GitHub.com/example/deployment.git, https://api.github.com",
        "https://example.ghe.com/example/deployment/, https://api.example.ghe.com",
        "https://git.example.com:8443/example/deployment, https://git.example.com:8443/api/v3",
        "http://localhost:80/example/deployment, http://localhost:80/api/v3"
    })
    void the_api_follows_from_the_host(String url, String api) {
        RepositoryAddress address = RepositoryAddress.parse(url, Optional.empty());
        assertThat(address.api()).hasToString(api);
        assertThat(address.fullName()).isEqualTo("example/deployment");
    }

    @Test
    void another_api_can_be_named() {
        assertThat(RepositoryAddress.parse("https://github.com/a/b.c", Optional.of("https://proxy.example.com/gh/"))
                        .api())
                .hasToString("https://proxy.example.com/gh");
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/example, is not the address of a repository of GitHub",
        "https://github.com/example/a/b, is not the address of a repository of GitHub",
        "https://github.com/example/.., is not the address of a repository of GitHub",
        "http://github.com/example/deployment, is not an https address",
        "git@github.com:example/deployment.git, is not an https address",
        "/home/deployment, is not an https address"
    })
    void other_addresses_are_refused(String url, String what) {
        assertThatThrownBy(() -> RepositoryAddress.parse(url, Optional.empty()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("`" + url + "` " + what);
    }

    @Test
    void credentials_in_an_address_are_refused_and_not_shown() {
        assertThatThrownBy(() -> RepositoryAddress.parse("https://x:ghp_secret@github.com/a/b", Optional.empty()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the address contains a user, a password, a query or a fragment")
                .hasMessageNotContaining("ghp_secret");
    }
}
