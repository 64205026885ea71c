package com.adorsys.webank.deploy.documents;

import java.util.Locale;

/** The formats in which a {@link DocumentReport} can be written. */
public enum ReportFormat {
    /** A line for each problem, for each rule that was applied, and the summary. */
    TEXT,
    /** One JSON object. */
    JSON,
    /**
     * The Static Analysis Results Interchange Format, which code scanning of GitHub and other tools read.
     *
     * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
     */
    SARIF,
    /** The XML of JUnit: a test case for each file that was checked, which fails if the file has errors. */
    JUNIT,
    /**
     * Commands of a workflow, by which GitHub shows each problem at its line.
     *
     * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow
     *     commands</a>
     */
    GITHUB;

    /** The name in lower case, as a command line takes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The report in this format, with a final newline. */
    public String write(DocumentReport report) {
        return switch (this) {
            case TEXT -> LineReport.text(report);
            case JSON -> TreeReport.json(report);
            case SARIF -> TreeReport.sarif(report);
            case JUNIT -> JUnitReport.write(report);
            case GITHUB -> LineReport.github(report);
        };
    }
}
