package com.adorsys.webank.deploy.examples.benchmarks;

/** Who brings a release to a cluster. */
interface Contestant extends AutoCloseable {
    /** How it is called in the table. */
    String name();

    /** Does what it may do before the clock runs: writes the files that it reads, or reads the manifests. */
    void prepare(int objects, String namespace, String version);

    /** Brings the cluster to what was prepared. */
    void apply();

    /** Whether it runs in this process, and is the faster the longer it has run. */
    default boolean isInProcess() {
        return true;
    }

    /** What it needed most of memory in the last {@link #apply}, in bytes; 0 if it is not measured. */
    default long peakMemory() {
        return 0;
    }

    @Override
    default void close() {}
}
