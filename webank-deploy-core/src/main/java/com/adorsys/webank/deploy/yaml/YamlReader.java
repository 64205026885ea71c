package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads YAML and JSON as Helm, Argo CD and kubectl do, and keeps the places of all values.
 *
 * <p>These tools read YAML through sigs.k8s.io/yaml and go-yaml 2, which follow YAML 1.1: a plain {@code yes}, {@code
 * on} or {@code y} is true, {@code 0o17} and {@code 017} are 15, {@code 1_000} is 1000, {@code 1e3} is a float, a date
 * is a string, {@code <<} merges. A number keeps its value and gets its JSON text. A key that is not a string becomes
 * the text that Kubernetes uses for it: {@code 8080} stays, {@code yes} becomes {@code true}, {@code 1.50} becomes
 * {@code 1.5}. Aliases are replaced by the values that they refer to.
 *
 * <p>This reader refuses what these tools read differently or would have to guess: duplicate keys, a merge key below
 * a key that it overrides, tags other than {@code !!str !!int !!float !!bool !!null !!map !!seq}, tabs that indent,
 * byte-order marks behind its start, raw Unicode line separators. It also refuses aliases that expand to more than 100,000 values,
 * more than 100 levels, and more than 16 MiB. If the syntax of a text is valid, all other problems are
 * reported at once. No message contains a value.
 */
public final class YamlReader {
    static final int LARGEST = 16 * 1024 * 1024;

    private YamlReader() {}

    /**
     * Reads the only document of a text.
     *
     * @param file the name of the text in problems
     * @param bytes UTF-8; a byte-order mark at the start is skipped
     * @throws DeployException.InvalidInput if the text is not YAML, or does not have exactly one document
     */
    public static YamlDocument read(String file, byte[] bytes) {
        byte[] text = YamlText.withoutMark(bytes);
        List<YamlDocument> documents = BlockParser.documents(file, text, 0, 1);
        return documents != null && !documents.isEmpty()
                ? documents.get(0)
                : YamlComposer.one(file, YamlText.decode(file, text));
    }

    /**
     * Reads every document of a text, without the empty ones; none if there is only white space and comments.
     *
     * @param file the name of the text in problems
     * @param bytes UTF-8; a byte-order mark at the start is skipped
     * @throws DeployException.InvalidInput if the text is not YAML
     */
    public static List<YamlDocument> readAll(String file, byte[] bytes) {
        byte[] text = YamlText.withoutMark(bytes);
        List<YamlDocument> documents = BlockParser.documents(file, text, 0, Integer.MAX_VALUE);
        return documents != null ? documents : YamlComposer.all(file, YamlText.decode(file, text));
    }

    /**
     * Takes a text of any size apart, so that no more of it than a part need be in memory: into its documents; its objects of
     * JSON, if they follow one another; and the items of a list of objects of more than 4 MiB.
     *
     * @param file the name of the text in problems
     * @param in UTF-8; a byte-order mark at the start is skipped; it is read to its end, and not closed
     */
    public static YamlParts parts(String file, InputStream in) {
        return new YamlParts(file, in);
    }

    /**
     * Reads the only document of a file. Problems name the file by the given path.
     *
     * @throws DeployException.InvalidInput if the file cannot be read, or as {@link #read(String, byte[])} says
     */
    public static YamlDocument read(Path path) {
        return read(path.toString(), bytes(path));
    }

    /**
     * Reads every document of a file. Problems name the file by the given path.
     *
     * @throws DeployException.InvalidInput if the file cannot be read, or as {@link #readAll(String, byte[])} says
     */
    public static List<YamlDocument> readAll(Path path) {
        return readAll(path.toString(), bytes(path));
    }

    /**
     * Reads the manifests of a text with their places, so that checks report problems with line and column. Lists are {@linkplain
     * YamlDocument#objects() taken apart}.
     *
     * @param file the name of the text in problems
     * @param bytes UTF-8; a byte-order mark at the start is skipped
     * @throws DeployException.InvalidInput if the text is not YAML, or a document is not a manifest, with every problem
     */
    public static ManifestSet readManifests(String file, byte[] bytes) {
        List<Manifest> manifests = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<ResourceId, Locations> places = new HashMap<>();
        for (YamlDocument document : objects(readAll(file, bytes))) {
            Locations where = document.locations();
            if (!(document.tree() instanceof MapTree map)) {
                problems.add(Problem.error(
                        ProblemCodes.NOT_A_MANIFEST,
                        where.of(""),
                        "this document is " + document.tree().describe() + ", and not a manifest",
                        "Write a map with `apiVersion`, `kind` and `metadata`"));
                continue;
            }
            try {
                Manifest manifest = Manifest.of(map, where);
                manifests.add(manifest);
                places.put(manifest.id(), where);
            } catch (DeployException.InvalidInput e) {
                problems.addAll(e.problems());
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return ManifestSet.of(manifests).withLocations(places);
    }

    /**
     * Reads the manifests of a file. Problems name the file by the given path.
     *
     * @throws DeployException.InvalidInput if the file cannot be read, or as {@link #readManifests(String, byte[])}
     *     says
     */
    public static ManifestSet readManifests(Path path) {
        return readManifests(path.toString(), bytes(path));
    }

    private static List<YamlDocument> objects(List<YamlDocument> documents) {
        List<YamlDocument> objects = new ArrayList<>();
        for (YamlDocument document : documents) {
            objects.addAll(document.objects());
        }
        return objects;
    }

    private static byte[] bytes(Path path) {
        String file = path.toString();
        try {
            if (Files.isDirectory(path)) {
                throw refused(ProblemCodes.FILE_IS_DIRECTORY, file, "this is a directory", "Name a file in it");
            }
            if (Files.size(path) > LARGEST) {
                throw YamlText.tooLarge(file);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(LARGEST + 1);
            }
        } catch (IOException e) {
            if (Files.notExists(path)) {
                throw refused(ProblemCodes.FILE_MISSING, file, "there is no such file", "Check the path");
            }
            throw refused(ProblemCodes.FILE_UNREADABLE, file, "the file cannot be read", "Check its permissions");
        }
    }

    private static DeployException.InvalidInput refused(String code, String file, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, Location.ofFile(file), what, remedy));
    }
}
