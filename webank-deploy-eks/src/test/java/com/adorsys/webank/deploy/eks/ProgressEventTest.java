package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.ResourceId;
import org.junit.jupiter.api.Test;

/** What is said while a run goes on. */
class ProgressEventTest {
    private static String why(String message) {
        return new ProgressEvent.ObjectFailed(ResourceId.of("v1", "Secret", "shop", "s"), message).why();
    }

    @Test
    void a_failure_is_said_on_one_line() {
        assertThat(why("Applying `Secret/shop/s` was refused.\nerror A x: one.\n\terror B y:\u001b[2J two.\n"))
                .isEqualTo("Applying `Secret/shop/s` was refused. error A x: one. error B y: [2J two.");
    }

    @Test
    void a_failure_has_no_credentials_and_an_end() {
        assertThat(why("no answer of https://user:secret@example.com/x")).doesNotContain("secret");
        assertThat(why("x".repeat(1000))).isEqualTo("x".repeat(600) + "...");
    }
}
