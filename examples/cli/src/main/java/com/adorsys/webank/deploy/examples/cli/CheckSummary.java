package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.check.CheckReport;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.check.Waiver;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows the problems that the checks find in what is written or applied. A few warnings of a code are shown one by one, as
 * {@code check} prints them; of many only the first is shown, and the others are counted.
 */
final class CheckSummary {
    /** Up to this number, the warnings of a code are shown one by one. */
    private static final int SHOWN_EACH = 3;

    private static final int NAMES_LISTED = 5;

    private final Map<String, List<Problem>> byCode = new LinkedHashMap<>();
    private final Map<String, Set<String>> environmentsByCode = new LinkedHashMap<>();
    private final Map<Waiver, Integer> waived = new LinkedHashMap<>();
    private final Map<Waiver, Set<String>> environmentsByWaiver = new LinkedHashMap<>();

    private final Undescribed undescribed = new Undescribed();

    private CheckSummary() {}

    /** Shows the warnings about environments, and the waived problems with the reasons, by the environments' names. */
    static void show(Map<String, CheckReport> reports, Console console) {
        CheckSummary summary = new CheckSummary();
        reports.forEach(summary::add);
        summary.print("the generated files", console);
    }

    /** Shows each error of the checks as a warning: these are manifests of others, and the server decides about them. */
    static void showErrors(ManifestSet manifests, Targets targets, Console console) {
        CheckSummary summary = new CheckSummary();
        summary.undescribed.addAll(Checks.undescribed(manifests, Definitions.none()));
        for (Problem problem : Checks.all(targets).check(manifests)) {
            if (problem.isError()) {
                summary.add(problem.withSeverity(Severity.WARNING));
            }
        }
        summary.print("the files", console);
    }

    private void add(String environment, CheckReport report) {
        undescribed.addAll(report.undescribed());
        for (Problem warning : report.warnings()) {
            add(warning);
            environmentsByCode
                    .computeIfAbsent(warning.code(), first -> new LinkedHashSet<>())
                    .add(environment);
        }
        report.waived().forEach((waiver, problems) -> {
            waived.merge(waiver, problems.size(), Integer::sum);
            environmentsByWaiver
                    .computeIfAbsent(waiver, first -> new LinkedHashSet<>())
                    .add(environment);
        });
    }

    private void add(Problem warning) {
        byCode.computeIfAbsent(warning.code(), first -> new ArrayList<>()).add(warning);
    }

    private void print(String files, Console console) {
        byCode.forEach((code, warnings) -> {
            boolean each = warnings.size() <= SHOWN_EACH;
            console.report(each ? warnings : warnings.subList(0, 1));
            if (!each) {
                console.note("webank-deploy: " + (warnings.size() - 1) + " more warnings " + code
                        + in(environmentsByCode.getOrDefault(code, Set.of())) + "; `webank-deploy check` of " + files
                        + " shows each");
            }
        });
        undescribed.text().ifPresent(text -> console.note("webank-deploy: " + text));
        waived.forEach((waiver, count) -> console.note("webank-deploy: waived"
                + in(environmentsByWaiver.getOrDefault(waiver, Set.of())) + ": " + count + " " + waiver));
    }

    private static String in(Set<String> environments) {
        if (environments.isEmpty()) {
            return "";
        }
        List<String> names = List.copyOf(environments);
        int listed = Math.min(names.size(), NAMES_LISTED);
        return " in " + String.join(", ", names.subList(0, listed))
                + (listed < names.size() ? " and " + (names.size() - listed) + " more" : "");
    }
}
