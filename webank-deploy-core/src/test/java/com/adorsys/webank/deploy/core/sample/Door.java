package com.adorsys.webank.deploy.core.sample;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A value in the library's style, as a package of the library declares it. */
@DeployStyle
@Value.Immutable
public interface Door extends WithDoor {
    /** A builder: {@code width}, {@code colour}, then what has a default. */
    static ImmutableDoor.WidthBuildStage builder() {
        return ImmutableDoor.builder();
    }

    int width();

    String colour();

    Optional<String> plate();

    Map<String, String> labels();

    @Value.Default
    default int locks() {
        return 1;
    }

    @Value.Check
    default void check() {
        if (width() < 1) {
            throw new DeployException.InvalidInput(Problem.error(
                    "DOOR_WIDTH", Location.of("width"), "the width is `" + width() + "`", "give a width of 1 or more"));
        }
    }
}
