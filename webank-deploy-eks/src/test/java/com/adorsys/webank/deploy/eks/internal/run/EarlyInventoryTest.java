package com.adorsys.webank.deploy.eks.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiFailures;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EarlyInventoryTest {
    private static EarlyInventory failing(RuntimeException failure) {
        return EarlyInventory.begin(() -> {
            throw failure;
        });
    }

    @Test
    void one_that_is_still_read_is_waited_for() {
        CountDownLatch asked = new CountDownLatch(1);
        Callable<Inventory> slow = () -> {
            asked.await();
            return Inventory.none();
        };
        EarlyInventory early = EarlyInventory.begin(slow);
        asked.countDown();

        assertThat(early.within(Deadline.none())).contains(Inventory.none());
    }

    @Test
    void one_that_is_not_there_by_the_deadline_of_the_run_is_read_anew() {
        CountDownLatch never = new CountDownLatch(1);
        EarlyInventory early = EarlyInventory.begin(() -> {
            never.await();
            return Inventory.none();
        });

        assertThat(early.within(Deadline.in(Duration.ofMillis(10)))).isEmpty();
        never.countDown();
    }

    @Test
    void what_the_server_refuses_is_refused_to_the_run() {
        ApiException refused = ApiFailures.answered(403, "{}");

        assertThatThrownBy(() -> failing(refused).within(Deadline.none())).isSameAs(refused);
    }

    @Test
    void another_failure_is_left_to_a_reading_of_the_run() {
        assertThat(failing(new DeployException.Refused("It is damaged.")).within(Deadline.none()))
                .isEmpty();
    }
}
