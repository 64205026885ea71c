package com.adorsys.webank.deploy.dsl.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesDialectTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.2.0", "v1.2.0", "1.2.0-rc.2", "0.1.0", "1.x", "^1.2.0", "~1.2", "=1.0.1", "~> 1.2", "1"})
    void of_a_version_below_2_is_old(String version) {
        assertThat(ValuesDialect.ofVersion(version)).contains(ValuesDialect.OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "v2.0.0", "2.0.0-rc.1", "2.1.0+5", "10.0.0", "2.*", "^2.0.0", "~2.1", "2", "12"})
    void of_a_version_from_2_on_is_exported(String version) {
        assertThat(ValuesDialect.ofVersion(version)).contains(ValuesDialect.EXPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "main", "*", ">=1.0.0", ">2", "<2.0.0", "1.x || 2.x", "1.0.0 - 3.0.0", "2abc", "1.", "v", "^"
            })
    void of_any_other_text_is_not_known(String version) {
        assertThat(ValuesDialect.ofVersion(version)).isEmpty();
    }
}
