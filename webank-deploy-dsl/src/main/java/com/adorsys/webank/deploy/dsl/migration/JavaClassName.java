package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * The name of a class of Java: a package and a simple name. Immutable.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-6.html">Names in the Java language</a>
 */
public final class JavaClassName {
    private final String packageName;
    private final String simpleName;

    private JavaClassName(String packageName, String simpleName) {
        this.packageName = packageName;
        this.simpleName = simpleName;
    }

    /**
     * The class of a package.
     *
     * @param packageName such as {@code com.example.deployment}; empty for none
     * @param simpleName such as {@code DevWebank}
     * @throws DeployException.InvalidInput with each of the two that is not a name in Java 17, or that no program may use
     */
    public static JavaClassName of(String packageName, String simpleName) {
        List<Problem> problems = new ArrayList<>();
        if (!packageName.isEmpty() && !isName(packageName)) {
            problems.add(problem(
                    "package",
                    Problem.quote(packageName) + " is not the name of a package",
                    "Write words of letters and digits with a dot between them, as in `com.example.deployment`"));
        } else if (packageName.equals("java") || packageName.startsWith("java.")) {
            problems.add(problem(
                    "package",
                    "the package " + Problem.quote(packageName) + " belongs to Java itself",
                    "Choose another one, as in `com.example.deployment`"));
        }
        if (simpleName.indexOf('.') >= 0 || !isName(simpleName) || isRestricted(simpleName)) {
            problems.add(problem(
                    "class",
                    Problem.quote(simpleName) + " is not the name of a class",
                    "Write one word of letters and digits, as in `DevWebank`"));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return new JavaClassName(packageName, simpleName);
    }

    /** Whether a text is a name in ASCII, so that its file has the same name on every disk. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return SourceVersion.isName(text, SourceVersion.RELEASE_17);
    }

    /** Whether a word is a keyword where a type is declared. */
    private static boolean isRestricted(String word) {
        return switch (word) {
            case "var", "yield", "record", "sealed", "permits" -> true;
            default -> false;
        };
    }

    static Problem problem(String path, String what, String remedy) {
        return Problem.error(ProblemCodes.NAME_INVALID, Location.of(path), what, remedy);
    }

    /** The package, if there is one. */
    public Optional<String> packageName() {
        return packageName.isEmpty() ? Optional.empty() : Optional.of(packageName);
    }

    /** The name without the package. */
    public String simpleName() {
        return simpleName;
    }

    /** The path of its source below a source folder: {@code com/example/deployment/DevWebank.java}. */
    public String path() {
        return toString().replace('.', '/') + ".java";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JavaClassName that
                && packageName.equals(that.packageName)
                && simpleName.equals(that.simpleName);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The full name. */
    @Override
    public String toString() {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
