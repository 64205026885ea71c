package com.adorsys.webank.deploy.dsl.environment;

/** How the images of an environment must be named. */
public enum ImagePolicy {
    /** By a tag or a digest. */
    ANY,
    /**
     * By a digest, so that what runs is what was tested: a tag can be moved to another image. It holds for the final manifests:
     * with the images of lock files, init containers, sidecars, databases and extra manifests.
     */
    DIGESTS_REQUIRED
}
