package com.adorsys.webank.deploy.dsl.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** Values of an exported chart, read into the model and written again. */
class ChartValuesIdentityTest {
    private static final WebankCharts CHARTS = WebankCharts.of(Samples.dev());
    private static final ValuesReading READING =
            new ValuesReading(new WebankDialect(Samples.dev(), new Rendered(Posture.hardened(), List.of())));

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void are_read_as_the_same_webank(@ForAll("values") MapTree values) {
        Optional<Webank> webank = read(values);
        Statistics.collect(webank.isPresent() ? "read" : "refused");

        webank.ifPresent(read -> assertThat(CHARTS.read(CHARTS.values(read))).isEqualTo(read));
    }

    private static Optional<Webank> read(MapTree values) {
        try {
            return Optional.of(CHARTS.read(values));
        } catch (DeployException.InvalidInput refused) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<MapTree> values() {
        return Arbitraries.longs().map(seed -> new ChartDraws(new Random(seed)).values(READING));
    }
}
