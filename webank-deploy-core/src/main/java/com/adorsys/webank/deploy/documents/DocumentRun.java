package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run: finds the files, tells what each document is, and checks it. */
final class DocumentRun {
    private final List<DocumentKind> kinds;
    private final Findings findings;
    private final DocumentReport.Builder report;
    private final Kustomizations kustomizations = new Kustomizations();
    private final ObjectGroups groups;
    private int objects;

    DocumentRun(DocumentChecks checks) {
        this.kinds = checks.kinds();
        this.findings = new Findings(checks.rules(), checks.today());
        this.report = new DocumentReport.Builder(findings);
        this.groups = new ObjectGroups(checks.checks(), checks.definitions(), report);
    }

    DocumentReport run(List<DocumentSource> sources) {
        DocumentWalk walk = new DocumentWalk(report, findings, kustomizations);
        for (DocumentSource source : sources) {
            walk.add(source);
        }
        for (DocumentFile file : walk.files()) {
            report.file(file.name());
            check(file);
        }
        groups.check();
        return report.build();
    }

    private void check(DocumentFile file) {
        Sort known = withoutReading(file);
        if (known != null) {
            passOver(file, known);
            return;
        }
        if (file.isLarge()) {
            checkLarge(file);
            return;
        }
        byte[] bytes;
        List<YamlDocument> documents;
        try {
            bytes = file.read();
        } catch (DeployException.InvalidInput e) {
            unreadable(file, e.problems());
            return;
        }
        try {
            documents = YamlReader.readAll(file.name(), bytes);
        } catch (DeployException.InvalidInput e) {
            if (!file.isNamed() && isTemplate(bytes)) {
                passOver(file, Sort.OTHER_TEMPLATE);
            } else {
                unreadable(file, e.problems());
            }
            return;
        }
        if (documents.isEmpty()) {
            report.checked(Sort.MANIFESTS, file);
            report.add(empty(file), file);
            return;
        }
        Tally tally = new Tally(file);
        documents.forEach(tally::document);
        tally.finish();
    }

    private void unreadable(DocumentFile file, List<Problem> problems) {
        report.checked(Sort.UNREADABLE, file);
        report.addAll(problems, file);
    }

    private void checkLarge(DocumentFile file) {
        Tally tally = new Tally(file);
        try (InputStream in = file.open()) {
            YamlReader.readEach(file.name(), in, tally);
            tally.finish();
        } catch (IOException e) {
            unreadable(
                    file,
                    file.refused(ProblemCodes.FILE_UNREADABLE, "the file cannot be read", "Check its permissions")
                            .problems());
        }
    }

    /** What a file is by where it is; null if its content must be read. */
    private @Nullable Sort withoutReading(DocumentFile file) {
        if (file.folder().hasTemplates()) {
            return Sort.TEMPLATE;
        }
        return file.fileName().equals(DocumentFolder.CHART) ? Sort.CHART : kustomizations.useOf(file.path());
    }

    /** Checks the documents of a file, and counts what they are. */
    private final class Tally implements YamlReader.Sink {
        private final DocumentFile file;
        private final List<Document> untyped = new ArrayList<>();
        private @Nullable Sort checked;
        private @Nullable Sort other;
        private int documents;

        private Tally(DocumentFile file) {
            this.file = file;
        }

        @Override
        public void problems(List<Problem> problems) {
            report.addAll(problems, file);
            check(Sort.UNREADABLE);
        }

        @Override
        public void document(YamlDocument yaml) {
            Document document = new Document(yaml, documents++, file);
            Sort sort = other(document);
            if (sort != null) {
                passOver(document, sort);
            } else if (document.isTyped()) {
                checkObjects(document, this);
            } else {
                Sort kind = recognized(document, null);
                if (kind != null) {
                    check(kind);
                } else {
                    boolean isOfChart = document.tree() instanceof MapTree
                            && document.chart().isPresent();
                    passOver(document, isOfChart ? Sort.OTHER_VALUES : Sort.OTHER);
                }
            }
        }

        private void check(Sort sort) {
            checked = checked == null ? sort : checked;
        }

        private void passOver(Document document, Sort sort) {
            other = other == null ? sort : other;
            if (file.isNamed() || !document.isTyped()) {
                untyped.add(document);
            }
        }

