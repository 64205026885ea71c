package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file document by document, so that no more of it than one is in memory.
 *
 * <p>Documents are parted at each line that starts with {@code ---} and white space. YAML has no such line inside a document, be it
 * in a quoted text or in a block.
 */
final class YamlStream {
    private static final int BUFFER = 1 << 16;

    private final String file;
    private final YamlReader.Sink sink;
    /** The part of the file that is not read yet. */
    private byte[] part = new byte[BUFFER];

    private int size;
    /** The line of the file at which the part starts, 0 for the first. */
    private int line;
    /** Up to where the part was searched for the start of the next document. */
    private int searched;

    YamlStream(String file, YamlReader.Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    void read(InputStream in) throws IOException {
        while (true) {
            if (size == part.length) {
                if (size > YamlReader.LARGEST) {
                    sink.problems(YamlText.tooLarge(file).problems());
                    return;
                }
                part = Arrays.copyOf(part, 2 * size);
            }
            int count = in.read(part, size, part.length - size);
            if (count < 0) {
                take(size);
                return;
            }
            size += count;
            takeAll();
        }
    }

    /** Reads each document after which another one starts. */
    private void takeAll() {
        int from = 0;
        // The character after the three must be there, too.
        for (int i = Math.max(searched, 1); i + 3 < size; i++) {
            if (part[i - 1] == '\n' && isMarker(i)) {
                read(from, i);
                from = i;
            }
            searched = i + 1;
        }
        if (from > 0) {
            size -= from;
            searched -= from;
            System.arraycopy(part, from, part, 0, size);
        }
    }

    private boolean isMarker(int i) {
        byte next = part[i + 3];
        return part[i] == '-'
                && part[i + 1] == '-'
                && part[i + 2] == '-'
                && (next == '\n' || next == '\r' || next == ' ' || next == '\t');
    }

    private void take(int end) {
        if (end > 0) {
            read(0, end);
        }
    }

    private void read(int from, int end) {
        String text = decoded(Arrays.copyOfRange(part, from, end));
        try {
            if (text != null) {
                YamlComposer.from(line, file, text).forEach(sink::document);
            }
        } catch (DeployException.InvalidInput e) {
            sink.problems(e.problems());
        }
        for (int i = from; i < end; i++) {
            line += part[i] == '\n' ? 1 : 0;
        }
    }

    /** The text of a document; null, and problems, if it has none. */
    private @Nullable String decoded(byte[] bytes) {
        try {
            return YamlText.decode(file, bytes);
        } catch (DeployException.InvalidInput e) {
            List<Problem> problems = new ArrayList<>();
            for (Problem problem : e.problems()) {
                Location place = problem.location();
                problems.add(
                        place.line() == 0
                                ? problem
                                : problem.at(Location.of(file, line + place.line(), place.column(), place.path())));
            }
            sink.problems(problems);
            return null;
        }
    }
}
