package com.adorsys.webank.deploy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.examples.environments.EverySetting;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.secret.ExternalSecret;
import com.adorsys.webank.deploy.secret.RemoteKey;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page of the steps is made from the steps and from what they change in the example's production, or else in the sample of every setting or in the Application. */
class PosturePageTest {
    private static final Path PAGE = DocumentationTest.root().resolve(Path.of("Docs", "reference", "posture.md"));
    private static final String STEPS = "## The steps\n";
    private static final Release RELEASE = Release.of("webank", "webank");
    private static final int CONTEXT = 1;

    /** The text above the steps is written by hand. */
    @Test
    void lists_each_step_with_what_it_changes() throws IOException {
        String present = Files.readString(PAGE);
        String page = present.substring(0, present.indexOf(STEPS)) + STEPS + steps();
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("%s; run the test with -Dgoldens.update=true to write it, and look at the diff", PAGE.getFileName())
                .isEqualTo(page);
    }

    private static String steps() {
        StringBuilder text = new StringBuilder();
        Webank production = WebankEnvironments.prod().webank();
        Webank further = withSource(EverySetting.webank());
        Posture before = Posture.chart();
        for (PostureStep step : Posture.hardened().steps()) {
            Posture after = Posture.hardened().upTo(step.name());
            String reason = step.reason();
            text.append("\n### ").append(step.name()).append("\n\n");
            text.append(Character.toUpperCase(reason.charAt(0))).append(reason.substring(1));
            text.append(". [More](").append(step.reference()).append(").\n\n");
            text.append("Phase: `").append(step.phase()).append("`. Effect on a release that does not have it: `");
            text.append(step.effect()).append("`.\n");
            Optional<ManifestDiff.Change> sample = sample(production, before, after, step);
            if (sample.isEmpty()) {
                sample = sample(further, before, after, step);
            }
            if (sample.isEmpty()) {
                sample = application(before, after);
            }
            sample.ifPresent(change -> {
                text.append("\n```text\n# ").append(change.id()).append('\n');
                diff(lines(change.before()), lines(change.after()))
                        .forEach(line -> text.append(line).append('\n'));
                text.append("```\n");
            });
            before = after;
        }
        return text.toString();
    }

    /** What Argo CD gets for the labels of the namespace. */
    private static Optional<ManifestDiff.Change> application(Posture before, Posture after) {
        Environment production = WebankEnvironments.prod();
        return ManifestDiff.between(
                        ManifestSet.of(
                                production.withPosture(before).application().manifest()),
                        ManifestSet.of(
                                production.withPosture(after).application().manifest()))
                .changes()
                .stream()
                .findFirst();
    }

    /** With a source of the Secret that online banking reads. */
    private static Webank withSource(Webank webank) {
        return webank.plusSecretSources(ExternalSecret.builder()
                .name(webank.onlineBanking().secrets().orElseThrow().name())
                .store(SecretStoreRef.cluster("aws"))
                .addDataFrom(RemoteKey.of("webank/obs"))
                .build());
    }

    /** The change with the fewest lines among those with the effect of the step; new objects come last. */
    private static Optional<ManifestDiff.Change> sample(
            Webank webank, Posture before, Posture after, PostureStep step) {
        ManifestDiff diff = ManifestDiff.between(webank.render(RELEASE, before), webank.render(RELEASE, after));
        ManifestDiff.Change best = null;
        for (ManifestDiff.Change change : diff.changes()) {
            boolean fits = change.changeClass() == step.effect();
            if (fits && (best == null || size(change) < size(best))) {
                best = change;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int size(ManifestDiff.Change change) {
        int created = change.before().isEmpty() ? 10_000 : 0;
        return created + diff(lines(change.before()), lines(change.after())).size();
    }

    private static List<String> lines(Optional<Manifest> manifest) {
        return manifest.map(present -> YamlWriter.write(ManifestSet.of(present))
                        .lines()
                        .skip(1)
                        .toList())
                .orElse(List.of());
    }

    /** The lines that differ by their longest common subsequence, with the lines beside them. */
    private static List<String> diff(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> all = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                all.add("  " + before.get(i++));
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                all.add("- " + before.get(i++));
            } else {
                all.add("+ " + after.get(j++));
            }
        }
        List<String> shown = new ArrayList<>();
        for (int line = 0; line < all.size(); line++) {
            boolean near = false;
            for (int other = Math.max(0, line - CONTEXT); other <= Math.min(all.size() - 1, line + CONTEXT); other++) {
                near |= !all.get(other).startsWith(" ");
            }
            if (near) {
                shown.add(all.get(line));
            } else if (!shown.isEmpty() && !shown.get(shown.size() - 1).equals("  ...")) {
                shown.add("  ...");
            }
        }
        if (!shown.isEmpty() && shown.get(shown.size() - 1).equals("  ...")) {
            shown.remove(shown.size() - 1);
        }
        return shown;
    }
}
