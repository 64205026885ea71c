package com.adorsys.webank.deploy.eks.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.DriftedField;
import com.adorsys.webank.deploy.eks.DriftedField.Change;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.ReleaseStatus;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Drift;
import com.adorsys.webank.deploy.eks.ReleaseStatus.ObjectStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunStatusTest {
    private static String text(Drift drift, DriftedField... fields) {
        ObjectStatus object = new ObjectStatus(
                ResourceId.of("apps/v1", "Deployment", "shop", "web"),
                Readiness.of(Readiness.State.CURRENT, ""),
                drift,
                List.of(fields),
                List.of());
        return new RunStatus(Release.of("shop", "shop"), ReleaseStatus.Phase.APPLIED, Optional.empty(), List.of(object))
                .text();
    }

    @Test
    void it_says_how_what_others_have_added_is_removed() {
        DriftedField[] fields = Stream.of("vi", "kubectl-set", "vi")
                .map(manager -> new DriftedField(".a", manager, Change.ADDED))
                .toArray(DriftedField[]::new);
        assertThat(text(Drift.EXTENDED, fields)).isEqualTo("""
                        shop/shop: drifted (1 added to)
                        Deployment/shop/web  current [added to]
                            .a was added by vi
                            .a was added by kubectl-set
                            .a was added by vi
                        What others have added stays when the release is applied again; `--take-over kubectl-set`, `--take-over vi` removes it.
                        """);
    }

    @Test
    void what_the_next_run_mends_needs_no_advice() {
        assertThat(text(Drift.CHANGED, new DriftedField(".a", "vi", Change.CHANGED)))
                .isEqualTo("""
                        shop/shop: drifted (1 changed)
                        Deployment/shop/web  current [changed]
                            .a was changed by vi
                        """);
    }
}
