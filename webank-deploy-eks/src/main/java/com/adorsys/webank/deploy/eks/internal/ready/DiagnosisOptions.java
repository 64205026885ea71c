package com.adorsys.webank.deploy.eks.internal.ready;

import java.util.Collection;
import java.util.List;

/** What a diagnosis may show. Immutable. */
public final class DiagnosisOptions {
    private static final DiagnosisOptions DEFAULT = new DiagnosisOptions(10, List.of());

    private final int logLines;
    private final List<String> secrets;

    private DiagnosisOptions(int logLines, List<String> secrets) {
        this.logLines = logLines;
        this.secrets = secrets;
    }

    /**
     * The last 10 lines of the log of a container that crashed or does not get ready.
     *
     * <p>What looks like a password, a token or a key is masked in them, and so are values given to {@link #withSecrets}. No
     * mask knows every secret that a program may write: who shows diagnoses where a log must not be seen uses {@link
     * #withoutLogs()}.
     */
    public static DiagnosisOptions defaults() {
        return DEFAULT;
    }

    /** These options without a line of any log. */
    public DiagnosisOptions withoutLogs() {
        return new DiagnosisOptions(0, secrets);
    }

    /** These options with so many lines of a log, at most 100. */
    public DiagnosisOptions withLogLines(int lines) {
        return new DiagnosisOptions(Math.max(0, Math.min(100, lines)), secrets);
    }

    /** These options where values are masked wherever they occur; those of fewer than four characters are left out. */
    public DiagnosisOptions withSecrets(Collection<String> values) {
        return new DiagnosisOptions(logLines, List.copyOf(values));
    }

    int logLines() {
        return logLines;
    }

    boolean showsLogs() {
        return logLines > 0;
    }

    LogMask mask() {
        return LogMask.of(secrets);
    }
}
