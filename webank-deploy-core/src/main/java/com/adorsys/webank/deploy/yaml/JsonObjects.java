package com.adorsys.webank.deploy.yaml;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** JSON objects that follow one another in a text, without a line {@code ---} between them. */
final class JsonObjects {
    private final String text;
    private final List<Mark> starts = new ArrayList<>();

    private JsonObjects(String text) {
        this.text = text;
    }

    /**
     * The objects of a text that starts with one.
     *
     * @param first the line of the file at which the text starts, 0 for the first
     */
    static JsonObjects of(String text, int first) {
        JsonObjects objects = new JsonObjects(text);
        int line = first;
        int lineStart = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            } else if (quoted) {
                quoted = c != '"';
                i += c == '\\' ? 1 : 0;
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                if (depth++ == 0) {
                    objects.starts.add(new Mark("", i, line, text.codePointCount(lineStart, i), new int[0], 0));
                }
            } else if (c == '}') {
                depth--;
            }
        }
        return objects;
    }

    int size() {
        return starts.size();
    }

    /** Where an object starts. */
    Mark start(int object) {
        return starts.get(object);
    }

    /** An object, with all that follows before the next one. */
    String text(int object) {
        return text.substring(
                starts.get(object).getIndex(),
                object + 1 < starts.size() ? starts.get(object + 1).getIndex() : text.length());
    }
}
