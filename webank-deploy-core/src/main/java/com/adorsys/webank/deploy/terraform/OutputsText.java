package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and decodes a file of outputs, or reports why that is not possible. */
final class OutputsText {
    static final int LARGEST = 16 * 1024 * 1024;

    /** Windows PowerShell's {@code >} writes UTF-16, and its {@code -Encoding utf8} a byte-order mark. */
    private static final String SAVE =
            "Save the file as UTF-8 without a byte-order mark; in Windows PowerShell, `cmd /c \"terraform output -json > FILE\"` does that";

    private OutputsText() {}

    static byte[] read(Path path) {
        String file = path.toString();
        try {
            if (Files.isDirectory(path)) {
                throw refused(ProblemCodes.FILE_IS_DIRECTORY, file, "this is a directory", "Name a file in it");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(LARGEST + 1);
            }
        } catch (IOException e) {
            if (Files.notExists(path)) {
                throw refused(
                        ProblemCodes.FILE_MISSING,
                        file,
                        "there is no such file",
                        "Check the path, or write it with `" + OtherFile.COMMAND + "`");
            }
            throw refused(ProblemCodes.FILE_UNREADABLE, file, "the file cannot be read", "Check its permissions");
        }
    }

    static String decode(String file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw refused(
                    ProblemCodes.FILE_TOO_LARGE,
                    file,
                    "the file is larger than 16 MiB",
                    "Name the file that `" + OtherFile.COMMAND + "` wrote");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            throw OtherFile.PLAN.refuse(file);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw encoding(file, 1, 1, "the file is in UTF-16, and JSON is in UTF-8");
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            throw encoding(file, 1, 1, "the file starts with a byte-order mark");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1;
            int start = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                    line++;
                    start = i + 1;
                }
            }
            int column = text.codePointCount(start, text.length()) + 1;
            throw encoding(file, line, column, "the bytes here are not UTF-8");
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static DeployException.InvalidInput encoding(String file, int line, int column, String what) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.JSON_ENCODING, Location.of(file, line, column, ""), what, SAVE));
    }

    private static DeployException.InvalidInput refused(String code, String file, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, Location.ofFile(file), what, remedy));
    }
}
