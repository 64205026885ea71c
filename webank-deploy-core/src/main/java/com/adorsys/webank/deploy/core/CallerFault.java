package com.adorsys.webank.deploy.core;

import java.util.List;

/** Describes an exception that a function of the caller has thrown. */
public final class CallerFault {
    /** Classes that call the function, or that it calls; none of them is where the fault is. */
    private static final List<String> OTHERS = List.of(
            "java.",
            "io.fabric8.",
            "com.adorsys.webank.deploy.manifest.Map",
            "com.adorsys.webank.deploy.manifest.Trees",
            "com.adorsys.webank.deploy.dsl.ReleasePart");

    private CallerFault() {}

    /**
     * The class of the exception and the line of the caller's code. The message is left out, since it may contain a secret
     * value.
     */
    public static String describe(RuntimeException e) {
        String thrown = "its function threw " + e.getClass().getName();
        for (StackTraceElement frame : e.getStackTrace()) {
            if (OTHERS.stream().noneMatch(frame.getClassName()::startsWith)) {
                return thrown + " in " + frame.getMethodName() + " (" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")";
            }
        }
        return thrown;
    }
}