        /** Reports what the file is, and which of its documents were passed over beside others that were checked. */
        private void finish() {
            if (checked == null) {
                DocumentRun.this.passOver(file, other == null ? Sort.OTHER : other);
                return;
            }
            report.checked(checked, file);
            for (Document document : untyped) {
                report.add(
                        Problem.warning(
                                ProblemCodes.NOT_CHECKED,
                                document.locations().of(""),
                                "this document is not checked: it is not an object of Kubernetes",
                                "Write `apiVersion` and `kind`, or move it to another file"),
                        file);
            }
        }
    }

    /** What a document is that no kind can recognize; null if one may, or if it is an object. */
    private static @Nullable Sort other(Document document) {
        return document.tree() instanceof MapTree map && Kustomizations.isKustomization(map, document.file())
                ? Sort.KUSTOMIZATION
                : OtherTools.sortOf(document.tree());
    }

    private void checkObjects(Document document, Tally tally) {
        try {
            for (YamlDocument part : document.yaml().objects()) {
                checkObject(document.with(part), tally);
            }
        } catch (DeployException.InvalidInput e) {
            report.addAll(e.problems(), document.file());
        }
        // A list without items was looked at, too.
        tally.check(Sort.MANIFESTS);
    }

    private void checkObject(Document document, Tally tally) {
        CheckedObject object = null;
        try {
            object = CheckedObject.of(document, objects++);
            findings.addRulesOf(object);
            groups.add(object);
        } catch (DeployException.InvalidInput e) {
            report.addAll(e.problems(), document.file());
        }
        Sort sort = recognized(document, object);
        tally.check(sort == null ? Sort.MANIFESTS : sort);
    }

    /**
     * Lets the kinds check a document that they recognize; the first of them says what it is.
     *
     * @param object the object that the document is; null if it is none
     */
    private @Nullable Sort recognized(Document document, @Nullable CheckedObject object) {
        Sort sort = null;
        for (DocumentKind kind : kinds) {
            Optional<DocumentKind.DocumentCheck> check = kind.recognize(document);
            if (check.isPresent()) {
                sort = sort == null ? new Sort(kind.name()) : sort;
                check.get().check(new KindFindings(document, object));
            }
        }
        return sort;
    }

    /** A file that is not checked. It was looked at nevertheless, so one that was named is never passed over silently. */
    private void passOver(DocumentFile file, Sort sort) {
        report.passedOver(sort);
        if (file.isNamed()) {
            report.add(
                    Problem.warning(
                            ProblemCodes.NOT_CHECKED,
                            Location.ofFile(file.name()),
                            sort.equals(Sort.OTHER)
                                    ? "this file is not checked: it has no object of Kubernetes"
                                    : "this file is not checked: it is one of the " + sort.name(),
                            "Leave it out, or name files with objects of Kubernetes"),
                    file);
        }
    }

    /** Whether a text that is not YAML has lines that only a template has. */
    private static boolean isTemplate(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::stripLeading)
                .anyMatch(line -> line.startsWith("{{") || line.startsWith("{%"));
    }

    /** An error for an empty file that is named; a warning for one in a folder, which may be commented out. */
    private static Problem empty(DocumentFile file) {
        Location place = Location.ofFile(file.name());
        String what = "the file is empty";
        return file.isNamed()
                ? Problem.error(ProblemCodes.YAML_EMPTY, place, what, "Write a document into it")
                : Problem.warning(ProblemCodes.YAML_EMPTY, place, what, "Write a document into it, or remove it");
    }

    /** Takes what a kind finds in a document. */
    private final class KindFindings implements DocumentFindings {
        private final Document document;
        private final @Nullable CheckedObject object;

        private KindFindings(Document document, @Nullable CheckedObject object) {
            this.document = document;
            this.object = object;
        }

        @Override
        public void add(Problem problem) {
            if (object == null) {
                report.add(problem, document.file());
            } else {
                Location place = problem.location();
                report.add(
                        problem.at(place.withPath(TreePath.join(object.shownId(), place.path()))),
                        object.manifest(),
                        document.file());
            }
        }

        @Override
        public void note(String text) {
            report.note(document.file().name() + ": " + text);
        }
    }
}
