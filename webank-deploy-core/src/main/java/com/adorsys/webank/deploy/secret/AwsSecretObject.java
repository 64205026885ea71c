package com.adorsys.webank.deploy.secret;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;

/**
 * A secret of AWS Secrets Manager, or a parameter of AWS Systems Manager, that becomes a file in a pod. Immutable; never
 * contains the value.
 *
 * @see <a href="https://github.com/aws/secrets-store-csi-driver-provider-aws#secretproviderclass-options">the options</a>
 */
public final class AwsSecretObject {
    private final MapTree tree;

    private AwsSecretObject(MapTree tree) {
        this.tree = tree;
    }

    /**
     * A secret of AWS Secrets Manager.
     *
     * @param name its name or ARN
     * @throws DeployException.InvalidInput if it is empty
     */
    public static AwsSecretObject secret(String name) {
        return of(name, "secretsmanager");
    }

    /**
     * A parameter of AWS Systems Manager Parameter Store.
     *
     * @param name its name, not an ARN
     * @throws DeployException.InvalidInput if it is empty, or an ARN
     */
    public static AwsSecretObject parameter(String name) {
        if (name.startsWith("arn:")) {
            throw invalid(
                    ProblemCodes.NAME_INVALID,
                    "objectName",
                    Problem.quote(name) + " is an ARN",
                    "write the name of the parameter");
        }
        return of(name, "ssmparameter");
    }

    private static AwsSecretObject of(String name, String type) {
        return new AwsSecretObject(MapTree.builder(2)
                .put("objectName", notEmpty("objectName", name))
                .put("objectType", type)
                .build());
    }

    /**
     * A copy with another name of the file. Default: the name of the secret, with {@code _} for {@code /}.
     *
     * @throws DeployException.InvalidInput if it is empty or contains {@code /}
     */
    public AwsSecretObject withFile(String file) {
        return new AwsSecretObject(tree.with("objectAlias", checkedFile("objectAlias", file)));
    }

    /**
     * A copy for one version: the version's id, or the number of a parameter's version. Default: the current one.
     *
     * @throws DeployException.InvalidInput if it is empty
     */
    public AwsSecretObject withVersion(String version) {
        return new AwsSecretObject(tree.with("objectVersion", notEmpty("objectVersion", version)));
    }

    /**
     * A copy with one more file, for a property of the secret, which must be a JSON object.
     *
     * @param path the JMESPath of the property, such as {@code password}
     * @throws DeployException.InvalidInput if one is empty, or the file contains {@code /}
     */
    public AwsSecretObject plusProperty(String path, String file) {
        MapTree property = MapTree.builder(2)
                .put("path", notEmpty("jmesPath.path", path))
                .put("objectAlias", checkedFile("jmesPath.objectAlias", file))
                .build();
        return new AwsSecretObject(
                tree.with("jmesPath", Trees.list(tree, "jmesPath").plus(property)));
    }

    /** The names of the files in the volume. */
    public List<String> files() {
        List<String> files = new ArrayList<>();
        files.add(tree.string("objectAlias")
                .orElse(tree.string("objectName").orElse("").replace('/', '_')));
        ListTree properties = Trees.list(tree, "jmesPath");
        for (Tree property : properties) {
            files.add(Trees.text(Trees.map(property), "objectAlias"));
        }
        return files;
    }

    MapTree tree() {
        return tree;
    }

    private static String checkedFile(String field, String file) {
        if (file.indexOf('/') >= 0) {
            throw invalid(
                    ProblemCodes.NAME_INVALID,
                    field,
                    Problem.quote(file) + " is not the name of a file: it contains `/`",
                    "write a name without folders");
        }
        return notEmpty(field, file);
    }

    private static String notEmpty(String field, String text) {
        if (text.isBlank()) {
            throw invalid(ProblemCodes.TEXT_EMPTY, field, "`" + field + "` is empty", "Write it");
        }
        return text;
    }

    private static DeployException.InvalidInput invalid(String code, String field, String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(code, Location.of("secretProviderClass.objects." + field), what, remedy));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AwsSecretObject that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The name of the secret or parameter. */
    @Override
    public String toString() {
        return tree.string("objectName").orElse("");
    }
}
