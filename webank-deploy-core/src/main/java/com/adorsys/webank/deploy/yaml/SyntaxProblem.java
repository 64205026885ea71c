package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Turns exceptions of the parser into problems for the author of the file, without the file's content. */
final class SyntaxProblem {

    private SyntaxProblem() {}

    /**
     * The problem for an exception of the parser.
     *
     * @param last the last known position in the file, for an exception without one
     * @param place where a position of the exception is in the file
     */
    static Problem of(String file, RuntimeException exception, @Nullable Mark last, UnaryOperator<Mark> place) {
        if (!(exception instanceof MarkedYamlEngineException marked)) {
            return problem(file, last, "this is not valid YAML", "Check the text here and above");
        }
        String context = marked.getContext() == null ? "" : marked.getContext();
        String message = marked.getProblem() == null ? "" : marked.getProblem();
        Mark at = first(
                marked.getProblemMark().map(place), marked.getContextMark().map(place), last);
        Mark start = first(
                marked.getContextMark().map(place), marked.getProblemMark().map(place), last);
        Problem comment = comment(file, at);
        if (comment != null) {
            return comment;
        }
        int character = character(at);
        if (character == '\t' || message.contains("(TAB)")) {
            return Problem.error(
                    ProblemCodes.YAML_TAB,
                    location(file, at),
                    "there is a tab where only spaces are allowed",
                    "Replace it with spaces");
        }
        if (message.contains("cannot start any token")) {
            return problem(
                    file,
                    at,
                    "a plain text cannot start with `" + Character.toString(character) + "`",
                    "Put the text in quotes");
        }
        if (message.contains("could not find expected ':'")) {
            if (character(start) == '-') {
                return problem(
                        file,
                        start,
                        "there is no space after the `-` of this line, so it is a text and not an item of a list",
                        "Write `- item`, or put the text in quotes");
            }
            return problem(
                    file,
                    start,
                    "a line of a map has no `:` after its key",
                    "Write `key: value`, or indent the line if it continues the one above");
        }
        if (message.contains("mapping values are not allowed")) {
            Problem above = lineAboveWithoutSpace(file, at);
            if (above != null) {
                return above;
            }
            return problem(
                    file,
                    at,
                    "there is a `:` where no key is allowed",
                    "Put a text that contains `: ` in quotes, and a key on its own line below its parent");
        }
        if (message.contains("mapping keys are not allowed")) {
            return problem(
                    file, at, "there is a `?` where no key is allowed", "Put a text that starts with `?` in quotes");
        }
        if (message.contains("sequence entries are not allowed")) {
            return problem(
                    file,
                    at,
                    "there is a `-` where no list can start",
                    "Put the list on its own lines below the key, or quote a text that starts with `-`");
        }
        if (message.contains("<block end>")) {
            return problem(
                    file,
                    at,
                    "the indentation of this line fits neither the " + (context.contains("mapping") ? "map" : "list")
                            + " of line " + line(start) + " nor anything around it",
                    "Indent it like its neighbours, and quote a text that starts with a quote or a bracket");
        }
        if (message.contains("expected ',' or")) {
            boolean list = message.contains("']'");
            String bracket = list ? "]" : "}";
            return message.contains("<stream end>")
                    ? problem(
                            file,
                            start,
                            "the " + (list ? "list" : "map") + " that starts here is not closed",
                            "Add the missing `" + bracket + "`")
                    : problem(
                            file,
                            at,
                            "a `,` or `" + bracket + "` is missing before this"
                                    + (line(start) < line(at)
                                            ? ", in the " + (list ? "list" : "map") + " that starts in line "
                                                    + line(start)
                                            : ""),
                            "Add it, and quote a text that contains a bracket, a comma or a `{{`");
        }
        if (message.contains("unexpected end of stream") || message.contains("unexpected document separator")) {
            return problem(file, start, "the quoted text that starts here is not closed", "Add the missing quote");
        }
        if (message.contains("unknown escape character") || message.contains("expected escape sequence")) {
            return problem(
                    file,
                    at,
                    "this is not a valid YAML escape",
                    "Write `\\\\` for a backslash, or put the text in single quotes");
        }
        if (context.contains("alias") || context.contains("anchor")) {
            return problem(
                    file,
                    start,
                    "the name of an anchor or alias is missing, or ends with a character that is not allowed",
                    "Put a text that starts with `*` or `&` in quotes");
        }
        if (context.contains("tag") || message.contains("tag handle")) {
            return problem(file, start, "this is not a valid YAML tag", "Put a text that starts with `!` in quotes");
        }
        if (context.contains("block scalar") || context.contains("scalar") && message.contains("indentation")) {
            return problem(
                    file,
                    at,
                    "the start of the text block is not valid: empty lines are indented deeper than its first line, or its `|` or `>` is followed by something else",
                    "Indent its lines equally, or quote a text that starts with `|` or `>`");
        }
        if (context.contains("directive") || message.contains("directive")) {
            return problem(
                    file, at, "a line that starts with `%` is not a valid YAML directive", "Remove it or quote it");
        }
        if (message.contains("<document start>")) {
            return problem(
                    file,
                    at,
                    "there is text after the end of the document",
                    "Put `---` between documents, or indent the line");
        }
        if (message.contains("expected the node content")) {
            return problem(file, at, "a value is missing before this", "Write the value, or quote a text");
        }
        return problem(file, at, "this is not valid YAML", "Check the text here and above");
    }

