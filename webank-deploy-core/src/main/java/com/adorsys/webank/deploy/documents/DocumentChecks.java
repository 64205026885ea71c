package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.schema.Targets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks files of anybody. Immutable.
 *
 * <pre>{@code
 * DocumentReport report = DocumentChecks.all().check(Path.of("deploy"));
 * assertThat(report.errors()).isEmpty();
 * }</pre>
 *
 * <p>A folder is read to its depth: every *.yaml, *.yml and *.json whose name does not start with a dot. Objects of
 * Kubernetes are checked, those in lists too, together with the objects in the same folder and in folders below. If
 * several folders contain the same object, as those of several environments do, each of them is checked alone.
 *
 * <p>A problem can be waived or given another severity, for a reason, by a {@link SeverityRule}: of the caller; of an annotation
 * of the object, {@code deploy.webank.adorsys.com/check.CODE: "waived: REASON"}; or of a file {@code .webank-deploy.yaml} in
 * a folder that is checked, or in that of a file, which holds for the files in it and below. The first one counts, in this
 * order, inner folders before outer ones. A rule that changes nothing or has expired is a warning.
 *
 * <p>What is not an object is passed over: Kustomizations, their patches and what else they use; Helm charts, their
 * templates and values; files of Compose, kind, eksctl and other tools; dashboards. The report counts it. Nothing is
 * rendered. A file that was named is not passed over silently: a warning, {@code NOT_CHECKED}, says so.
 */
public final class DocumentChecks {
    private static final DocumentChecks ALL = new DocumentChecks(new Settings());

    private final Settings settings;

    private DocumentChecks(Settings settings) {
        this.settings = settings;
    }

    /** What is set. A copy is changed before it is used, and never after. */
    private static final class Settings {
        private Targets targets = Targets.any();
        private Definitions definitions = Definitions.none();
        private List<DocumentKind> kinds = List.of();
        private List<Check> further = List.of();
        private List<SeverityRule> rules = List.of();
        private @Nullable LocalDate today;
        private boolean isComplete;

        private Settings copy() {
            Settings copy = new Settings();
            copy.targets = targets;
            copy.definitions = definitions;
            copy.kinds = kinds;
            copy.further = further;
            copy.rules = rules;
            copy.today = today;
            copy.isComplete = isComplete;
            return copy;
        }
    }

    /** The checks of {@link Checks#all()}, for objects that are a part of what is in the cluster. */
    public static DocumentChecks all() {
        return ALL;
    }

    private DocumentChecks with(Consumer<Settings> change) {
        Settings changed = settings.copy();
        change.accept(changed);
        return new DocumentChecks(changed);
    }

    /** A copy for some versions of Kubernetes and Argo CD. Default: any. */
    public DocumentChecks withTargets(Targets other) {
        return with(all -> all.targets = other);
    }

    /** A copy with definitions of kinds that are not among the documents. Default: none. */
    public DocumentChecks withDefinitions(Definitions other) {
        return with(all -> all.definitions = other);
    }

    /** A copy that checks documents of one more kind. */
    public DocumentChecks plusKind(DocumentKind kind) {
        return with(all -> all.kinds = plus(all.kinds, kind));
    }

    /** A copy with one more check of objects. */
    public DocumentChecks plusCheck(Check check) {
        return with(all -> all.further = plus(all.further, check));
    }

    /** A copy with one more rule, which is applied before those of files and annotations. */
    public DocumentChecks plusRule(SeverityRule rule) {
        return with(all -> all.rules = plus(all.rules, rule));
    }

    /** A copy for which rules expire by a clock. Default: rules do not expire. */
    public DocumentChecks withClock(Clock clock) {
        return with(all -> all.today = clock.instant().atZone(clock.getZone()).toLocalDate());
    }

    /**
     * A copy for objects that are complete: what they refer to is among them, so a Service without pods is an error. By
     * default it may be elsewhere, and is a warning at most.
     */
    public DocumentChecks complete() {
        return with(all -> all.isComplete = true);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> all = new ArrayList<>(list);
        all.add(item);
        return List.copyOf(all);
    }

    /** Checks files and folders. Problems show the paths as given. */
    public DocumentReport check(Path... paths) {
        List<DocumentSource> sources = new ArrayList<>();
        for (Path path : paths) {
            sources.add(DocumentSource.of(path));
        }
        return check(sources);
    }

    /** Checks the text of a file. */
    public DocumentReport check(String name, String text) {
        return check(List.of(DocumentSource.text(name, text)));
    }

    /** Checks sources. What cannot be read is a problem of the report. */
    public DocumentReport check(List<DocumentSource> sources) {
        return new DocumentRun(this).run(sources);
    }

    List<DocumentKind> kinds() {
        return settings.kinds;
    }

    Definitions definitions() {
        return settings.definitions;
    }

    List<SeverityRule> rules() {
        return settings.rules;
    }

    /** The day on which rules hold; null if all hold. */
    @Nullable
    LocalDate today() {
        return settings.today;
    }

    /** The checks of objects. */
    Checks checks() {
        Checks checks = Checks.all(settings.targets, settings.definitions);
        if (!settings.isComplete) {
            checks = checks.replacing(Checks.referencesOfPart());
        }
        for (Check check : settings.further) {
            checks = checks.with(check);
        }
        return checks;
    }

    /** What objects are checked for. */
    @Override
    public String toString() {
        return checks() + (settings.isComplete ? " of complete objects" : " of objects");
    }
}
