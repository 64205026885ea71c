package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes bytes to a text that every YAML reader reads in the same way, or reports why that is not possible. */
final class YamlText {
    private static final String SAVE = "Save the file as UTF-8";
    /** The length of a byte-order mark. */
    static final int MARK = 3;

    private YamlText() {}

    /** The bytes without the byte-order mark at their start, which editors of Windows write and every reader skips. */
    static byte[] withoutMark(byte[] bytes) {
        return isMarked(bytes, bytes.length) ? Arrays.copyOfRange(bytes, MARK, bytes.length) : bytes;
    }

    /** Whether bytes start with a byte-order mark. */
    static boolean isMarked(byte[] bytes, int length) {
        return length >= MARK && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    static String decode(String file, byte[] bytes) {
        if (bytes.length > YamlReader.LARGEST) {
            throw tooLarge(file);
        }
        String encoding = otherEncoding(bytes);
        if (encoding != null) {
            throw refused(
                    ProblemCodes.YAML_ENCODING,
                    Location.of(file, 1, 1, ""),
                    "the file is in " + encoding + ", and YAML for Kubernetes is in UTF-8",
                    SAVE);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            checkBytes(file, bytes);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r' || c >= 0x7F) {
                check(file, text, i, c);
            }
        }
        return text;
    }

    static DeployException.InvalidInput tooLarge(String file) {
        return refused(
                ProblemCodes.FILE_TOO_LARGE,
                Location.ofFile(file),
                "the file is larger than 16 MiB",
                "Split it into smaller files");
    }

    private static @Nullable String otherEncoding(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int b0 = bytes[0] & 0xFF;
        int b1 = bytes[1] & 0xFF;
        boolean four = bytes.length >= 4 && bytes.length % 4 == 0;
        int b2 = four ? bytes[2] & 0xFF : 0xFF;
        int b3 = four ? bytes[3] & 0xFF : 0xFF;
        if (b0 == 0 && b1 == 0 && (b2 == 0xFE && b3 == 0xFF || b2 == 0 && isText(b3))) {
            return "UTF-32 (big-endian)";
        }
        if (b2 == 0 && b3 == 0 && (b0 == 0xFF && b1 == 0xFE || b1 == 0 && isText(b0))) {
            return "UTF-32 (little-endian)";
        }
        if (b0 == 0xFE && b1 == 0xFF || b0 == 0 && isText(b1) && bytes.length % 2 == 0) {
            return "UTF-16 (big-endian)";
        }
        if (b0 == 0xFF && b1 == 0xFE || b1 == 0 && isText(b0) && bytes.length % 2 == 0) {
            return "UTF-16 (little-endian)";
        }
        return null;
    }

    private static boolean isText(int b) {
        return b >= ' ' && b < 0x7F || b == '\n' || b == '\r' || b == '\t';
    }

    private static void checkBytes(String file, byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean malformed = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true)
                .isError();
        if (malformed) {
            String before = out.flip().toString();
            throw refused(
                    ProblemCodes.YAML_ENCODING,
                    locate(file, before, before.length()),
                    "the bytes here are not UTF-8",
                    SAVE + ", or remove what is not text");
        }
    }

    private static void check(String file, String text, int index, char c) {
        if (c == '\uFEFF') {
            throw refused(
                    ProblemCodes.YAML_BYTE_ORDER_MARK,
                    locate(file, text, index),
                    "the text contains a byte-order mark",
                    "Remove it, or write it as `\\uFEFF` in double quotes");
        }
        if (c == 0x85 || c == 0x2028 || c == 0x2029) {
            String escape = c == 0x85 ? "\\u0085" : c == 0x2028 ? "\\u2028" : "\\u2029";
            throw refused(
                    ProblemCodes.YAML_LINE_SEPARATOR,
                    locate(file, text, index),
                    "the character U+" + escape.substring(2)
                            + " ends a line for Helm and kubectl, but not for other tools",
                    "Remove it, or write it as `" + escape + "` in double quotes");
        }
        if (c < ' ' || c < 0xA0 || c == 0xFFFE || c == 0xFFFF) {
            String hex = Integer.toHexString(c | 0x10000).substring(1).toUpperCase(java.util.Locale.ROOT);
            throw refused(
                    ProblemCodes.YAML_BINARY,
                    locate(file, text, index),
                    "the file contains the control character U+" + hex + ", so it is not text",
                    "Name a YAML file, or write the character as an escape in double quotes");
        }
    }

    /** The place of a character: lines end with {@code \n}, {@code \r\n} or {@code \r}; columns count code points. */
    private static Location locate(String file, String text, int index) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                line++;
                start = i + 1;
            }
        }
        return Location.of(file, line, text.codePointCount(start, index) + 1, "");
    }

    private static DeployException.InvalidInput refused(String code, Location at, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, at, what, remedy));
    }
}
