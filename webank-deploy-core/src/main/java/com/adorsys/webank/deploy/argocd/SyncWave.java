package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * When Argo CD applies an object of an Application: objects of a wave are applied after those of lower waves are healthy.
 * Immutable.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">Sync Phases and Waves</a>
 */
public final class SyncWave {
    static final String ANNOTATION = "argocd.argoproj.io/sync-wave";

    private final int wave;

    private SyncWave(int wave) {
        this.wave = wave;
    }

    /** A wave; the default of Argo CD is 0, and lower ones are negative. */
    public static SyncWave of(int wave) {
        return new SyncWave(wave);
    }

    /** The object in this wave. */
    public Manifest on(Manifest object) {
        return annotated(object, ANNOTATION, Integer.toString(wave));
    }

    static Manifest annotated(Manifest object, String key, String value) {
        return Manifest.of(Trees.with(object.tree(), ScalarTree.of(value), "metadata", "annotations", key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncWave that && wave == that.wave;
    }

    @Override
    public int hashCode() {
        return wave;
    }

    @Override
    public String toString() {
        return "wave " + wave;
    }
}
