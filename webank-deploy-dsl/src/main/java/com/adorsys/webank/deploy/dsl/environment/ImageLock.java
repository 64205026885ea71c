package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The images of one environment, in a file of the configuration repository, so that a pipeline can set an image without a
 * change of Java code. Immutable.
 *
 * <p>The file is {@code images/ENVIRONMENT.yaml}, outside the folder that Argo CD applies:
 *
 * <pre>{@code
 * obs: ghcr.io/adorsys-gis/webank-online-banking:bd93440d
 * userapp: ghcr.io/adorsys-gis/webank-userapp:0d3fab92
 * }</pre>
 *
 * <p>The components are {@code obs}, {@code prs} and {@code userapp}, and each microservice by its name. A component
 * that is not in the file keeps the model's image. The file belongs to those who edit it: a change replaces one image, and
 * leaves comments and all else as they are.
 */
public final class ImageLock {
    /** The folder of the lock files. */
    public static final String FOLDER = "images";

    private final String file;
    private final String text;
    private final Map<String, Image> images;
    private final Locations locations;

    private ImageLock(String file, String text, Map<String, Image> images, Locations locations) {
        this.file = file;
        this.text = text;
        this.images = Collections.unmodifiableMap(images);
        this.locations = locations;
    }

    /** The path of the lock file of an environment: {@code images/dev.yaml}. */
    public static String path(String environment) {
        return FOLDER + "/" + environment + ".yaml";
    }

    /** A lock without images. */
    public static ImageLock empty() {
        return new ImageLock("", "", new LinkedHashMap<>(), Locations.none());
    }

    /**
     * The lock in a text; {@link Environments#lock} reads that of an environment.
     *
     * @param file the name of the text in problems
     * @param bytes the text in UTF-8; without a document it is the empty lock
     * @throws InvalidInput with every problem of the text
     */
    public static ImageLock of(String file, byte[] bytes) {
        List<YamlDocument> documents = YamlReader.readAll(file, bytes);
        if (documents.isEmpty()) {
            return new ImageLock(
                    file, new String(bytes, StandardCharsets.UTF_8), new LinkedHashMap<>(), Locations.none());
        }
        YamlDocument document = YamlReader.read(file, bytes);
        List<Problem> problems = new ArrayList<>();
        Map<String, Image> images = new LinkedHashMap<>();
        if (document.tree() instanceof MapTree components) {
            components.forEach(
                    (component, reference) -> parse(reference, component, document.locations(), images, problems));
        } else {
            problems.add(wrongType(document.tree(), "", document.locations(), "a map of component names to images"));
        }
        InvalidInput.throwIfErrors(problems);
        return new ImageLock(file, new String(bytes, StandardCharsets.UTF_8), images, document.locations());
    }

    private static void parse(
            Tree reference, String component, Locations locations, Map<String, Image> into, List<Problem> problems) {
        String path = TreePath.child("", component);
        if (!(reference instanceof ScalarTree scalar) || !scalar.isString()) {
            problems.add(wrongType(reference, path, locations, "an image reference in quotes"));
            return;
        }
        try {
            into.put(component, Image.parse(scalar.text()));
        } catch (InvalidInput invalid) {
            for (Problem problem : invalid.problems()) {
                problems.add(problem.at(locations.of(path)));
            }
        }
    }

    private static Problem wrongType(Tree found, String path, Locations locations, String expected) {
        return Problem.error(
                ProblemCodes.WRONG_TYPE,
                locations.of(path),
                "this is " + found.describe() + "; " + expected + " is expected",
                "Write a line `COMPONENT: IMAGE` for each component");
    }

    /** The images by component, in the order of the file. */
    public Map<String, Image> images() {
        return images;
    }

    /**
     * A copy with another image for a component. Only the image is replaced in the text; a component that is not in it is
     * added as its last line.
     *
     * @throws InvalidInput if the text is written in a way that does not allow this, such as an alias or several lines for
     *     the image
     */
    public ImageLock with(String component, Image image) {
        if (Objects.equals(images.get(component), image)) {
            return this;
        }
        Map<String, Image> wanted = new LinkedHashMap<>(images);
        wanted.put(component, image);
        LockText written = new LockText(text);
        for (String value : new String[] {image.toString(), '"' + image.toString() + '"'}) {
            String changed = images.containsKey(component)
                    ? written.replace(locations.of(TreePath.child("", component)), value)
                    : written.append(component, value);
            if (changed != null && hasImages(changed, wanted)) {
                return of(file, changed.getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new InvalidInput(Problem.error(
                ProblemCodes.IMAGE_LOCK_FORM,
                locations.of(TreePath.child("", component)),
                "the image cannot be replaced without a change of other lines",
                "write `" + component + ": IMAGE` on a line of its own"));
    }

    private boolean hasImages(String changed, Map<String, Image> wanted) {
        try {
            return of(file, changed.getBytes(StandardCharsets.UTF_8)).images.equals(wanted);
        } catch (InvalidInput e) {
            return false;
        }
    }

    /** The text of the file. */
    public String text() {
        return text;
    }

    Locations locations() {
        return locations;
    }

    /** Whether two locks have the same images. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ImageLock that && images.equals(that.images);
    }

    @Override
    public int hashCode() {
        return images.hashCode();
    }

    @Override
    public String toString() {
        return "images of " + images.keySet();
    }
}
