package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlPart;
import com.adorsys.webank.deploy.yaml.YamlParts;
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
    private int nameless;

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
        try (ReadAhead ahead = new ReadAhead()) {
            for (DocumentFile file : walk.files()) {
                check(file, ahead);
            }
            ahead.finish();
        }
        groups.check();
        return report.build();
    }

    private void check(DocumentFile file, ReadAhead ahead) {
        Sort known = withoutReading(file);
        if (known != null) {
            ahead.add(0, () -> () -> {
                report.file(file.name());
                passOver(file, known);
            });
        } else if (file.isLarge()) {
            checkLarge(file, ahead);
        } else {
            ahead.add(file.size(), () -> read(file));
        }
    }

    /** Reads a file and checks its objects, each alone, on any thread; the step reports what was found. */
    private ReadAhead.Step read(DocumentFile file) {
        byte[] bytes;
        try {
            bytes = file.read();
        } catch (DeployException.InvalidInput e) {
            return () -> unreadable(file, e.problems());
        }
        List<Part> parts = new ArrayList<>();
        try {
            for (YamlDocument yaml : YamlReader.readAll(file.name(), bytes)) {
                parts.add(part(new Document(yaml, parts.size(), file)));
            }
        } catch (DeployException.InvalidInput e) {
            if (!file.isNamed() && isTemplate(bytes)) {
                return () -> {
                    report.file(file.name());
                    passOver(file, Sort.OTHER_TEMPLATE);
                };
            }
            return () -> unreadable(file, e.problems());
        }
        return () -> {
            report.file(file.name());
            if (parts.isEmpty()) {
                report.checked(Sort.MANIFESTS, file);
                report.add(empty(file), file);
                return;
            }
            Tally tally = new Tally(file);
            parts.forEach(tally::document);
            tally.finish();
        };
    }

    /** A document, and what is found in it alone. */
    private static final class Part {
        private final Document document;
        private final @Nullable Sort other;
        private final List<ObjectPart> objects = new ArrayList<>();
        private List<Problem> problems = List.of();

        private Part(Document document, @Nullable Sort other) {
            this.document = document;
            this.other = other;
        }
    }

    /** An object of a document: checked alone; not yet, if its name is still to be made; or none at all, with problems. */
    private static final class ObjectPart {
        private final Document document;
        private ObjectGroups.@Nullable Prepared prepared;
        private List<Problem> problems = List.of();

        private ObjectPart(Document document) {
            this.document = document;
        }
    }

    private Part part(Document document) {
        Part part = new Part(document, other(document));
        if (part.other == null && document.isTyped()) {
            try {
                for (YamlDocument object : document.yaml().objects()) {
                    part.objects.add(objectPart(document.with(object)));
                }
            } catch (DeployException.InvalidInput e) {
                part.problems = e.problems();
            }
        }
        return part;
    }

    private ObjectPart objectPart(Document document) {
        ObjectPart part = new ObjectPart(document);
        if (!CheckedObject.isNameless(document)) {
            prepare(part, 0);
        }
        return part;
    }

    private void prepare(ObjectPart part, int number) {
        try {
            part.prepared = groups.prepare(CheckedObject.of(part.document, number));
        } catch (DeployException.InvalidInput e) {
            part.problems = e.problems();
        }
    }

    private void unreadable(DocumentFile file, List<Problem> problems) {
        report.file(file.name());
        report.checked(Sort.UNREADABLE, file);
        report.addAll(problems, file);
    }

    private void checkLarge(DocumentFile file, ReadAhead ahead) {
        Tally tally = new Tally(file);
        ahead.add(0, () -> () -> report.file(file.name()));
        try (InputStream in = file.open()) {
            YamlParts parts = YamlReader.parts(file.name(), in);
            int position = 0;
            for (YamlPart part = parts.next(); part != null; part = parts.next()) {
                PartOfFile next = new PartOfFile(part, position++, tally);
                ahead.add(part.size(), () -> read(next));
            }
        } catch (DeployException.InvalidInput e) {
            ahead.add(0, () -> () -> tally.problems(e.problems()));
        } catch (IOException e) {
            ahead.add(
                    0,
                    () -> () -> tally.problems(file.refused(
                                    ProblemCodes.FILE_UNREADABLE, "the file cannot be read", "Check its permissions")
                            .problems()));
        }
        ahead.add(0, () -> tally::finish);
    }

    /** A part of a large file, and which one it is, from 0. */
    private record PartOfFile(YamlPart yaml, int position, Tally tally) {}

    private ReadAhead.Step read(PartOfFile read) {
        Tally tally = read.tally;
        try {
            List<Part> parts = new ArrayList<>();
            for (YamlDocument document : read.yaml.read()) {
                parts.add(part(new Document(document, read.position + parts.size(), tally.file)));
            }
            return () -> parts.forEach(tally::document);
        } catch (DeployException.InvalidInput e) {
            return () -> tally.problems(e.problems());
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
    private final class Tally {
        private final DocumentFile file;
        private final List<Document> untyped = new ArrayList<>();
        private @Nullable Sort checked;
        private @Nullable Sort other;

        private Tally(DocumentFile file) {
            this.file = file;
        }

        private void problems(List<Problem> problems) {
            report.addAll(problems, file);
            check(Sort.UNREADABLE);
        }

        private void document(Part part) {
            Document document = part.document;
            if (part.other != null) {
                passOver(document, part.other);
            } else if (document.isTyped()) {
                checkObjects(part, this);
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

    private void checkObjects(Part part, Tally tally) {
        for (ObjectPart object : part.objects) {
            checkObject(object, tally);
        }
        report.addAll(part.problems, part.document.file());
        // A list without items was looked at, too.
        tally.check(Sort.MANIFESTS);
    }

    private void checkObject(ObjectPart part, Tally tally) {
        if (part.prepared == null && part.problems.isEmpty()) {
            prepare(part, nameless++);
        }
        ObjectGroups.Prepared prepared = part.prepared;
        CheckedObject object = prepared == null ? null : prepared.object();
        if (prepared != null && object != null) {
            findings.addRulesOf(object);
            groups.add(prepared);
        }
        report.addAll(part.problems, part.document.file());
        Sort sort = recognized(part.document, object);
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
