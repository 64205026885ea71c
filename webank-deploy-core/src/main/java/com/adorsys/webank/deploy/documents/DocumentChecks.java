package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.schema.Targets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
 * <p>What is not an object is passed over: Kustomizations, their patches and what else they use; Helm charts, their
 * templates and values; files of Compose, kind, eksctl and other tools; dashboards. The report counts it. Nothing is
 * rendered. A file that was named is not passed over silently: a warning, {@code NOT_CHECKED}, says so.
 */
public final class DocumentChecks {
    private static final DocumentChecks ALL =
            new DocumentChecks(Targets.any(), Definitions.none(), List.of(), List.of(), false);

    private final Targets targets;
    private final Definitions definitions;
    private final List<DocumentKind> kinds;
    private final List<Check> further;
    private final boolean complete;

    private DocumentChecks(
            Targets targets, Definitions definitions, List<DocumentKind> kinds, List<Check> further, boolean complete) {
        this.targets = targets;
        this.definitions = definitions;
        this.kinds = kinds;
        this.further = further;
        this.complete = complete;
    }

    /** The checks of {@link Checks#all()}, for objects that are a part of what is in the cluster. */
    public static DocumentChecks all() {
        return ALL;
    }

    /** A copy for some versions of Kubernetes and Argo CD. Default: any. */
    public DocumentChecks withTargets(Targets other) {
        return new DocumentChecks(other, definitions, kinds, further, complete);
    }

    /** A copy with definitions of kinds that are not among the documents. Default: none. */
    public DocumentChecks withDefinitions(Definitions other) {
        return new DocumentChecks(targets, other, kinds, further, complete);
    }

    /** A copy that checks documents of one more kind. */
    public DocumentChecks plusKind(DocumentKind kind) {
        return new DocumentChecks(targets, definitions, plus(kinds, kind), further, complete);
    }

    /** A copy with one more check of objects. */
    public DocumentChecks plusCheck(Check check) {
        return new DocumentChecks(targets, definitions, kinds, plus(further, check), complete);
    }

    /**
     * A copy for objects that are complete: what they refer to is among them, so a Service without pods is an error. By
     * default it may be elsewhere, and is a warning at most.
     */
    public DocumentChecks complete() {
        return new DocumentChecks(targets, definitions, kinds, further, true);
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
        return kinds;
    }

    Definitions definitions() {
        return definitions;
    }

    /** The checks of objects. */
    Checks checks() {
        Checks checks = Checks.all(targets, definitions);
        if (!complete) {
            checks = checks.replacing(Checks.referencesOfPart());
        }
        for (Check check : further) {
            checks = checks.with(check);
        }
        return checks;
    }

    /** What objects are checked for. */
    @Override
    public String toString() {
        return checks() + (complete ? " of complete objects" : " of objects");
    }
}
