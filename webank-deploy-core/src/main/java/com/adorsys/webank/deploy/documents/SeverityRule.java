package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waives problems, or gives them another severity, for a reason. Immutable.
 *
 * <pre>{@code
 * SeverityRule.parse("POD_SECURITY waived of Deployment/bank/web until 2027-01-31: the image starts as root");
 * SeverityRule.parse("IMAGE_TAG error in prod/**: tags of prod never move");
 * }</pre>
 *
 * <p>Its text is {@code CODE EFFECT [of OBJECT] [in PATHS] [until DATE]: REASON}:
 *
 * <ul>
 *   <li>the code of the problems; {@code *} for all
 *   <li>what becomes of them: {@code error}, {@code warning}, or {@code waived}, which removes them from the problems
 *   <li>the object that has them: {@code KIND/NAME}, or {@code KIND/NAMESPACE/NAME}. Default: any
 *   <li>the files that have them, as a glob: {@code *} within a folder, {@code **} in folders of any depth. Default: all
 *   <li>the last day on which the rule holds, such as {@code 2027-01-31}. Default: it holds for ever
 *   <li>the reason, which reports show
 * </ul>
 */
public final class SeverityRule {
    /** The code that stands for all. */
    static final String ANY = "*";

    static final String WAIVED = "waived";

    private final String code;
    private final @Nullable Severity severity;
    private final @Nullable ManifestSelector object;
    private final String paths;
    private final @Nullable LocalDate until;
    private final String reason;
    private final Location place;
    private final @Nullable Path folder;

    private SeverityRule(Parts parts, Location place, @Nullable Path folder) {
        this.code = parts.code;
        this.severity = parts.severity;
        this.object = parts.object;
        this.paths = parts.paths;
        this.until = parts.until;
        this.reason = parts.reason;
        this.place = place;
        this.folder = folder;
    }

    /**
     * The rule of a text.
     *
     * @throws DeployException.InvalidInput if the text is not a rule
     */
    public static SeverityRule parse(String text) {
        Parts parts = new Parts();
        int colon = text.indexOf(": ");
        if (colon < 0) {
            throw invalid(text, "it has no reason", "write `CODE waived: REASON`");
        }
        parts.reason(text.substring(colon + 2));
        String[] words = text.substring(0, colon).strip().split(" +", -1);
        if (words.length < 2 || words.length % 2 != 0) {
            throw invalid(text, "it is not of the form `CODE EFFECT`", "write `CODE waived: REASON`");
        }
        parts.code(words[0]);
        parts.effect(words[1]);
        for (int i = 2; i < words.length; i += 2) {
            switch (words[i]) {
                case "of" -> parts.object(words[i + 1]);
                case "in" -> parts.paths(words[i + 1]);
                case "until" -> parts.until(words[i + 1]);
                default ->
                    parts.problem(
                            "effect",
                            Problem.quote(words[i]) + " is not a part of a rule",
                            "write `of`, `in` or `until`");
            }
        }
        return parts.rule(Location.of("rule"), null);
    }

    /** The rule of an annotation, {@code EFFECT [until DATE]: REASON}, for problems of the object that has it. */
    static SeverityRule ofAnnotation(String code, String text, CheckedObject object, Location place) {
        SeverityRule rule = parse(code + " " + text);
        Parts parts = new Parts();
        parts.code = rule.code;
        parts.severity = rule.severity;
        parts.object = ManifestSelector.object(object.manifest().id());
        parts.until = rule.until;
        parts.reason = rule.reason;
        return parts.rule(place, null);
    }

