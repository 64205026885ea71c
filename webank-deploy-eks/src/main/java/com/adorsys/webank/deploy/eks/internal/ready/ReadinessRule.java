package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * Says how far a live object is, for kinds whose status {@link KStatus} cannot read. It may remember what it has seen.
 *
 * <p>It is asked in the thread that waits: for each version of the object, and about once a second while the object is in
 * progress.
 */
@FunctionalInterface
public interface ReadinessRule {
    /** How far an object is. */
    Readiness of(MapTree live);
}
