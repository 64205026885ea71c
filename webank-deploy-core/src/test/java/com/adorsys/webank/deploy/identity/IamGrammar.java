package com.adorsys.webank.deploy.identity;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The grammar of policies, as AWS publishes it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">the grammar</a>
 */
final class IamGrammar {
    private static final Set<String> STATEMENT_KEYS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final Set<String> PRINCIPALS = Set.of("AWS", "Federated", "Service", "CanonicalUser");
    private static final Set<String> OPERATORS =
            Set.of("StringEquals", "StringLike", "StringNotEquals", "ArnEquals", "ArnLike", "Bool", "IpAddress");
    private static final String ARN =
            "arn:(aws|aws-cn|aws-us-gov):[a-z0-9-]+:[a-z0-9*-]*:([0-9]{12}|aws|\\*|):[\\x21-\\x7e]+";

    private IamGrammar() {}

    /** What of a document is outside of the grammar. */
    static List<String> faults(String json) {
        List<String> faults = new ArrayList<>();
        MapTree policy = (MapTree) YamlReader.read("policy.json", json.getBytes(StandardCharsets.UTF_8))
                .tree();
        if (!Set.of("2012-10-17", "2008-10-17")
                .contains(policy.string("Version").orElse(""))) {
            faults.add("Version");
        }
        for (Tree item : policy.list("Statement").orElseThrow()) {
            MapTree statement = (MapTree) item;
            statement.keys().stream()
                    .filter(key -> !STATEMENT_KEYS.contains(key))
                    .forEach(faults::add);
            if (!statement.string("Sid").orElse("A").matches("[A-Za-z0-9]+")) {
                faults.add("Sid");
            }
            if (!Set.of("Allow", "Deny").contains(statement.string("Effect").orElse(""))) {
                faults.add("Effect");
            }
            keys(statement, "Principal").stream()
                    .filter(key -> !PRINCIPALS.contains(key))
                    .forEach(faults::add);
            keys(statement, "Condition").stream()
                    .filter(key -> !OPERATORS.contains(key))
                    .forEach(faults::add);
            texts(statement, "Action").stream()
                    .filter(action -> !action.matches("\\*|[a-z0-9-]+:[A-Za-z0-9*?]+"))
                    .forEach(faults::add);
            texts(statement, "Resource").stream()
                    .filter(resource -> !resource.matches("\\*|" + ARN))
                    .forEach(faults::add);
        }
        return faults;
    }

    private static List<String> keys(MapTree statement, String key) {
        return statement.map(key).map(MapTree::keys).orElse(List.of());
    }

    private static List<String> texts(MapTree statement, String key) {
        return statement.list(key).orElse(ListTree.of()).items().stream()
                .map(Trees::text)
                .toList();
    }
}
