package com.adorsys.webank.deploy.tree;

/** What happens to generated files that were edited after they were generated. */
public enum HandEdits {
    /** They are reported as errors, with what differs, and nothing is written. */
    REPORT,
    /** They are written over. An edited file that is no longer generated is reported all the same. */
    OVERWRITE
}