    private static DeployException.InvalidInput invalid(String text, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(
                ProblemCodes.WAIVER_INVALID,
                Location.of("rule"),
                Problem.quote(text) + " is not a rule: " + what,
                remedy));
    }

    /** The code of the problems; {@code *} for all. */
    public String code() {
        return code;
    }

    /** The severity that the problems get; empty if they are waived. */
    public Optional<Severity> severity() {
        return Optional.ofNullable(severity);
    }

    /** Why. */
    public String reason() {
        return reason;
    }

    /** The last day on which it holds; empty if it holds for ever. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    /** Where it stands: in a file, or at an object. */
    public Location place() {
        return place;
    }

    /** Whether it is about a problem of a file. */
    boolean matches(Problem problem, @Nullable Manifest manifest, @Nullable DocumentFile file) {
        return (code.equals(ANY) || code.equals(problem.code()))
                && (object == null || manifest != null && object.test(manifest))
                && (folder == null && paths.isEmpty() || file != null && isAt(file));
    }

    private boolean isAt(DocumentFile file) {
        Path path = file.path();
        if (folder == null) {
            return glob().matches(Path.of(file.name()));
        }
        Path absolute = path == null ? null : path.toAbsolutePath().normalize();
        return absolute != null
                && absolute.startsWith(folder)
                && (paths.isEmpty() || glob().matches(folder.relativize(absolute)));
    }

    private PathMatcher glob() {
        return FileSystems.getDefault().getPathMatcher("glob:" + paths);
    }

    /** The text without the reason: {@code POD_SECURITY waived of Deployment/bank/web}. */
    String effect() {
        return code + " " + (severity == null ? WAIVED : severity.text())
                + (object == null ? "" : " of " + object)
                + (paths.isEmpty() ? "" : " in " + paths)
                + (until == null ? "" : " until " + until);
    }

    /** The text: {@code POD_SECURITY waived of Deployment/bank/web: the image starts as root}. */
    @Override
    public String toString() {
        return effect() + ": " + reason;
    }

    /** Collects the parts of a rule, and what is wrong with them. */
    static final class Parts {
        private final List<Problem> problems = new ArrayList<>();
        private String code = ANY;
        private @Nullable Severity severity;
        private @Nullable ManifestSelector object;
        private String paths = "";
        private @Nullable LocalDate until;
        private String reason = "";

        void code(String text) {
            code = text;
            for (int i = 0; i < text.length() && !text.equals(ANY); i++) {
                char c = text.charAt(i);
                if (!(c >= 'A' && c <= 'Z' || i > 0 && (c == '_' || c >= '0' && c <= '9'))) {
                    problem(
                            "code",
                            Problem.quote(text) + " is not the code of a problem",
                            "write it as the checks print it, such as `POD_SECURITY`, or `*` for all");
                    return;
                }
            }
        }

        void effect(String text) {
            switch (text) {
                case "error" -> severity = Severity.ERROR;
                case "warning" -> severity = Severity.WARNING;
                case WAIVED -> severity = null;
                default ->
                    problem(
                            "severity",
                            Problem.quote(text) + " is not what can become of a problem",
                            "write `error`, `warning` or `waived`");
            }
        }

        void object(String text) {
            try {
                object = ManifestSelector.parse(text);
            } catch (DeployException.InvalidInput e) {
                for (Problem problem : e.problems()) {
                    problem("object", problem.what(), problem.remedy());
                }
            }
        }

        void paths(String text) {
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + text);
                paths = text;
            } catch (IllegalArgumentException e) {
                problem("path", Problem.quote(text) + " is not a glob", "write one such as `legacy/**`");
            }
        }

        void until(String text) {
            try {
                until = LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                problem("until", Problem.quote(text) + " is not a date", "write one such as `2027-01-31`");
            }
        }

        void reason(String text) {
            reason = text.strip();
            if (reason.isEmpty()) {
                problem("reason", "the rule has no reason", "write why it holds");
            }
        }

        void problem(String part, String what, String remedy) {
            problems.add(Problem.error(ProblemCodes.WAIVER_INVALID, Location.of(part), what, remedy));
        }

        /** What is wrong; the path of each is the part. */
        List<Problem> problems() {
            return problems;
        }

        /**
         * The rule.
         *
         * @param place where it stands
         * @param folder the folder in which it holds; null for all files
         * @throws DeployException.InvalidInput if something is wrong
         */
        SeverityRule rule(Location place, @Nullable Path folder) {
            DeployException.InvalidInput.throwIfErrors(problems);
            return new SeverityRule(this, place, folder);
        }
    }
}
