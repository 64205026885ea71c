package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;

/** Writes a report as lines: plain ones, and commands for GitHub. */
final class LineReport {
    private LineReport() {}

    static String text(DocumentReport report) {
        StringBuilder text = new StringBuilder();
        report.notes().forEach(note -> text.append(note).append('\n'));
        report.problems().forEach(problem -> text.append(problem).append('\n'));
        report.rules().forEach(rule -> text.append(rule).append('\n'));
        return text.append(report.summary()).append('\n').toString();
    }

    static String github(DocumentReport report) {
        StringBuilder text = new StringBuilder();
        for (Problem problem : report.problems()) {
            Location place = problem.location();
            text.append("::").append(problem.severity().text()).append(" title=");
            property(problem.code(), text);
            if (place.file().isPresent()) {
                text.append(",file=");
                property(place.file().get(), text);
            }
            if (place.line() > 0) {
                text.append(",line=").append(place.line()).append(",col=").append(place.column());
            }
            text.append("::");
            String path = place.path().isEmpty() ? "" : place.path() + ": ";
            escaped(path + problem.what() + ". " + problem.remedy() + ".", text);
            text.append('\n');
        }
        return text.append("::notice::")
                .append(report.summary().replace("%", "%25"))
                .append('\n')
                .toString();
    }

    private static void property(String value, StringBuilder text) {
        StringBuilder escaped = new StringBuilder();
        escaped(value, escaped);
        text.append(escaped.toString().replace(":", "%3A").replace(",", "%2C"));
    }

    private static void escaped(String value, StringBuilder text) {
        text.append(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }
}
