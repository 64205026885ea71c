package com.adorsys.webank.deploy.identity;

import com.adorsys.webank.deploy.core.Arn;
import com.adorsys.webank.deploy.core.AwsNames;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A policy document of IAM: what a role may do, or who may assume it. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">the grammar of policies</a>
 */
public final class IamPolicy {
    private static final String VERSION = "2012-10-17";
    private static final String PODS = "pods.eks.amazonaws.com";
    private static final String AUDIENCE = "sts.amazonaws.com";
    private static final String OIDC = "oidc-provider/";

    // The name ends with a hyphen and six characters that Secrets Manager adds, or with a wildcard in their place.
    private static final Pattern SECRET = Pattern.compile("secret:[A-Za-z0-9/_+=.@-].*(-[A-Za-z0-9]{6}|[*?])");
    private static final Pattern DATABASE_USER = Pattern.compile("dbuser:(db|cluster|prx)-[A-Za-z0-9]+/[^*?/]+");

    private final List<IamStatement> statements;

    private IamPolicy(List<IamStatement> statements) {
        this.statements = List.copyOf(statements);
    }

    /**
     * A policy of statements.
     *
     * @throws DeployException.InvalidInput if there are none, or two have the same id
     */
    public static IamPolicy of(IamStatement... statements) {
        IdentityChecks checks = new IdentityChecks();
        if (statements.length == 0) {
            checks.error(ProblemCodes.LIST_EMPTY, "statements", "the policy has no statement", "add one");
        }
        Set<String> seen = new HashSet<>();
        for (IamStatement statement : statements) {
            if (!seen.add(statement.sid())) {
                checks.error(
                        ProblemCodes.DUPLICATE,
                        "statements",
                        "two statements have the id " + Problem.quote(statement.sid()),
                        "give one of them another id");
            }
        }
        checks.throwIfAny();
        return new IamPolicy(List.of(statements));
    }

    /**
     * Reading secrets of AWS Secrets Manager, as External Secrets does: {@code secretsmanager:GetSecretValue} and {@code
     * DescribeSecret}. A secret with a KMS key of one's own also requires {@code kms:Decrypt} on the key.
     *
     * @param secretArns ARNs as Secrets Manager shows them, or with a wildcard at the end, as in {@code
     *     arn:aws:secretsmanager:eu-central-1:111122223333:secret:webank-dev/argocd/*}; not every secret
     * @throws DeployException.InvalidInput if one is not the ARN of a secret, or there are none
     */
    public static IamPolicy readSecrets(String... secretArns) {
        check(
                "secretArns",
                "a secret",
                "arn:aws:secretsmanager:eu-central-1:111122223333:secret:NAME-AbCdEf",
                arn -> isRegional(arn, "secretsmanager")
                        && SECRET.matcher(arn.resource()).matches(),
                secretArns);
        return of(IamStatement.allow(
                "ReadSecrets",
                List.of("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"),
                List.of(secretArns)));
    }

    /**
     * Logging in to a database of RDS without a password: {@code rds-db:connect}.
     *
     * @param userArns ARNs of users of a database, as in {@code
     *     arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/webank}; the part before the name is the resource
     *     id of the instance, cluster or proxy, not its name
     * @throws DeployException.InvalidInput if one is not the ARN of one user, or there are none
     */
    public static IamPolicy connectToDatabase(String... userArns) {
        check(
                "userArns",
                "a database user",
                "arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/USER",
                arn -> isRegional(arn, "rds-db")
                        && DATABASE_USER.matcher(arn.resource()).matches(),
                userArns);
        return of(IamStatement.allow("ConnectToDatabase", List.of("rds-db:connect"), List.of(userArns)));
    }

    /**
     * The trust policy of a role that pods of one ServiceAccount get by EKS Pod Identity. The conditions are on tags that EKS
     * sets on the session, so an association of another ServiceAccount with the role gives nothing.
     *
     * @throws DeployException.InvalidInput if a name is not valid
     */
    public static IamPolicy trustPodIdentity(String namespace, String serviceAccount) {
        checkAccount(new IdentityChecks(), namespace, serviceAccount);
        return of(IamStatement.trust(
                "AssumeByPods",
                MapTree.of("Service", PODS),
                List.of("sts:AssumeRole", "sts:TagSession"),
                MapTree.builder()
                        .put("aws:RequestTag/kubernetes-namespace", namespace)
                        .put("aws:RequestTag/kubernetes-service-account", serviceAccount)
                        .build()));
    }

    /**
     * The trust policy of a role that pods of one ServiceAccount get by IRSA.
     *
     * @param providerArn the ARN of the cluster's OIDC provider in IAM, as in {@code
     *     arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF}
     * @throws DeployException.InvalidInput if the ARN or a name is not valid
     */
    public static IamPolicy trustIrsa(String providerArn, String namespace, String serviceAccount) {
        IdentityChecks checks = new IdentityChecks();
        Predicate<Arn> isProvider = arn -> arn.service().equals("iam")
                && arn.region().isEmpty()
                && AwsNames.isAccount(arn.account())
                && arn.resource().startsWith(OIDC)
                && arn.resource().length() > OIDC.length();
        if (Arn.find(providerArn).filter(isProvider).isEmpty()) {
            checks.arn(
                    "providerArn",
                    providerArn,
                    "an OIDC provider",
                    "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/ID");
        }
        checkAccount(checks, namespace, serviceAccount);
        String provider = Arn.find(providerArn).orElseThrow().resource().substring(OIDC.length());
        return of(IamStatement.trust(
                "AssumeByPods",
                MapTree.of("Federated", providerArn),
                List.of("sts:AssumeRoleWithWebIdentity"),
                MapTree.builder()
                        .put(provider + ":aud", AUDIENCE)
                        .put(provider + ":sub", "system:serviceaccount:" + namespace + ":" + serviceAccount)
                        .build()));
    }

    private static void checkAccount(IdentityChecks checks, String namespace, String serviceAccount) {
        checks.namespace(namespace);
        checks.serviceAccount(serviceAccount);
        checks.throwIfAny();
    }

    private static void check(String field, String what, String example, Predicate<Arn> isGood, String... arns) {
        IdentityChecks checks = new IdentityChecks();
        for (String arn : arns) {
            if (Arn.find(arn).filter(isGood).isEmpty()) {
                checks.arn(field, arn, what, example);
            }
        }
        checks.throwIfAny();
    }

    private static boolean isRegional(Arn arn, String service) {
        return arn.service().equals(service) && AwsNames.isRegion(arn.region()) && AwsNames.isAccount(arn.account());
    }

    /** The policy as JSON. */
    public String json() {
        return JsonWriter.writeIndented(MapTree.builder()
                .put("Version", VERSION)
                .put(
                        "Statement",
                        ListTree.of(statements.stream().map(IamStatement::tree).toList()))
                .build());
    }
}
