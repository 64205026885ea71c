package com.adorsys.webank.deploy.helm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constraints beside the library by which Helm reads them. */
class VersionConstraintIT {
    private static final List<String> OPERATORS =
            List.of("", "=", "!=", ">", "<", ">=", "=>", "<=", "=<", "~", "~>", "^", ">= ", "!");

    private static final List<String> BOUNDS = List.of(
            "0",
            "1",
            "v2",
            "0.0",
            "0.2",
            "1.2",
            "0.0.0",
            "0.0.3",
            "0.2.3",
            "1.2.3",
            "1.2.3-beta.2",
            "0.0.0-0",
            "1.2-beta",
            "1.x",
            "1.2.x",
            "1.2.X-beta",
            "1.*.3",
            "0.x",
            "0.0.x",
            "*",
            "x.2",
            "1.2.3+b",
            "2.0.0-0",
            "1.2.3.4",
            "1.",
            "a");

    private static final List<String> VERSIONS = List.of(
            "0.0.0",
            "0.0.0-a",
            "0.0.3",
            "0.0.4",
            "0.1.0",
            "0.2.0",
            "0.2.3",
            "0.2.4-x",
            "0.3.0",
            "1.0.0",
            "1.0.0-0",
            "1.2.0",
            "1.2.0-beta",
            "1.2.2",
            "1.2.3",
            "1.2.3+b",
            "1.2.3-alpha",
            "1.2.3-beta.2",
            "1.2.3-beta.11",
            "1.2.3-rc",
            "1.2.4",
            "1.3.0",
            "1.10.0",
            "2.0.0-0",
            "2.0.0-1",
            "2.0.0",
            "2.2.3",
            "3.0.0");

    @TempDir
    private Path folder;

    @Test
    void a_constraint_accepts_what_helm_accepts() throws Exception {
        List<String> constraints = constraints();

        List<List<String>> theirs = ask(constraints);

        List<String> onlyTheirs = new ArrayList<>();
        for (int i = 0; i < constraints.size(); i++) {
            String constraint = constraints.get(i);
            List<String> ours = answers(constraint);
            if (ours.get(0).equals("no constraint")) {
                if (!theirs.get(i).equals(ours)) {
                    onlyTheirs.add(constraint);
                }
            } else {
                assertThat(ours).as(constraint).isEqualTo(theirs.get(i));
            }
        }
        assertThat(onlyTheirs)
                .as("constraints that only Helm takes")
                .isNotEmpty()
                .allMatch(constraint -> constraint.matches(".*([!<>~^]=?|=[<>]) ?(\\*|x\\.2).*|\\* - .*"));
        assertThat(constraints.size() - onlyTheirs.size()).isGreaterThan(1000);
    }

    private static List<String> constraints() {
        List<String> single = new ArrayList<>();
        for (String operator : OPERATORS) {
            for (String bound : BOUNDS) {
                single.add(operator + bound);
            }
        }
        List<String> all = new ArrayList<>(single);
        List<String> separators = List.of(" ", ", ", ",", " , ", " || ", "||", " - ", " -", "  ", "&", "|", ",,", "");
        for (int i = 0; i < single.size(); i++) {
            for (int j = 0; j < 4; j++) {
                String separator = separators.get((i + j * 3) % separators.size());
                all.add(single.get(i) + separator + single.get((i * 7 + j * 31 + 5) % single.size()));
            }
            all.add(BOUNDS.get(i % BOUNDS.size()) + " - " + BOUNDS.get((i * 5 + 3) % BOUNDS.size()));
            all.add("<3 || " + BOUNDS.get(i % 13) + " - " + BOUNDS.get(i * 3 % 13) + ", <1.2.3-rc");
            all.add(" " + single.get(i) + " ");
        }
        return all;
    }

    private static List<String> answers(String constraint) {
        List<String> answers = new ArrayList<>();
        for (String version : VERSIONS) {
            String answer;
            try {
                answer = String.valueOf(VersionConstraint.parse(constraint).allows(SemVer.parse(version)));
            } catch (InvalidInput e) {
                answer = "no constraint";
            }
            answers.add(answer);
        }
        return answers;
    }

    private List<List<String>> ask(List<String> constraints) throws IOException, InterruptedException {
        StringBuilder questions = new StringBuilder();
        for (String constraint : constraints) {
            for (String version : VERSIONS) {
                questions.append(constraint).append('\t').append(version).append('\n');
            }
        }
        Path in = Files.writeString(folder.resolve("in"), questions);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(TestCluster.binary("semver").toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        List<String> lines = Files.readAllLines(out, UTF_8);
        List<List<String>> answers = new ArrayList<>();
        for (int i = 0; i < constraints.size(); i++) {
            answers.add(lines.subList(i * VERSIONS.size(), (i + 1) * VERSIONS.size()));
        }
        return answers;
    }
}
