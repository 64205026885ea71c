package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.UrlCredentials;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports the parts of a tree that cannot be written. It walks the tree again, so that the writer need not track paths.
 */
final class Unwritable {
    private final List<Problem> problems = new ArrayList<>();
    private final String document;

    private Unwritable(Tree root) {
        Optional<String> kind = root instanceof MapTree map ? map.string("kind") : Optional.empty();
        Optional<String> name = root instanceof MapTree map
                ? map.map("metadata").flatMap(metadata -> metadata.string("name"))
                : Optional.empty();
        document = kind.isPresent() && name.isPresent() ? " in `" + kind.get() + "/" + name.get() + "`" : "";
    }

    static DeployException.InvalidInput in(Tree root) {
        Unwritable walk = new Unwritable(root);
        walk.visit(root, "", 0);
        return new DeployException.InvalidInput(walk.problems);
    }

    private void visit(Tree tree, String path, int depth) {
        if (tree instanceof ScalarTree scalar) {
            visitScalar(scalar, path);
            return;
        }
        int inside = depth + 1;
        boolean empty = tree instanceof MapTree map ? map.isEmpty() : ((ListTree) tree).isEmpty();
        if (inside > YamlWriter.DEEPEST && !empty) {
            problems.add(Problem.error(
                    ProblemCodes.YAML_TOO_DEEP,
                    Location.of(path),
                    "the tree" + document + " has more than " + YamlWriter.DEEPEST + " levels",
                    "Nest it less"));
            return;
        }
        if (tree instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                if (map.valueAt(i) instanceof ScalarTree scalar && scalar.isNull()) {
                    continue;
                }
                visitKey(map.keyAt(i), path);
                visit(map.valueAt(i), TreePath.child(path, map.keyAt(i)), inside);
            }
        } else {
            ListTree list = (ListTree) tree;
            for (int i = 0; i < list.size(); i++) {
                visit(list.get(i), TreePath.child(path, i), inside);
            }
        }
    }

    private void visitKey(String key, String path) {
        if (hasLoneSurrogate(key)) {
            problems.add(Problem.error(
                    ProblemCodes.YAML_LONE_SURROGATE,
                    Location.of(path),
                    "a key" + document + " contains half of a surrogate pair, which UTF-8 cannot represent",
                    "Write the whole character or remove it"));
        } else if (YamlWriter.writtenLength(key) > YamlWriter.LONGEST_KEY) {
            problems.add(Problem.error(
                    ProblemCodes.YAML_KEY_TOO_LONG,
                    Location.of(path),
                    "a key" + document + " that starts with " + Problem.quote(start(key)) + " takes "
                            + YamlWriter.writtenLength(key) + " characters, and YAML allows at most "
                            + YamlWriter.LONGEST_KEY,
                    "Shorten the key"));
        }
    }

    private static String start(String key) {
        String shown = UrlCredentials.maskedValue(key);
        return shown.substring(0, Math.min(20, shown.length()));
    }

    private void visitScalar(ScalarTree scalar, String path) {
        if (scalar.isString() && hasLoneSurrogate(scalar.text())) {
            problems.add(Problem.error(
                    ProblemCodes.YAML_LONE_SURROGATE,
                    Location.of(path),
                    "the text" + document + " contains half of a surrogate pair, which UTF-8 cannot represent",
                    "Write the whole character or remove it"));
        }
        if (scalar.kind() == ScalarTree.Kind.FLOAT) {
            visitFloat(scalar.text(), path);
        }
    }

    private void visitFloat(String text, String path) {
        if (text.equals(".inf") || text.equals("-.inf") || text.equals(".nan")) {
            return;
        }
        if (!YamlWriter.isJsonNumber(text)) {
            problems.add(Problem.error(
                    ProblemCodes.YAML_NOT_A_NUMBER,
                    Location.of(path),
                    "the float" + document + " is neither a JSON number nor `.inf`, `-.inf` or `.nan`",
                    "Use a JSON number"));
        } else if (!YamlWriter.isInRange(text)) {
            problems.add(Problem.error(
                    ProblemCodes.YAML_FLOAT_OUT_OF_RANGE,
                    Location.of(path),
                    "the float" + document
                            + " is too large or too small for 64 bits, and would be read as another value",
                    "Give a number between 4.9e-324 and 1.7e308, or a string"));
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
