package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a report as the XML of JUnit. */
final class JUnitReport {
    /** The test case of problems that are in no file. */
    private static final String NO_FILE = "files";

    private JUnitReport() {}

    static String write(DocumentReport report) {
        Map<String, List<Problem>> byFile = new LinkedHashMap<>();
        report.files().forEach(file -> byFile.put(file, new ArrayList<>()));
        for (Problem problem : report.problems()) {
            byFile.computeIfAbsent(problem.location().file().orElse(NO_FILE), first -> new ArrayList<>())
                    .add(problem);
        }
        StringBuilder cases = new StringBuilder();
        int failures = 0;
        for (Map.Entry<String, List<Problem>> file : byFile.entrySet()) {
            failures += testCase(file.getKey(), file.getValue(), cases);
        }
        String counts = " tests=\"" + byFile.size() + "\" failures=\"" + failures + "\" errors=\"0\"";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + ">\n"
                + "<testsuite name=\"webank-deploy check\"" + counts + " skipped=\"0\">\n"
                + cases
                + "<system-out>" + escaped(report.summary()) + "</system-out>\n</testsuite>\n</testsuites>\n";
    }

    /** Writes a test case; returns how many failed, 0 or 1. */
    private static int testCase(String file, List<Problem> problems, StringBuilder xml) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        List<Problem> warnings =
                problems.stream().filter(problem -> !problem.isError()).toList();
        xml.append("<testcase classname=\"webank-deploy.check\" name=\"")
                .append(escaped(file))
                .append("\">\n");
        if (!errors.isEmpty()) {
            Problem first = errors.get(0);
            xml.append("<failure type=\"")
                    .append(escaped(first.code()))
                    .append("\" message=\"")
                    .append(escaped(first.what()))
                    .append("\">")
                    .append(lines(errors))
                    .append("</failure>\n");
        }
        if (!warnings.isEmpty()) {
            xml.append("<system-out>").append(lines(warnings)).append("</system-out>\n");
        }
        xml.append("</testcase>\n");
        return errors.isEmpty() ? 0 : 1;
    }

    private static String lines(List<Problem> problems) {
        StringBuilder lines = new StringBuilder();
        problems.forEach(problem -> lines.append(escaped(problem.toString())).append('\n'));
        return lines.toString();
    }

    /** A text as XML 1.0 can have it; what it cannot have is written as a question mark. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\r', '\t' -> escaped.append("&#").append(c).append(';');
                default -> {
                    boolean isAllowed = c >= 0x20 && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
                    escaped.appendCodePoint(isAllowed ? c : '?');
                }
            }
        });
        return escaped.toString();
    }
}
