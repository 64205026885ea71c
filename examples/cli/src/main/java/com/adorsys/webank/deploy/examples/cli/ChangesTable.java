package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.tree.TreeChanges;
import java.util.Map;

/** What was written, as a table: a row for each environment, and one for all of them. */
final class ChangesTable {
    private static final String[] HEADS = {"created", "changed", "removed", "unchanged"};

    private ChangesTable() {}

    /**
     * The table.
     *
     * @param byEnvironment the changes of each environment; a file that several share counts for each of them
     * @param all the changes in total
     */
    static String text(Map<String, TreeChanges> byEnvironment, TreeChanges all) {
        int width = "environment".length();
        for (String name : byEnvironment.keySet()) {
            width = Math.max(width, name.length());
        }
        StringBuilder text = new StringBuilder();
        padded(text, "environment", width);
        for (String head : HEADS) {
            text.append("  ").append(head);
        }
        text.append('\n');
        for (Map.Entry<String, TreeChanges> row : byEnvironment.entrySet()) {
            row(text, row.getKey(), row.getValue(), width);
        }
        row(text, "all", all, width);
        return text.toString();
    }

    private static void row(StringBuilder text, String name, TreeChanges changes, int width) {
        padded(text, name, width);
        int[] counts = {
            changes.created().size(),
            changes.changed().size(),
            changes.removed().size(),
            changes.unchanged().size()
        };
        for (int i = 0; i < counts.length; i++) {
            String count = Integer.toString(counts[i]);
            text.append(" ".repeat(2 + HEADS[i].length() - count.length())).append(count);
        }
        text.append('\n');
    }

    private static void padded(StringBuilder text, String name, int width) {
        text.append(name).append(" ".repeat(width - name.length()));
    }
}
