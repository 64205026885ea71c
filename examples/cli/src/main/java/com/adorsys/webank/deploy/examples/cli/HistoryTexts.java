package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.Revision;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Revisions as a table, and as JSON. */
final class HistoryTexts {
    private static final int DIGEST_SHOWN = 12;

    private HistoryTexts() {}

    /** A table with a row for each. */
    static String text(Release release, List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return release + ": no revision.\n";
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"REVISION", "TIME", "OUTCOME", "OBJECTS", "ACTOR", "COMMIT", "DIGEST", ""});
        for (Revision revision : revisions) {
            rows.add(new String[] {
                revision.number() + (revision.isCurrent() ? " *" : ""),
                revision.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                revision.outcome().text(),
                Integer.toString(revision.objects()),
                orDash(revision.actor()),
                orDash(revision.sourceCommit()),
                orDash(brief(revision.digest())),
                revision.isComplete() ? "" : "incomplete"
            });
        }
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** The start of a digest, without the name of its algorithm. */
    private static String brief(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return hex.substring(0, Math.min(DIGEST_SHOWN, hex.length()));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    /** One JSON object. */
    static String json(Release release, List<Revision> revisions) {
        StringBuilder json = new StringBuilder("{\"release\":")
                .append(quoted(release.name()))
                .append(",\"namespace\":")
                .append(quoted(release.namespace()))
                .append(",\"revisions\":[");
        String comma = "";
        for (Revision revision : revisions) {
            json.append(comma)
                    .append("{\"number\":")
                    .append(revision.number())
                    .append(",\"time\":")
                    .append(quoted(revision.time().toString()))
                    .append(",\"actor\":")
                    .append(quoted(revision.actor()))
                    .append(",\"sourceCommit\":")
                    .append(quoted(revision.sourceCommit()))
                    .append(",\"digest\":")
                    .append(quoted(revision.digest()))
                    .append(",\"objects\":")
                    .append(revision.objects())
                    .append(",\"outcome\":")
                    .append(quoted(revision.outcome().name()))
                    .append(",\"current\":")
                    .append(revision.isCurrent())
                    .append(",\"complete\":")
                    .append(revision.isComplete())
                    .append('}');
            comma = ",";
        }
        return json.append("]}\n").toString();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7F && c < 0xA0 || Character.isSurrogate(c)) {
                json.append("\\u").append(Integer.toHexString(c | 0x10000), 1, 5);
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
