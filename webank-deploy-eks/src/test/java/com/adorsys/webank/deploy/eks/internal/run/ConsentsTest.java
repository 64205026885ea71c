package com.adorsys.webank.deploy.eks.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.ObjectRef;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentsTest {
    private static final List<PlannedObject> OBJECTS =
            List.of(PlannedObject.of(ResourceId.of("apps/v1", "Deployment", "shop", "web"), Action.UPDATE));

    private static List<String> unused(DeployOptions options) {
        return new Consents(Release.of("shop", "shop"), options)
                .unused(OBJECTS).stream().map(Problem::toString).toList();
    }

    @Test
    void an_option_that_names_no_object_of_the_plan_has_no_effect() {
        assertThat(unused(DeployOptions.builder()
                        .addReplaced(ObjectRef.parse("Deployment/shop/wed"))
                        .addDataDeleted(ObjectRef.parse("PersistentVolumeClaim/shop/data"))
                        .build()))
                .containsExactly(
                        "warning OPTION_WITHOUT_EFFECT shop/shop: `--replace Deployment/shop/wed` has no effect: neither the"
                                + " set nor the release has this object. Did you mean `Deployment/shop/web`? If not, leave it out.",
                        "warning OPTION_WITHOUT_EFFECT shop/shop: `--delete-data PersistentVolumeClaim/shop/data` has no"
                                + " effect: neither the set nor the release has this object. Leave it out.");
    }

    @Test
    void one_that_names_an_object_of_the_plan_is_not_reported() {
        assertThat(unused(DeployOptions.builder()
                        .addAdopted(ObjectRef.parse("Deployment/shop/web"))
                        .build()))
                .isEmpty();
    }
}
