package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.MapTree;

/** Lets the heap of online banking's JVM use most of the memory limit. */
final class JvmMemoryStep extends ContainerStep {
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    JvmMemoryStep() {
        super(
                "jvm-memory",
                "without it, the heap of a JVM is at most a quarter of the memory limit",
                "https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html");
    }

    /** The JVM reads the variable itself, so the image's command stays as it is; a variable that is set stays too. */
    @Override
    MapTree changed(MapTree container, ReleasePart part) {
        boolean isJvm = part.component().orElse(null) instanceof OnlineBanking && Containers.isMain(container, part);
        return isJvm ? Containers.withVariable(container, OPTIONS, "-XX:MaxRAMPercentage=75") : container;
    }
}
