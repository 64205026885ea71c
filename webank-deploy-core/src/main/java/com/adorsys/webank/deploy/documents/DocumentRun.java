package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlPart;
import com.adorsys.webank.deploy.yaml.YamlParts;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
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
        this.findings = new Findings(checks.rules(), checks.clock());
        this.report = new DocumentReport.Builder(findings);
        this.groups = new ObjectGroups(checks, report);
    }

    DocumentReport run(List<DocumentSource> sources) {
        try (ReadAhead ahead = new ReadAhead()) {
            FoundFiles found = new FoundFiles(ahead);
            DocumentWalk walk = new DocumentWalk(report, findings, kustomizations, found);
            for (DocumentSource source : sources) {
                walk.add(source);
            }
            for (DocumentFile file : found.later) {
                check(file, ahead);
            }
            ahead.finish();
        }
        groups.check();
        return report.build();
    }

    /** Lets other threads read the first files while more are searched. None is reported before all are found. */
    private final class FoundFiles implements DocumentWalk.Visitor {
        private final ReadAhead ahead;
        private final List<DocumentFile> later = new ArrayList<>();

        private FoundFiles(ReadAhead ahead) {
            this.ahead = ahead;
        }

        @Override
        public void file(DocumentFile file) {
            if (later.isEmpty() && ahead.hasRoom() && !file.isLarge() && sortOfPlace(file) == null) {
                ahead.add(new SmallFile(file));
            } else {
                later.add(file);
            }
        }
    }

    private void check(DocumentFile file, ReadAhead ahead) {
        Sort sort = sortOfPlace(file);
        Sort known = sort == null ? kustomizations.useOf(file) : sort;
        if (known != null) {
            ahead.add(new PassedOver(file, known));
        } else if (file.isLarge()) {
            checkLarge(file, ahead);
        } else {
            ahead.add(new SmallFile(file));
        }
    }

    /** A file that is not read. */
    private final class PassedOver extends ReadAhead.Task {
        private final DocumentFile file;
        private final Sort sort;

        private PassedOver(DocumentFile file, Sort sort) {
            super(0);
            this.file = file;
            this.sort = sort;
        }

        @Override
        void prepare() {
            // There is nothing to read.
        }

        @Override
        void take() {
            report.file(file.name());
            passOver(file, sort);
        }
    }

    /** A file that is read as a whole: its objects are checked, each alone, on any thread; what was found is reported in its turn. */
    private final class SmallFile extends ReadAhead.Task {
        private final DocumentFile file;
        private final List<Part> parts = new ArrayList<>(1);
        private List<Problem> problems = List.of();
        private boolean isTemplate;

        private SmallFile(DocumentFile file) {
            super(file.size());
            this.file = file;
        }

        @Override
        void prepare() {
            byte[] bytes = {};
            try {
                bytes = file.read();
                for (YamlDocument yaml : YamlReader.readAll(file.name(), bytes)) {
                    parts.add(part(new Document(yaml, parts.size(), file)));
                }
            } catch (DeployException.InvalidInput e) {
                problems = e.problems();
                isTemplate = !file.isNamed() && UnreadText.of(bytes).isTemplate();
                if (!file.isNamed() && !UnreadText.of(bytes).hasType() && !isBesideChart(file)) {
                    problems = asWarnings(problems);
                }
            }
        }

        @Override
        void take() {
            report.file(file.name());
            Sort use = kustomizations.useOf(file);
            if (use != null) {
                // It was read before the Kustomization.
                passOver(file, use);
            } else if (isTemplate) {
                passOver(file, Sort.OTHER_TEMPLATE);
            } else if (!problems.isEmpty()) {
                report.checked(Sort.UNREADABLE, file);
                report.addAll(problems, file);
            } else if (parts.isEmpty()) {
                report.checked(Sort.MANIFESTS, file);
                report.add(empty(file), file);
            } else {
                Tally tally = new Tally(file);
                for (Part part : parts) {
                    tally.document(part);
                }
                tally.finish();
            }
        }
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

    private void checkLarge(DocumentFile file, ReadAhead ahead) {
        Tally tally = new Tally(file);
        ahead.add(new StartOfFile(file));
        try (InputStream in = file.open()) {
            YamlParts parts = YamlReader.parts(file.name(), in);
            int position = 0;
            for (YamlPart part = parts.next(); part != null; part = parts.next()) {
                ahead.add(new PartOfFile(part, position++, tally));
            }
        } catch (DeployException.InvalidInput e) {
            ahead.add(new EndOfFile(tally, e.problems()));
            return;
        } catch (IOException e) {
            ahead.add(new EndOfFile(
                    tally,
                    file.refused(ProblemCodes.FILE_UNREADABLE, "the file cannot be read", "Check its permissions")
                            .problems()));
            return;
        }
        ahead.add(new EndOfFile(tally, List.of()));
    }

    /** Reports that the parts of a large file follow. */
    private final class StartOfFile extends ReadAhead.Task {
        private final DocumentFile file;

        private StartOfFile(DocumentFile file) {
            super(0);
            this.file = file;
        }

        @Override
        void prepare() {
            // The parts are read.
        }

        @Override
        void take() {
            report.file(file.name());
        }
    }

    /** A part of a large file. */
    private final class PartOfFile extends ReadAhead.Task {
        private final YamlPart yaml;
        /** Which one it is, from 0. */
        private final int position;

        private final Tally tally;
        private final List<Part> parts = new ArrayList<>();
        private List<Problem> problems = List.of();

        private PartOfFile(YamlPart yaml, int position, Tally tally) {
            super(yaml.size());
            this.yaml = yaml;
            this.position = position;
            this.tally = tally;
        }

        @Override
        void prepare() {
            try {
                for (YamlDocument document : yaml.read()) {
                    parts.add(part(new Document(document, position + parts.size(), tally.file)));
                }
            } catch (DeployException.InvalidInput e) {
                problems = e.problems();
            }
        }

        @Override
        void take() {
            if (!problems.isEmpty()) {
                tally.problems(problems);
                return;
            }
            for (Part part : parts) {
                tally.document(part);
            }
        }
    }

    /** Reports what a large file is, and why it could not be read to its end. */
    private static final class EndOfFile extends ReadAhead.Task {
        private final Tally tally;
        private final List<Problem> problems;

        private EndOfFile(Tally tally, List<Problem> problems) {
            super(0);
            this.tally = tally;
            this.problems = problems;
        }

        @Override
        void prepare() {
            // Its parts are read.
        }

        @Override
        void take() {
            if (!problems.isEmpty()) {
                tally.problems(problems);
            }
            tally.finish();
        }
    }

    /** What a file is by its name and folder; null if its content or a Kustomization says it. */
    private static @Nullable Sort sortOfPlace(DocumentFile file) {
        if (file.folder().hasTemplates()) {
            return Sort.TEMPLATE;
        }
        return file.fileName().equals(DocumentFolder.CHART) ? Sort.CHART : null;
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

    /** Whether a file is in the folder of a chart of which a kind checks the files. */
    private boolean isBesideChart(DocumentFile file) {
        DocumentChart chart = file.folder().chart().orElse(null);
        if (chart != null) {
            for (DocumentKind kind : kinds) {
                if (kind.isBeside(chart)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Problem> asWarnings(List<Problem> problems) {
        List<Problem> warnings = new ArrayList<>(problems.size());
        for (Problem problem : problems) {
            warnings.add(problem.withSeverity(Severity.WARNING));
        }
        return warnings;
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
                report.add(problem.at(object.shown(problem.location())), object.manifest(), document.file());
            }
        }

        @Override
        public void note(String text) {
            report.note(document.file().name() + ": " + text);
        }
    }
}
