package com.adorsys.webank.deploy.eks;

import java.util.List;

/**
 * A step on the way of an Application from a chart to a directory.
 *
 * @param state how it stands now
 * @param title what is to be done or checked, on one line
 * @param details what was found, or the command that does it, one line each
 */
public record SwitchStep(State state, String title, List<String> details) {
    /** How a step stands. */
    public enum State {
        /** It was done before. */
        DONE("done"),
        /** It is a check, and the check passes now. */
        PASSED("ok"),
        /** It is still to be done. */
        OPEN("open"),
        /** It is a check, and the check fails now. */
        FAILED("failed");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** {@code done}, {@code ok}, {@code open} or {@code failed}. */
        @Override
        public String toString() {
            return text;
        }
    }

    /** Copies the list. */
    public SwitchStep {
        details = List.copyOf(details);
    }
}
