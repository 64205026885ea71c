package com.adorsys.webank.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartRepositoryTest {
    private static ChartArchive archive(String name, String version) {
        return ChartArchive.of(HelmChart.builder()
                .metadata(ChartMetadata.builder()
                        .name(name)
                        .version(SemVer.parse(version))
                        .build())
                .build());
    }

    private final ChartArchive shop9 = archive("shop", "1.9.0");
    private final ChartArchive shop10 = archive("shop", "1.10.0");
    private final ChartArchive bank = archive("bank", "2.0.0-rc.1");

    @Test
    void the_index_has_charts_by_name_and_versions_from_the_newest() {
        ChartRepository repository = ChartRepository.of(List.of(shop9, bank, shop10));

        assertThat(repository.index()).isEqualTo("""
                apiVersion: v1
                entries:
                  bank:
                  - apiVersion: v2
                    name: bank
                    type: application
                    version: 2.0.0-rc.1
                    digest: %s
                    urls:
                    - bank-2.0.0-rc.1.tgz
                  shop:
                  - apiVersion: v2
                    name: shop
                    type: application
                    version: "1.10.0"
                    digest: %s
                    urls:
                    - shop-1.10.0.tgz
                  - apiVersion: v2
                    name: shop
                    type: application
                    version: "1.9.0"
                    digest: %s
                    urls:
                    - shop-1.9.0.tgz
                """.formatted(bank.digest(), shop10.digest(), shop9.digest()));
        assertThat(repository.index())
                .isEqualTo(ChartRepository.of(List.of(shop10, shop9, bank)).index());
    }

    @Test
    void addresses_and_times_are_written_if_they_are_given() {
        ChartRepository repository = ChartRepository.of(List.of(bank))
                .withUrl("https://example.com/charts")
                .withCreated(Instant.parse("2026-11-29T06:00:00Z"));

        assertThat(repository.index()).isEqualTo("""
                apiVersion: v1
                entries:
                  bank:
                  - apiVersion: v2
                    name: bank
                    type: application
                    version: 2.0.0-rc.1
                    created: "2026-11-29T06:00:00Z"
                    digest: %s
                    urls:
                    - https://example.com/charts/bank-2.0.0-rc.1.tgz
                generated: "2026-11-29T06:00:00Z"
                """.formatted(bank.digest()));
    }

    @Test
    void the_folder_to_serve_has_the_archives() {
        assertThat(ChartRepository.of(List.of(shop9, bank)).tree().paths())
                .containsExactly(".webank-deploy", "bank-2.0.0-rc.1.tgz", "index.yaml", "shop-1.9.0.tgz");
    }

    @Test
    void a_version_is_there_once() {
        assertThatThrownBy(() -> ChartRepository.of(List.of(bank, archive("bank", "2.0.0-rc.1"))))
                .hasMessage(
                        "error DUPLICATE archives: two archives have the name `bank-2.0.0-rc.1.tgz`. Give one of the charts"
                                + " another version.");
    }

    @Test
    void an_address_has_no_password() {
        assertThatThrownBy(() -> ChartRepository.of(List.of(bank)).withUrl("https://a:b@example.com"))
                .hasMessage(
                        "error URL_CREDENTIALS url: the address contains a user or a password. Write the plain address.");
    }
}
