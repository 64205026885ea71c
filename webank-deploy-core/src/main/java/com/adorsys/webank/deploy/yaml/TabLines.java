package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Finds the lines with a tab in their indentation, except those inside brackets, quotes and text blocks, where a tab
 * does not indent. YAML forbids such lines and go-yaml refuses them, while snakeyaml-engine reads some of them as a
 * continuation of the text above.
 *
 * <p>The first line is 0 here.
 */
final class TabLines {
    private final @Nullable BitSet lines;
    private int openFlows;
    private int flowLine;

    /**
     * The lines of a text.
     *
     * @param first the line of the file in which the text starts
     */
    TabLines(String text, int first) {
        lines = text.indexOf('\t') < 0 ? null : find(text, first);
    }

    private static BitSet find(String text, int first) {
        BitSet found = new BitSet();
        int line = first;
        boolean indentation = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                if (c == '\n' || i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    line++;
                }
                indentation = true;
            } else if (indentation) {
                if (c == '\t') {
                    found.set(line);
                }
                indentation = c == ' ';
            }
        }
        return found;
    }

    void openFlow(int line) {
        if (openFlows++ == 0) {
            flowLine = line;
        }
    }

    void closeFlow(int line) {
        if (--openFlows == 0) {
            allow(flowLine, line);
        }
    }

    /** Allows tabs in a text that is quoted or a block. */
    void scalar(Mark start, Mark end) {
        allow(start.getLine(), end.getColumn() == 0 ? end.getLine() - 1 : end.getLine());
    }

    private void allow(int first, int last) {
        if (lines != null && last > first) {
            lines.clear(first + 1, last + 1);
        }
    }

    /** Adds a problem for the first such line up to a given one; returns whether there is one. */
    boolean report(int until, String file, List<Problem> problems) {
        if (lines == null) {
            return false;
        }
        int line = lines.nextSetBit(0);
        if (line < 0 || line > until || openFlows > 0 && line > flowLine) {
            return false;
        }
        problems.add(Problem.error(
                ProblemCodes.YAML_TAB,
                Location.of(file, line + 1, 1, ""),
                "a tab indents this line",
                "Indent with spaces"));
        lines.clear();
        return true;
    }
}
