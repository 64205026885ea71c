package com.adorsys.webank.deploy.eks.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.identity.AccessEntry;
import com.adorsys.webank.deploy.identity.PodIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.eks.model.CreateAccessEntryRequest;
import software.amazon.awssdk.services.eks.model.CreatePodIdentityAssociationRequest;

/** The inputs for the AWS CLI have the names that EKS gives them, by the model of the AWS SDK. */
class AwsInputsTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/obs";

    @Test
    void an_access_entry() {
        assertKnown(
                AccessEntry.of("webank-dev", ROLE, "deployers").cliInput(),
                CreateAccessEntryRequest.builder().build());
    }

    @Test
    void a_pod_identity_association() {
        assertKnown(
                PodIdentity.of(ROLE)
                        .association("webank-dev", "webank", "webank-obs")
                        .cliInput(),
                CreatePodIdentityAssociationRequest.builder().build());
    }

    private static void assertKnown(String input, SdkPojo request) {
        List<String> members =
                request.sdkFields().stream().map(SdkField::memberName).toList();

        assertThat(members)
                .containsAll(
                        Json.readMap(input.getBytes(StandardCharsets.UTF_8)).keys());
    }
}
