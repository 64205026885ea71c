package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.sample.Door;
import org.junit.jupiter.api.Test;

/** Uses a value of the style from outside its package, as a user of the library does. */
class DeployStyleTest {
    private final Door door = Door.builder()
            .width(80)
            .colour("red")
            .plate("Office")
            .putLabels("floor", "2")
            .putLabels("a-side", "north")
            .build();

    @Test
    void a_user_of_another_package_builds_a_value_stage_by_stage() {
        assertThat(door.width()).isEqualTo(80);
        assertThat(door.colour()).isEqualTo("red");
        assertThat(door.plate()).contains("Office");
        assertThat(door.locks()).isEqualTo(1);
    }

    @Test
    void maps_keep_their_order() {
        assertThat(door.labels())
                .containsExactly(java.util.Map.entry("floor", "2"), java.util.Map.entry("a-side", "north"));
    }

    @Test
    void a_change_is_a_copy() {
        Door blue = door.withColour("blue").withLocks(2);

        assertThat(blue.colour()).isEqualTo("blue");
        assertThat(blue.locks()).isEqualTo(2);
        assertThat(door.colour()).isEqualTo("red");
        assertThat(blue.withColour("red").withLocks(1)).isEqualTo(door).hasSameHashCodeAs(door);
    }

    @Test
    void a_copy_is_checked_like_a_new_value() {
        assertThatThrownBy(() -> door.withWidth(0))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage("error DOOR_WIDTH width: the width is `0`. Give a width of 1 or more.");
    }
}
