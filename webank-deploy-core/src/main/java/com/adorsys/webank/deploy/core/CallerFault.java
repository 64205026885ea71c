package com.adorsys.webank.deploy.core;

import java.util.List;

/** Describes an exception that a function of the caller has thrown. */
public final class CallerFault {
    /** Prefixes of classes that call the function or that it calls: a frame of one of them is not the caller's code. */
    private static final List<String> NOT_THE_CALLER = List.of(
            "java.",
            "io.fabric8.",
            "com.adorsys.webank.deploy.manifest.Map",
            "com.adorsys.webank.deploy.manifest.Trees",
            "com.adorsys.webank.deploy.dsl.ReleasePart",
            "com.adorsys.webank.deploy.dsl.internal.PodContainers");

    private CallerFault() {}

    /**
     * The class of the exception and the line of the caller's code. The message of the exception is omitted, since it
     * may contain a secret value.
     */
    public static String describe(RuntimeException e) {
        String thrown = "its function threw " + e.getClass().getName();
        for (StackTraceElement frame : e.getStackTrace()) {
            if (NOT_THE_CALLER.stream().noneMatch(frame.getClassName()::startsWith)) {
                return thrown + " in " + frame.getMethodName() + " (" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")";
            }
        }
        return thrown;
    }
}
