package com.adorsys.webank.deploy.assertions;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.tree.FileTree;
import org.assertj.core.api.Assertions;

/**
 * The entry point for the assertions of this library and of AssertJ: one static import is enough for both.
 *
 * <pre>{@code
 * import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
 *
 * assertThat(manifests).deployment("webank-obs").hasReplicas(1).runsAsNonRoot();
 * assertThat(manifests).matchesGolden("webank-dev.yaml");
 * }</pre>
 */
public class DeployAssertions extends Assertions {
    /** For subclasses that add assertions of their own. */
    protected DeployAssertions() {}

    /** Assertions on a set of manifests. */
    public static ManifestSetAssert assertThat(ManifestSet actual) {
        return new ManifestSetAssert(actual);
    }

    /** Assertions on one manifest without a set. */
    public static ManifestAssert assertThat(Manifest actual) {
        return new ManifestAssert(actual, ManifestSet.of(actual));
    }

    /** Assertions on generated files. */
    public static FileTreeAssert assertThat(FileTree actual) {
        return new FileTreeAssert(actual);
    }
}
