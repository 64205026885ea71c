package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the files of sources: those that are named, and every *.yaml, *.yml and *.json below a folder, sorted by name. Names that
 * start with a dot are skipped. It reads Kustomizations only, since these say what other files are.
 */
final class DocumentWalk {
    private final DocumentReport.Builder report;
    private final Findings findings;
    private final Kustomizations kustomizations;
    private final Set<Path> seen = new HashSet<>();
    private final Set<Path> rules = new HashSet<>();
    private final Visitor visitor;
    private int found;

    DocumentWalk(DocumentReport.Builder report, Findings findings, Kustomizations kustomizations, Visitor visitor) {
        this.report = report;
        this.findings = findings;
        this.kustomizations = kustomizations;
        this.visitor = visitor;
    }

    /** Receives each file, in the order in which they are checked. */
    interface Visitor {
        void file(DocumentFile file);
    }

    /** Finds the files of a source. */
    void add(DocumentSource source) {
        Path path = source.path();
        if (path == null) {
            visitor.file(DocumentFile.text(source));
        } else if (source.isFolder()) {
            int before = found;
            Path absolute = path.toAbsolutePath();
            folder(DocumentSource.of(source.name(), absolute), DocumentFolder.of(absolute), absolute);
            if (found == before) {
                report.add(Problem.error(
                        ProblemCodes.NOTHING_TO_CHECK,
                        Location.ofFile(source.name()),
                        "this folder contains no *.yaml, *.yml or *.json",
                        "Name a file, or another folder"));
            }
        } else {
            DocumentFile file = DocumentFile.named(source.name(), path);
            Path folder = file.folder().path();
            if (folder != null) {
                kustomizations.readIn(folder);
                readRules(source.siblingName(RuleFile.NAME), folder);
            }
            visitor.file(file);
        }
    }

    private void folder(DocumentSource source, DocumentFolder folder, Path path) {
        // A folder that contains a link to itself would have no end.
        if (!seen.add(real(path))) {
            return;
        }
        List<DocumentSource> children;
        try {
            children = source.children();
        } catch (IOException e) {
            report.add(Problem.error(
                    ProblemCodes.FILE_UNREADABLE,
                    Location.ofFile(source.name()),
                    "the folder cannot be read",
                    "Check its permissions"));
            return;
        }
        kustomizations.readIn(path);
        readRules(source.below(RuleFile.NAME), path);
        for (DocumentSource child : children) {
            String last = child.fileName();
            if (last.startsWith(".")) {
                continue;
            }
            if (child.isFolder()) {
                Path below = Objects.requireNonNull(child.path());
                folder(child, folder.below(below), below);
            } else if (last.endsWith(".yaml") || last.endsWith(".yml") || last.endsWith(".json")) {
                // One that is a link to nowhere, for instance, is reported when it is read.
                found++;
                visitor.file(DocumentFile.found(child, folder));
            }
        }
    }

    /** Reads the rules of a folder, if it has some, before the files in it. */
    private void readRules(String name, Path folder) {
        Path path = folder.resolve(RuleFile.NAME);
        if (!rules.add(path) || !Files.isRegularFile(path)) {
            return;
        }
        report.file(name);
        try {
            findings.addRules(RuleFile.read(DocumentFile.named(name, path), folder));
        } catch (DeployException.InvalidInput e) {
            e.problems().forEach(report::add);
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }
}
