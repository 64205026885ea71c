package com.adorsys.webank.deploy.eks.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseRecordTest {
    private final RecordNames names = new RecordNames(Samples.RELEASE);

    @Test
    void times_have_six_digits_whatever_they_are() {
        LeaseRecord lease = LeaseRecord.none(names)
                .taken("jane", Duration.ofSeconds(30), Instant.parse("2026-11-23T09:00:00Z"))
                .renewed(Instant.parse("2026-11-23T09:00:10.123456789Z"));
        assertThat(Json.write(lease.body())).isEqualTo("""
                        {"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"webank-deploy.obs",\
                        "namespace":"webank","labels":{"app.kubernetes.io/managed-by":"webank-deploy",\
                        "deploy.webank.adorsys.com/release":"obs"}},"spec":{"holderIdentity":"jane",\
                        "leaseDurationSeconds":30,"acquireTime":"2026-11-23T09:00:00.000000Z",\
                        "renewTime":"2026-11-23T09:00:10.123456Z","leaseTransitions":0}}""");
    }

    @Test
    void the_servers_time_of_the_last_change_is_the_newest_of_all_managers() {
        LeaseRecord lease = new LeaseRecord(names, JsonTrees.map("""
                        {metadata: {managedFields: [{time: '2026-11-23T09:00:05Z'}, {time: '2026-11-23T09:00:07Z'},
                        {time: 'soon'}, {}]}}"""));
        assertThat(lease.changed()).contains(Instant.parse("2026-11-23T09:00:07Z"));
        assertThat(LeaseRecord.none(names).changed()).isEmpty();
        assertThat(lease.isFree()).isTrue();
        assertThat(lease.duration()).isZero();
    }

    @Test
    void one_that_is_given_back_has_no_holder_and_keeps_its_times() {
        LeaseRecord lease = LeaseRecord.none(names).taken("jane", Duration.ofSeconds(30), Samples.TIME);
        assertThat(lease.released().isFree()).isTrue();
        assertThat(lease.released().renewed()).isEqualTo(lease.renewed());
        assertThat(lease.released()
                        .taken("joe", Duration.ofSeconds(30), Samples.TIME)
                        .holder())
                .isEqualTo("joe");
    }

    @Test
    void terms_are_whole_seconds_of_somebody() {
        LeaseTerms terms = LeaseTerms.of("jane").lasting(Duration.ofSeconds(5)).waiting(Duration.ofMillis(10));
        assertThat(terms.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThatThrownBy(() -> terms.lasting(Duration.ofMillis(1500))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms.lasting(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LeaseTerms.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
