package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.JsonNode;
import com.adorsys.webank.deploy.core.JsonNode.Position;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of a file, so that they are reported together, up to a readable number. */
final class Findings {
    private static final int MOST = 50;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void error(String code, Place place, String what, String remedy) {
        if (problems.size() < MOST) {
            problems.add(Problem.error(code, place.in(file), what, remedy));
        }
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(
                            (Problem problem) -> problem.location().line())
                    .thenComparingInt(problem -> problem.location().column()));
            throw new DeployException.InvalidInput(problems);
        }
    }

    /**
     * A place in the file. Every place inside a secret value has the path of that value, since its keys may be secret
     * too.
     */
    record Place(Position position, String path, boolean secret) {
        /** The place of an entry. */
        Place entry(JsonNode.Entry entry) {
            String key = entry.key();
            return new Place(
                    entry.position(),
                    secret ? path : isPlain(key) ? dotted(key) : path + "[" + quoted(key) + "]",
                    secret);
        }

        /** The place of an item. */
        Place item(int index, Position at) {
            return new Place(at, secret ? path : path + "[" + index + "]", secret);
        }

        /** The same place, with no keys below it shown. */
        Place asSecret() {
            return new Place(position, path, true);
        }

        Location in(String file) {
            return Location.of(file, position.line(), position.column(), path);
        }

        private String dotted(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        private static boolean isPlain(String key) {
            return !key.isEmpty()
                    && key.chars()
                            .allMatch(c -> c >= 'a' && c <= 'z'
                                    || c >= 'A' && c <= 'Z'
                                    || c >= '0' && c <= '9'
                                    || c == '-'
                                    || c == '_'
                                    || c == '/');
        }

        /** A key on one line, as {@link Problem#quote} shows it, in double quotes. */
        private static String quoted(String key) {
            String shown = Problem.quote(key.replace("\\", "\\\\").replace("\"", "\\\""));
            return '"' + shown.substring(1, shown.length() - 1).replace("\\`", "`") + '"';
        }
    }
}
