package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.Posture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The option {@code --posture}. */
final class PostureChoice {
    static final String POSTURE = "--posture";

    private PostureChoice() {}

    /** The posture that is named; null without the option, and a problem if there is no such posture. */
    static @Nullable Posture of(Arguments arguments) {
        String name = arguments.value(POSTURE);
        if (name == null) {
            return null;
        }
        if (name.equals("chart")) {
            return Posture.chart();
        }
        if (!name.equals("hardened")) {
            arguments.unknownValue(POSTURE, name, List.of("chart", "hardened"));
        }
        return Posture.hardened();
    }
}
