package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.TreeArbitraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WaiverPropertiesTest {
    @Provide
    Arbitrary<ManifestSet> sets() {
        return TreeArbitraries.manifestSets();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void every_problem_of_any_set_can_be_waived_at_its_object(@ForAll("sets") ManifestSet manifests) {
        List<Problem> problems = Checks.all().check(manifests);
        Set<String> codes = new TreeSet<>();
        problems.forEach(problem -> codes.add(problem.code()));
        List<Waiver> waivers = new ArrayList<>();
        for (Manifest manifest : manifests) {
            codes.forEach(code -> waivers.add(Waiver.of(code, manifest.toString(), "a reason")));
        }

        CheckReport report = Checks.all().check(manifests, waivers);

        assertThat(report.problems())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("WAIVER_UNUSED"));
        assertThat(report.waived().values().stream().mapToInt(List::size).sum()).isEqualTo(problems.size());
    }
}
