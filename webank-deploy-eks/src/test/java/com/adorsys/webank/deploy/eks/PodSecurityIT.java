package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.PodSecurityLevel;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.eks.testing.PodAdmission;
import com.adorsys.webank.deploy.eks.testing.PodAdmission.Answer;
import com.adorsys.webank.deploy.eks.testing.PodAdmission.Verdict;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The check of Pod Security finds a problem in a Pod if, and only if, the admission of a real API server refuses it. */
class PodSecurityIT {
    private static final int AT_ONCE = 8;

    /** The version of the cluster. */
    private static final String VERSION = TestCluster.kubernetesMinor();

    private static final String ADMITTED = "ADMITTED, no problem";
    private static final String REFUSED = "REFUSED, a problem";

    private final TestCluster cluster = TestCluster.shared();

    /** A Pod, what the server says of it at a level, and what the check does. */
    private record Judged(MapTree pod, PodSecurityLevel level, Answer answer, List<Problem> problems) {
        boolean agrees() {
            return answer.verdict() == Verdict.INVALID || (answer.verdict() == Verdict.REFUSED) == !problems.isEmpty();
        }

        String verdicts() {
            return answer.verdict() + ", " + (problems.isEmpty() ? "no problem" : "a problem");
        }

        @Override
        public String toString() {
            return level + " " + JsonWriter.write(pod) + "\n  server: " + answer.text() + "\n  check: " + problems;
        }
    }

    @Example
    void each_rule_refuses_what_breaks_it_and_admits_what_is_nearest_to_that() {
        List<PodSecurityRule> rules = PodSecurityRule.ALL;
        List<MapTree> pods = rules.stream()
                .flatMap(rule -> rule.changes().stream())
                .map(change -> PodSecurityPods.with(JsonTrees.map(change)))
                .toList();
        Iterator<Judged> judged = judged(VERSION, pods).iterator();

        List<String> wrong = new ArrayList<>();
        for (PodSecurityRule rule : rules) {
            for (String change : rule.changes()) {
                for (PodSecurityLevel level : PodSecurityLevel.values()) {
                    String expected =
                            rule.refuses(change, level, ProductVersion.kubernetes(VERSION)) ? REFUSED : ADMITTED;
                    Judged found = judged.next();
                    if (!found.verdicts().equals(expected)) {
                        wrong.add(rule.name() + ", expected: " + expected + ": " + found);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Example
    void rules_that_came_later_are_those_of_the_version() {
        List<MapTree> pods = Stream.of(
                        "{spec: {containers: [{livenessProbe: {tcpSocket: {port: 80, host: 'a'}}}]}}",
                        "{spec: {hostUsers: false, securityContext: {runAsNonRoot: false, runAsUser: 0}}}",
                        "{spec: {hostUsers: false, containers: [{securityContext: {procMount: 'Unmasked'}}]}}")
                .map(change -> PodSecurityPods.with(JsonTrees.map(change)))
                .toList();
        Map<String, List<String>> found = new TreeMap<>();
        for (ProductVersion version : Schemas.kubernetesVersions()) {
            if (version.compareTo(ProductVersion.kubernetes(VERSION)) <= 0) {
                found.put(
                        version.number(),
                        judged(version.number(), pods).stream()
                                .map(Judged::verdicts)
                                .toList());
            }
        }

        // Each Pod at the baseline, then at the restricted level.
        List<String> oldest = List.of(ADMITTED, ADMITTED, ADMITTED, REFUSED, REFUSED, REFUSED);
        Map<String, List<String>> expected = new TreeMap<>(Map.of(
                "1.32",
                oldest,
                "1.33",
                oldest,
                "1.34",
                List.of(REFUSED, REFUSED, ADMITTED, REFUSED, REFUSED, REFUSED),
                "1.35",
                List.of(REFUSED, REFUSED, ADMITTED, ADMITTED, ADMITTED, REFUSED)));
        expected.keySet().retainAll(found.keySet());
        assertThat(found).isNotEmpty().containsAllEntriesOf(expected);
    }

    /** Default: 300 Pods, always the same ones. {@code -Dpodsecurity.cases=5000} draws so many. */
    @Property(tries = 1, seed = "15", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void any_pod_is_judged_as_the_server_judges_it(@ForAll("draws") Draw draw) {
        List<Judged> judged = judged(VERSION, draw.pods());

        assertThat(judged.stream().filter(pod -> !pod.agrees())).isEmpty();
        for (PodSecurityLevel level : PodSecurityLevel.values()) {
            Map<Verdict, Long> counts = judged.stream()
                    .filter(pod -> pod.level() == level)
                    .collect(Collectors.groupingBy(pod -> pod.answer().verdict(), Collectors.counting()));
            long quarter = draw.pods().size() / 4;
            assertThat(counts.getOrDefault(Verdict.ADMITTED, 0L))
                    .as(level + " " + counts)
                    .isGreaterThan(quarter);
            assertThat(counts.getOrDefault(Verdict.REFUSED, 0L))
                    .as(level + " " + counts)
                    .isGreaterThan(quarter);
            assertThat(counts.getOrDefault(Verdict.INVALID, 0L))
                    .as(level + " " + counts)
                    .isLessThan(draw.pods().size() / 10);
        }
    }

    /** What jqwik draws at once, which it prints if the property fails. */
    private record Draw(List<MapTree> pods) {
        @Override
        public String toString() {
            return pods.size() + " Pods";
        }
    }

    @Provide
    Arbitrary<Draw> draws() {
        return PodSecurityPods.any()
                .list()
                .ofSize(Integer.getInteger("podsecurity.cases", 300))
                .map(Draw::new);
    }

    /** Each Pod at each level. */
    private List<Judged> judged(String version, List<MapTree> pods) {
        Targets targets = Targets.any().with(ProductVersion.kubernetes(version));
        Map<PodSecurityLevel, PodAdmission> admissions = new EnumMap<>(PodSecurityLevel.class);
        for (PodSecurityLevel level : PodSecurityLevel.values()) {
            admissions.put(level, PodAdmission.in(cluster, level, version.equals(VERSION) ? "latest" : "v" + version));
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<Judged>> all = new ArrayList<>();
            for (MapTree pod : pods) {
                admissions.forEach((level, admission) -> all.add(CompletableFuture.supplyAsync(
                        () -> new Judged(pod, level, admission.answer(pod), problems(pod, level, targets)), threads)));
            }
            return all.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Problem> problems(MapTree pod, PodSecurityLevel level, Targets targets) {
        return Checks.of(Checks.podSecurity(level, Severity.ERROR, targets)).check(ManifestSet.of(Manifest.of(pod)));
    }
}
