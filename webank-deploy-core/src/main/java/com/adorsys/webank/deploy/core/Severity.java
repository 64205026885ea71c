package com.adorsys.webank.deploy.core;

/** The severity of a {@link Problem}. */
public enum Severity {
    /** The input cannot be used: nothing is rendered, written or applied. */
    ERROR,
    /** The input can be used, but does something that its author may not expect. */
    WARNING;

    /** The name in lower case, as the command line prints it. */
    public String text() {
        return this == ERROR ? "error" : "warning";
    }
}
