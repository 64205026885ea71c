package com.adorsys.webank.deploy.tree;

import com.adorsys.webank.deploy.core.LineDifferences;
import com.adorsys.webank.deploy.core.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines in which an edited file differs from the generated one, on one line, for a problem. */
final class LineDiff {
    private static final int MOST_SHOWN = 10;

    private final List<LineDifferences.Line> lines;
    private final boolean isSecret;

    private LineDiff(String edited, String generated) {
        lines = LineDifferences.between(edited, generated);
        isSecret = isSecret(edited) || isSecret(generated);
    }

    /** Compares two texts. */
    static LineDiff between(byte[] edited, byte[] generated) {
        return new LineDiff(new String(edited, StandardCharsets.UTF_8), new String(generated, StandardCharsets.UTF_8));
    }

    /** The first line of the edited text that differs, 1 for the first. */
    int line() {
        return lines.isEmpty() ? 1 : lines.get(0).number();
    }

    /**
     * The differences, {@code line 12 `-replicas: 5`, line 12 `+replicas: 2`}: what the edit added with a minus, since
     * writing removes it. The lines of a Secret are not shown.
     */
    String text() {
        if (isSecret) {
            return lines.size() + (lines.size() == 1 ? " line differs" : " lines differ")
                    + ", which are not shown since the file contains a Secret";
        }
        List<String> shown = new ArrayList<>();
        for (LineDifferences.Line line : lines.subList(0, Math.min(MOST_SHOWN, lines.size()))) {
            shown.add("line " + line.number() + " " + Problem.quote((line.isRemoved() ? "-" : "+") + line.text()));
        }
        String more = lines.size() > shown.size() ? ", and " + (lines.size() - shown.size()) + " more lines" : "";
        return String.join(", ", shown) + more;
    }

    private static boolean isSecret(String text) {
        for (String line : text.split("\n", -1)) {
            if (line.replaceAll("[\"'\\s]", "").contains("kind:Secret")) {
                return true;
            }
        }
        return false;
    }
}
