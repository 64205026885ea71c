package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeOverTest {
    @Test
    void says_of_what_it_is() {
        assertThat(TakeOver.kubectl()).hasToString("kubectl");
        assertThat(TakeOver.helm("webank").removingRecords()).hasToString("Helm release webank");
        assertThat(TakeOver.manager("kustomize-controller")).hasToString("manager kustomize-controller");
        assertThat(TakeOver.manager("kustomize-controller").manager()).isEqualTo("kustomize-controller");
        assertThat(TakeOver.argoCd("shop")).hasToString("Argo CD Application shop");
        assertThat(TakeOver.argoCd("argocd/shop").namespace()).isEqualTo("argocd");
        assertThat(TakeOver.flux("flux-system/shop")).hasToString("Flux Kustomization flux-system/shop");
        assertThat(TakeOver.flux("shop").manager()).isEmpty();
        assertThat(TakeOver.kubectl().manager()).isEmpty();
        assertThat(TakeOver.manager("helm").isHelm()).isFalse();
    }

    @Test
    void only_helms_records_are_removed() {
        assertThat(TakeOver.helm("webank").removingRecords().removesRecords()).isTrue();
        assertThat(TakeOver.manager("flux").removingRecords()).isEqualTo(TakeOver.manager("flux"));
        assertThat(TakeOver.kubectl().removingRecords().removesRecords()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void a_name_that_no_manager_has_is_refused(String name) {
        assertThatThrownBy(() -> TakeOver.manager(name))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessageContaining(
                        "MANAGER_INVALID takeOver.manager: the field manager `" + name.replace("\n", "\\n")
                                + "` is not allowed: its name has 1 to 128 printable characters."
                                + " Name it as `kubectl get --show-managed-fields` shows it.");
    }

    @Test
    void a_name_that_is_too_long_is_refused() {
        assertThat(TakeOver.manager("a".repeat(128)).manager()).hasSize(128);
        assertThatThrownBy(() -> TakeOver.manager("a".repeat(129))).isInstanceOf(DeployException.InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "/shop", "a/b/c", "a b"})
    void a_name_that_no_source_has_is_refused(String name) {
        assertThatThrownBy(() -> TakeOver.argoCd(name))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessageContaining("NAME_INVALID takeOver.argoCd: `" + name + "` is not a valid name: ")
                .hasMessageEndingWith(" Write NAME or NAMESPACE/NAME.");
        assertThatThrownBy(() -> TakeOver.flux(name)).isInstanceOf(DeployException.InvalidInput.class);
    }

    @Test
    void equality_is_of_the_content() {
        EqualsVerifier.forClass(TakeOver.class)
                .withNonnullFields("tool", "namespace", "name")
                .verify();
    }
}
