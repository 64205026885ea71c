package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.yaml.YamlPart.Origin;
import java.util.ArrayList;
import java.util.List;

/** JSON objects that follow one another in a text, without a line {@code ---} between them. */
final class JsonObjects {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();

    private JsonObjects(String text) {
        this.text = text;
    }

    /**
     * The objects of a text that starts with one.
     *
     * @param origin where the text starts in its file
     */
    static JsonObjects of(String text, Origin origin) {
        JsonObjects objects = new JsonObjects(text);
        int line = origin.line();
        int column = origin.column();
        int counted = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                counted = i + 1;
                column = 0;
            } else if (quoted) {
                quoted = c != '"';
                i += c == '\\' ? 1 : 0;
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                if (depth++ == 0) {
                    column += text.codePointCount(counted, i);
                    counted = i;
                    objects.starts.add(i);
                    objects.origins.add(new Origin(line, column, true));
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
    Origin origin(int object) {
        return origins.get(object);
    }

    /** An object, with all that follows before the next one. */
    String text(int object) {
        return text.substring(starts.get(object), object + 1 < starts.size() ? starts.get(object + 1) : text.length());
    }
}
