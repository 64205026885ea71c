package com.adorsys.webank.deploy.examples.environments;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;

import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.tree.FileTree;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The charts in the folder {@code charts} of the repository, which are those of dev. */
class ChartsTest {
    private static final Path CHARTS = Path.of("..", "..", "charts");

    private final FileTree expected = WebankCharts.of(WebankEnvironments.dev()).tree("");

    @Test
    void are_those_of_dev() {
        assertThat(expected)
                .as("Write them anew: webank-deploy chart --out charts")
                .isUpToDateIn(CHARTS);
    }

    @Test
    void are_not_beside_others() {
        assertThat(FileTree.scopesIn(CHARTS)).isEqualTo(expected.scopes());
    }
}
