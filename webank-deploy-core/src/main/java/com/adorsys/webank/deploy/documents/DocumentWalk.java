package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        } else if (Files.isDirectory(path)) {
            int before = found;
            folder(source.name(), DocumentFolder.of(path.toAbsolutePath()), path.toAbsolutePath());
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

    private void folder(String name, DocumentFolder folder, Path path) {
        // A folder that contains a link to itself would have no end.
        if (!seen.add(real(path))) {
            return;
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
            for (Path child : all) {
                children.add(child);
            }
        } catch (IOException e) {
            report.add(Problem.error(
                    ProblemCodes.FILE_UNREADABLE,
                    Location.ofFile(name),
                    "the folder cannot be read",
                    "Check its permissions"));
            return;
        }
        children.sort(null);
        kustomizations.readIn(path);
        readRules(below(name, RuleFile.NAME), path);
        for (Path child : children) {
            String last = child.getFileName().toString();
            if (last.startsWith(".")) {
                continue;
            }
            String below = below(name, last);
            boolean isRead = last.endsWith(".yaml") || last.endsWith(".yml") || last.endsWith(".json");
            try {
                BasicFileAttributes attributes = Files.readAttributes(child, BasicFileAttributes.class);
                if (attributes.isDirectory()) {
                    folder(below, folder.below(child), child);
                } else if (isRead) {
                    found++;
                    visitor.file(DocumentFile.found(DocumentSource.of(below, child), folder, attributes.size()));
                }
            } catch (IOException e) {
                // A link to nowhere, for instance: reported when it is read.
                if (isRead) {
                    found++;
                    visitor.file(DocumentFile.found(DocumentSource.of(below, child), folder, 0));
                }
            }
        }
    }

    private static String below(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
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
