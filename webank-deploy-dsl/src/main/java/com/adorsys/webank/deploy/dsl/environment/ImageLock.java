package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.DeployException;
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
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The image of each component in each environment, read from a file of its own, so that a pipeline can set an image
 * without a change of Java code. Immutable.
 *
 * <pre>{@code
 * dev:
 *   obs: ghcr.io/adorsys-gis/webank-online-banking:bd93440d
 *   userapp: ghcr.io/adorsys-gis/webank-userapp:0d3fab92
 * }</pre>
 *
 * <p>The components are {@code obs}, {@code prs} and {@code userapp}, and each microservice by its name. A component
 * that is not in the file keeps the model's image.
 */
public final class ImageLock {
    private final Map<String, Map<String, Image>> images;
    private final Locations locations;

    private ImageLock(Map<String, Map<String, Image>> images, Locations locations) {
        this.images = images;
        this.locations = locations;
    }

    /** A lock without images. */
    public static ImageLock empty() {
        return new ImageLock(new TreeMap<>(), Locations.none());
    }

    /**
     * Reads a lock file.
     *
     * @throws DeployException.InvalidInput if it cannot be read, with every problem
     */
    public static ImageLock read(Path file) {
        return of(YamlReader.read(file));
    }

    /**
     * The lock in a document.
     *
     * @throws DeployException.InvalidInput with every problem of the document
     */
    public static ImageLock of(YamlDocument document) {
        List<Problem> problems = new ArrayList<>();
        Locations locations = document.locations();
        Map<String, Map<String, Image>> images = new TreeMap<>();
        if (document.tree() instanceof MapTree environments) {
            environments.forEach((environment, components) -> {
                String path = TreePath.child("", environment);
                Map<String, Image> parsed = new LinkedHashMap<>();
                if (components instanceof MapTree map) {
                    map.forEach((component, reference) ->
                            parse(reference, TreePath.child(path, component), component, locations, parsed, problems));
                } else {
                    problems.add(wrongType(components, path, locations, "a map of component names to images"));
                }
                images.put(environment, parsed);
            });
        } else {
            problems.add(wrongType(document.tree(), "", locations, "a map of environment names"));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return new ImageLock(images, locations);
    }

    private static void parse(
            Tree reference,
            String path,
            String component,
            Locations locations,
            Map<String, Image> into,
            List<Problem> problems) {
        if (!(reference instanceof ScalarTree scalar) || !scalar.isString()) {
            problems.add(wrongType(reference, path, locations, "an image reference in quotes"));
            return;
        }
        try {
            into.put(component, Image.parse(scalar.text()));
        } catch (DeployException.InvalidInput invalid) {
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
                "Write `ENVIRONMENT:`, and below it lines `COMPONENT: IMAGE`");
    }

    /** The images of an environment, by component; empty if the lock does not name the environment. */
    public Map<String, Image> images(String environment) {
        return Map.copyOf(images.getOrDefault(environment, Map.of()));
    }

    /** The environments that the lock names, sorted. */
    public List<String> environments() {
        return List.copyOf(images.keySet());
    }

    /** A copy with another image for a component of an environment. */
    public ImageLock with(String environment, String component, Image image) {
        Map<String, Map<String, Image>> changed = new TreeMap<>();
        images.forEach((name, components) -> changed.put(name, new LinkedHashMap<>(components)));
        changed.computeIfAbsent(environment, name -> new LinkedHashMap<>()).put(component, image);
        return new ImageLock(changed, locations);
    }

    /** The lock as the text of a lock file, sorted by environment and component. */
    public String text() {
        MapTree.Builder all = MapTree.builder(images.size());
        images.forEach((environment, components) -> {
            MapTree.Builder map = MapTree.builder(components.size());
            new TreeMap<>(components).forEach((component, image) -> map.put(component, image.toString()));
            all.put(environment, map.build());
        });
        return YamlWriter.write(all.build());
    }

    Locations locations() {
        return locations;
    }

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
