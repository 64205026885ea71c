package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A single file below the folder of {@code --out}. Nobody's file is overwritten: what is written once belongs to its users. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Writes a file that is not there yet, and returns whether it did. Equal content is left as it is.
     *
     * @param folder the output folder, which is created if it is missing
     * @param name the folder as the user names it
     * @param path the file's path below the folder
     * @throws DeployException.InvalidInput if a file with other content is there, or it cannot be written
     */
    static boolean write(Path folder, String name, String path, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(path);
        try {
            if (Files.exists(file)) {
                if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                    return false;
                }
                throw isThere(name, path);
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file);
            writeOrRemove(file, content);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw isThere(name, path);
        } catch (IOException e) {
            throw refused(
                    ProblemCodes.TREE_NOT_WRITABLE,
                    name + "/" + path,
                    "the file cannot be written",
                    "Check the permissions and the space of the folder, or choose another one");
        }
    }

    private static void writeOrRemove(Path file, byte[] content) throws IOException {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static DeployException.InvalidInput isThere(String name, String path) {
        return refused(
                ProblemCodes.TREE_FOREIGN_FILE,
                name + "/" + path,
                "there is another file of this name already",
                "Move it away, or choose another name or output folder");
    }

    private static DeployException.InvalidInput refused(String code, String file, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, Location.ofFile(file), what, remedy));
    }
}
