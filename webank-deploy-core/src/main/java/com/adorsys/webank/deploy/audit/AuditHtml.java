package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestDiff.Action;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** An audit as a page of its own: a table of the commits, totals, checks, and then each commit in detail. */
final class AuditHtml {
    private final Audit audit;
    private final Html page = new Html();

    private AuditHtml(Audit audit) {
        this.audit = audit;
    }

    static String of(Audit audit) {
        AuditHtml html = new AuditHtml(audit);
        html.head();
        html.commits();
        html.totals();
        html.checks();
        html.details();
        return html.page.raw("</main>\n</body>\n</html>\n").toString();
    }

    private void head() {
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .element("title", "Audit of " + audit.range().repository())
                .raw("\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n<main>\n<h1>Audit of ")
                .element("code", audit.range().repository())
                .raw("</h1>\n")
                .element("p", AuditText.summary(audit) + ".")
                .raw("\n");
        AuditText.foreignStart(audit.range())
                .ifPresent(warning ->
                        page.raw("<p class=\"warning\">").text(warning).raw("</p>\n"));
    }

    private static String style() {
        try (InputStream in = AuditHtml.class.getResourceAsStream("audit.css")) {
            if (in == null) {
                throw new IllegalStateException("the resource `audit.css` of webank-deploy-core is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void commits() {
        page.raw("<h2>Commits</h2>\n");
        if (audit.commits().isEmpty()) {
            page.raw("<p>There are no commits.</p>\n");
            return;
        }
        table(
                "Commits, newest first",
                "Commit",
                "Committed",
                "Author",
                "Signature",
                "Environments",
                "Effect",
                "Subject");
        for (AuditedCommit commit : audit.commits()) {
            page.raw("<tr><td class=\"short\">");
            link(commit.id());
            page.raw("</td><td class=\"short\">")
                    .text(commit.committer().timeText())
                    .raw("</td><td>")
                    .text(commit.author().name())
                    .raw("</td><td>");
            badge(commit.signature().status());
            page.raw("</td><td>")
                    .text(commit.diff().environments().stream()
                            .map(EnvironmentDiff::name)
                            .collect(Collectors.joining(", ")))
                    .raw("</td><td>");
            badge(commit.diff().changeClass());
            page.raw("</td><td class=\"subject\">").text(commit.subject()).raw("</td></tr>\n");
        }
        endTable();
    }

    private void totals() {
        page.raw("<h2>Changed objects by environment and effect</h2>\n");
        SortedMap<String, Map<ChangeClass, Integer>> totals = audit.totals();
        if (totals.isEmpty()) {
            page.raw("<p>No object changes.</p>\n");
            return;
        }
        Set<ChangeClass> classes = EnumSet.noneOf(ChangeClass.class);
        totals.values().forEach(counts -> classes.addAll(counts.keySet()));
        startTable("Changed objects");
        page.raw("<th scope=\"col\">Environment</th>");
        for (ChangeClass changeClass : classes) {
            page.raw("<th scope=\"col\">").text(DiffText.name(changeClass)).raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>\n");
        totals.forEach((environment, counts) -> {
            page.raw("<tr><th scope=\"row\">").text(Printable.line(environment)).raw("</th>");
            for (ChangeClass changeClass : classes) {
                page.raw("<td class=\"number\">")
                        .text(String.valueOf(counts.getOrDefault(changeClass, 0)))
                        .raw("</td>");
            }
            page.raw("</tr>\n");
        });
        endTable();
    }

    private void checks() {
        page.raw("<h2>Checks that began or ceased to fail</h2>\n");
        List<AuditedProblem> problems = audit.problems();
        if (problems.isEmpty()) {
            page.raw("<p>None.</p>\n");
            return;
        }
        table(
                "Checks, by the commit in which they changed first, oldest first",
                "Began",
                "Ceased",
                "Environment",
                "Problem");
        for (AuditedProblem problem : problems) {
            page.raw("<tr><td class=\"short\">");
            period(problem.began(), "before");
            page.raw("</td><td class=\"short\">");
            period(problem.ceased(), "not yet");
            page.raw("</td><td>")
                    .text(Printable.line(problem.environment()))
                    .raw("</td><td class=\"problem\">")
                    .text(DiffText.line(problem.problem()))
                    .raw("</td></tr>\n");
        }
        endTable();
    }

    private void period(Optional<String> commit, String otherwise) {
        commit.ifPresentOrElse(
                this::link,
                () -> page.raw("<span class=\"muted\">").text(otherwise).raw("</span>"));
    }

    private void details() {
        page.raw("<h2>Details</h2>\n");
        for (AuditedCommit commit : audit.commits()) {
            page.raw("<article id=\"c-")
                    .text(commit.id())
                    .raw("\">\n<h3>")
                    .text(commit.subject())
                    .raw("</h3>\n<dl>\n");
            term("Commit", "<code>", commit.id(), "</code>");
            term("Author", "", commit.author() + ", " + commit.author().timeText(), "");
            term("Committer", "", commit.committer() + ", " + commit.committer().timeText(), "");
            term(
                    "Signature",
                    "<span class=\"" + cssClass(commit.signature().status().name()) + "\">",
                    commit.signature().text(),
                    "</span>");
            page.raw("</dl>\n").element("pre", commit.message()).raw("\n");
            if (!commit.merged().isEmpty()) {
                merged(commit.merged());
            }
            diff(commit.diff());
            list("h4", "Other files", commit.otherFiles());
            page.raw("</article>\n");
        }
    }

    private void merged(List<MergedCommit> merged) {
        page.raw("<h4>Merged</h4>\n<ul>\n");
        for (MergedCommit each : merged) {
            page.raw("<li>")
                    .element("code", AuditText.shortId(each.id()))
                    .text(" " + each.subject() + ", by " + each.author() + ", "
                            + each.author().timeText())
                    .raw("</li>\n");
        }
        page.raw("</ul>\n");
    }

    private void diff(ConfigurationDiff diff) {
        if (diff.isEmpty()) {
            page.element("p", DiffText.NOTHING).raw("\n");
        }
        for (EnvironmentDiff environment : diff.environments()) {
            page.raw("<h4>").text(Printable.line(environment.name())).raw(" ");
            badge(environment.objects().changeClass());
            page.raw("</h4>\n");
            for (ManifestDiff.Change change : environment.objects().changes()) {
                object(change);
            }
            list("h5", "New problems", lines(environment.began()));
            list("h5", "Resolved problems", lines(environment.ceased()));
        }
        list("h4", "Files that cannot be read", lines(diff.problems()));
        list("h4", "Files that could not be read before", lines(diff.resolvedProblems()));
    }

    private void object(ManifestDiff.Change change) {
        boolean hasDifferences = !change.differences().isEmpty();
        page.raw(hasDifferences ? "<details>\n<summary>" : "<div>")
                .text(DiffMarkdown.verb(change.action()) + " ")
                .element("code", change.id().toString())
                .raw(" ");
        if (change.action() != Action.CREATED) {
            badge(change.changeClass());
        }
        if (!hasDifferences) {
            page.raw("</div>\n");
            return;
        }
        page.raw("</summary>\n<ul>\n");
        for (Difference difference : change.differences()) {
            page.raw("<li>").element("code", difference.toString());
            if (difference.changeClass() != change.changeClass()) {
                page.raw(" ");
                badge(difference.changeClass());
            }
            page.raw("</li>\n");
        }
        page.raw("</ul>\n</details>\n");
    }

    private static List<String> lines(List<Problem> problems) {
        return problems.stream().map(DiffText::line).toList();
    }

    private void list(String heading, String title, List<String> items) {
        if (!items.isEmpty()) {
            page.element(heading, title).raw("\n<ul>\n");
            items.forEach(item -> page.element("li", item).raw("\n"));
            page.raw("</ul>\n");
        }
    }

    private void term(String name, String open, String text, String close) {
        page.element("dt", name).raw("<dd>" + open).text(text).raw(close + "</dd>\n");
    }

    private void table(String caption, String... columns) {
        startTable(caption);
        for (String column : columns) {
            page.raw("<th scope=\"col\">").text(column).raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>\n");
    }

    private void startTable(String caption) {
        // It scrolls with the keyboard too.
        page.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .text(caption)
                .raw("\">\n<table>\n")
                .element("caption", caption)
                .raw("\n<thead><tr>");
    }

    private void endTable() {
        page.raw("</tbody>\n</table>\n</div>\n");
    }

    private void link(String id) {
        page.raw("<a href=\"#c-")
                .text(id)
                .raw("\">")
                .element("code", AuditText.shortId(id))
                .raw("</a>");
    }

    private void badge(ChangeClass changeClass) {
        badge(changeClass.name(), DiffText.name(changeClass));
    }

    private void badge(CommitSignature.Status status) {
        badge(status.name(), AuditText.name(status));
    }

    private void badge(String name, String text) {
        page.raw("<span class=\"badge " + cssClass(name) + "\">").text(text).raw("</span>");
    }

    /** The name of an enumeration's value as a class of the style sheet. */
    private static String cssClass(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
