package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.schema.Targets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
        private @Nullable Clock clock;
        private boolean isComplete;

        private Settings copy() {
            Settings copy = new Settings();
            copy.targets = targets;
            copy.definitions = definitions;
            copy.kinds = kinds;
            copy.further = further;
            copy.rules = rules;
            copy.clock = clock;
            copy.isComplete = isComplete;
            return copy;
        }
    }

    /** The checks of {@link Checks#all()}, for objects that are a part of what is in the cluster. */
    public static DocumentChecks all() {
        return ALL;
    }

    /** A copy for some versions of Kubernetes and Argo CD. Default: any. */
    public DocumentChecks withTargets(Targets other) {
        Settings changed = settings.copy();
        changed.targets = other;
        return new DocumentChecks(changed);
    }

    /** A copy with definitions of kinds that are not among the documents. Default: none. */
    public DocumentChecks withDefinitions(Definitions other) {
        Settings changed = settings.copy();
        changed.definitions = other;
        return new DocumentChecks(changed);
    }

    /** A copy that checks documents of one more kind. */
    public DocumentChecks plusKind(DocumentKind kind) {
        Settings changed = settings.copy();
        changed.kinds = plus(settings.kinds, kind);
        return new DocumentChecks(changed);
    }

    /** A copy with one more check of objects. */
    public DocumentChecks plusCheck(Check check) {
        Settings changed = settings.copy();
        changed.further = plus(settings.further, check);
        return new DocumentChecks(changed);
    }

    /** A copy with one more rule, which is applied before those of files and annotations. */
    public DocumentChecks plusRule(SeverityRule rule) {
        Settings changed = settings.copy();
        changed.rules = plus(settings.rules, rule);
        return new DocumentChecks(changed);
    }

    /** A copy for which rules expire by a clock, which is asked for if one has a date. Default: rules do not expire. */
    public DocumentChecks withClock(Clock other) {
        Settings changed = settings.copy();
        changed.clock = other;
        return new DocumentChecks(changed);
    }

    /**
     * A copy for objects that are complete: what they refer to is among them, so a Service without pods is an error, and so is
     * an object that is there twice. By default these may be elsewhere, and the files alternatives: they are warnings at most.
     */
    public DocumentChecks complete() {
        Settings changed = settings.copy();
        changed.isComplete = true;
        return new DocumentChecks(changed);
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

    Targets targets() {
        return settings.targets;
    }

    Definitions definitions() {
        return settings.definitions;
    }

    List<SeverityRule> rules() {
        return settings.rules;
    }

    /** The clock by which rules expire; null if they do not. */
    @Nullable
    Clock clock() {
        return settings.clock;
    }

    /** Whether the objects are all that is applied. */
    boolean isComplete() {
        return settings.isComplete;
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