    /** A problem of the line above a place, if it is a key and a value without a space between them; otherwise null. */
    private static @Nullable Problem lineAboveWithoutSpace(String file, @Nullable Mark mark) {
        if (mark == null) {
            return null;
        }
        int[] buffer = mark.getBuffer();
        int end = startOfLine(buffer, Math.min(mark.getPointer(), buffer.length));
        int begin = startOfLine(buffer, Math.max(0, end - 1));
        int key = begin;
        while (key < end && (buffer[key] == ' ' || buffer[key] == '-')) {
            key++;
        }
        int colon = key;
        while (colon < end && isOfKey(buffer[colon])) {
            colon++;
        }
        boolean isGlued = colon > key
                && colon + 1 < end
                && buffer[colon] == ':'
                && !Character.isWhitespace(buffer[colon + 1])
                && buffer[colon + 1] != '/';
        return isGlued
                ? Problem.error(
                        ProblemCodes.YAML_SYNTAX,
                        Location.of(file, mark.getLine(), key - begin + 1, ""),
                        "there is no space after the `:` of this line, so it is a text and not a key with a value",
                        "Write `key: value`")
                : null;
    }

    /** A problem of a comment of other languages in the line of a place or in the one above; null if there is none. */
    private static @Nullable Problem comment(String file, @Nullable Mark mark) {
        if (mark == null) {
            return null;
        }
        int[] buffer = mark.getBuffer();
        int pointer = Math.min(mark.getPointer(), buffer.length);
        int begin = startOfLine(buffer, pointer);
        int line = mark.getLine() + 1;
        int column = comment(buffer, begin, Math.min(pointer + 1, buffer.length));
        if (column == 0 && begin > 0) {
            line--;
            int above = startOfLine(buffer, begin - 1);
            column = comment(buffer, above, begin);
        }
        return column == 0
                ? null
                : Problem.error(
                        ProblemCodes.YAML_SYNTAX,
                        Location.of(file, line, column, ""),
                        "a comment cannot start with `//` or `/*`",
                        "Remove it; JSON has no comments, and those of YAML start with `#`");
    }

    /** The column of a comment between two places of a line: it starts the line or follows a space, and no quote follows. */
    private static int comment(int[] buffer, int begin, int end) {
        int found = 0;
        for (int i = begin; i + 1 < end; i++) {
            boolean isFirst = i == begin || buffer[i - 1] == ' ' || buffer[i - 1] == '\t' || buffer[i - 1] == ',';
            if (buffer[i] == '"' || buffer[i] == '\'') {
                found = 0;
            } else if (found == 0 && isFirst && buffer[i] == '/' && (buffer[i + 1] == '/' || buffer[i + 1] == '*')) {
                found = i - begin + 1;
            }
        }
        return found;
    }

    private static int startOfLine(int[] buffer, int pointer) {
        int start = pointer;
        while (start > 0 && buffer[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static boolean isOfKey(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }

    private static @Nullable Mark first(Optional<Mark> one, Optional<Mark> two, @Nullable Mark three) {
        return one.isPresent() ? one.get() : two.isPresent() ? two.get() : three;
    }

    private static int character(@Nullable Mark mark) {
        int[] buffer = mark == null ? new int[0] : mark.getBuffer();
        int pointer = mark == null ? 0 : mark.getPointer();
        return pointer < buffer.length ? buffer[pointer] : 0;
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private static Location location(String file, @Nullable Mark mark) {
        return mark == null
                ? Location.of(file, 1, 1, "")
                : Location.of(file, mark.getLine() + 1, mark.getColumn() + 1, "");
    }

    private static Problem problem(String file, @Nullable Mark mark, String what, String remedy) {
        return Problem.error(ProblemCodes.YAML_SYNTAX, location(file, mark), what, remedy);
    }
}
