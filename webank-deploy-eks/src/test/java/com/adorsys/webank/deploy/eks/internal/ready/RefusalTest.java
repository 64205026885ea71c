package com.adorsys.webank.deploy.eks.internal.ready;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Error creating: pods "app-1-" is forbidden: exceeded quota: q, requested: cpu=1, used: cpu=1, limited: cpu=1 | exceeded quota: q, requested: cpu=1, used: cpu=1, limited: cpu=1 | Free something of the ResourceQuota `q`, raise it, or ask for less
            pods "app-1-" is forbidden: failed quota: q: must specify limits.cpu for: main | failed quota: q: must specify limits.cpu for: main | State the requests and limits that the namespace's ResourceQuota demands
            pods "app-1-" is forbidden: violates PodSecurity "restricted:latest": x. | violates PodSecurity "restricted:latest": x | Set what the namespace's Pod Security level demands, or give the namespace another level (label `pod-security.kubernetes.io/enforce`)
            (combined from similar events): Error creating: pods "a-" is forbidden: error looking up service account ns/a: serviceaccount "a" not found | serviceaccount "a" not found | Create the ServiceAccount, or name one that exists
            Create Pod db-1 in StatefulSet db failed error: admission webhook "w.example.com" denied the request: no | admission webhook "w.example.com" denied the request: no | Ask who runs that webhook, or change what it refuses
            create Pod db-1 in StatefulSet db failed error: pods "db-1" is forbidden: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1 | exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1 | Free something of the ResourceQuota `few`, raise it, or ask for less
            Internal error occurred: failed calling webhook "w": refused | Internal error occurred: failed calling webhook "w": refused | Ask who runs that webhook, or change what it refuses
            pods "a-" is forbidden: no PriorityClass with name p was found | no PriorityClass with name p was found | Create the PriorityClass, or name one that exists
            something else | something else | ~~
            """)
    void says_what_is_refused_and_what_to_do(String message, String text, String remedy) {
        Finding finding = Refusal.of(message);

        assertThat(finding.what()).isEqualTo("its Pods are refused: " + text);
        assertThat(finding.remedy()).isEqualTo(remedy);
        assertThat(finding.rank()).isEqualTo(Finding.Rank.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "Create"})
    void says_that_a_claim_is_refused(String verb) {
        Finding finding = Refusal.of(verb + " Claim data-db-0 for Pod db-0 in StatefulSet db failed error:"
                + " persistentvolumeclaims \"data-db-0\" is forbidden: exceeded quota: q, requested:"
                + " persistentvolumeclaims=1, used: persistentvolumeclaims=0, limited: persistentvolumeclaims=0");

        assertThat(finding.what())
                .isEqualTo(
                        "its PersistentVolumeClaims are refused: exceeded quota: q, requested:"
                                + " persistentvolumeclaims=1, used: persistentvolumeclaims=0, limited: persistentvolumeclaims=0");
        assertThat(finding.remedy()).isEqualTo("Free something of the ResourceQuota `q`, raise it, or ask for less");
    }
}
