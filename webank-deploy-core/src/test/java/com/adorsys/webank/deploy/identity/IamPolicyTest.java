package com.adorsys.webank.deploy.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamPolicyTest {
    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:webank-dev/argocd/";
    private static final String USER = "arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/webank";
    private static final String PROVIDER =
            "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/0123ABCD";

    static List<String> documents() {
        return List.of(
                IamPolicy.readSecrets(SECRET + "*").json(),
                IamPolicy.connectToDatabase(USER).json(),
                IamPolicy.trustPodIdentity("webank", "webank-obs").json(),
                IamPolicy.trustIrsa(PROVIDER, "webank", "webank-obs").json(),
                IamPolicy.of(
                                IamStatement.allow("One", List.of("s3:Get*"), List.of("arn:aws:s3:::bucket/*")),
                                IamStatement.allow("Two", List.of("ec2:Describe?pcs"), List.of("*")))
                        .json());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_document_follows_the_grammar(String document) {
        assertThat(IamGrammar.faults(document)).isEmpty();
    }

    @Test
    void the_grammar_sees_faults() {
        String good = documents().get(2);
        assertThat(List.of(
                        good.replace("2012-10-17", "2025-01-01"),
                        good.replace("Allow", "allow"),
                        good.replace("AssumeByPods", "Assume by pods"),
                        good.replace("\"Service\"", "\"Services\""),
                        good.replace("sts:TagSession", "TagSession"),
                        good.replace("StringEquals", "Equals"),
                        good.replace("\"Principal\"", "\"Principals\""),
                        documents().get(0).replace("arn:aws:", "arn:aws-")))
                .allSatisfy(faulty -> assertThat(IamGrammar.faults(faulty)).hasSize(1));
    }

    @Test
    void external_secrets_reads_only_the_named_secrets() {
        assertThat(IamPolicy.readSecrets(SECRET + "*", SECRET + "webhook-AbC123")
                        .json())
                .isEqualTo("""
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "ReadSecrets",
                              "Effect": "Allow",
                              "Action": [
                                "secretsmanager:GetSecretValue",
                                "secretsmanager:DescribeSecret"
                              ],
                              "Resource": [
                                "arn:aws:secretsmanager:eu-central-1:111122223333:secret:webank-dev/argocd/*",
                                "arn:aws:secretsmanager:eu-central-1:111122223333:secret:webank-dev/argocd/webhook-AbC123"
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void a_database_user_may_connect() {
        assertThat(IamPolicy.connectToDatabase(USER).json())
                .contains("\"rds-db:connect\"", "\"" + USER + "\"", "\"Sid\": \"ConnectToDatabase\"");
    }

    @Test
    void pod_identity_is_trusted_for_one_service_account() {
        assertThat(IamPolicy.trustPodIdentity("external-secrets", "reader").json())
                .isEqualTo("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "AssumeByPods",
                      "Effect": "Allow",
                      "Principal": {
                        "Service": "pods.eks.amazonaws.com"
                      },
                      "Action": [
                        "sts:AssumeRole",
                        "sts:TagSession"
                      ],
                      "Condition": {
                        "StringEquals": {
                          "aws:RequestTag/kubernetes-namespace": "external-secrets",
                          "aws:RequestTag/kubernetes-service-account": "reader"
                        }
                      }
                    }
                  ]
                }
                """);
    }

    @Test
    void the_oidc_provider_is_trusted_for_one_service_account() {
        assertThat(IamPolicy.trustIrsa(PROVIDER, "webank", "webank-obs").json()).isEqualTo("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "AssumeByPods",
                      "Effect": "Allow",
                      "Principal": {
                        "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/0123ABCD"
                      },
                      "Action": [
                        "sts:AssumeRoleWithWebIdentity"
                      ],
                      "Condition": {
                        "StringEquals": {
                          "oidc.eks.eu-central-1.amazonaws.com/id/0123ABCD:aud": "sts.amazonaws.com",
                          "oidc.eks.eu-central-1.amazonaws.com/id/0123ABCD:sub": "system:serviceaccount:webank:webank-obs"
                        }
                      }
                    }
                  ]
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webank-dev/argocd/webhook",
                "arn:aws:secretsmanager:eu-central-1:111122223333:secret:*",
                "arn:aws:secretsmanager:eu-central-1:111122223333:secret:webhook",
                "arn:aws:secretsmanager::111122223333:secret:webhook-AbC123",
                "arn:aws:secretsmanager:eu-central-1::secret:webhook-AbC123",
                "arn:aws:ssm:eu-central-1:111122223333:secret:webhook-AbC123"
            })
    void what_is_not_a_secret_is_refused(String arn) {
        assertThatThrownBy(() -> IamPolicy.readSecrets(arn))
                .hasMessage("error ARN_INVALID secretArns: `" + arn + "` is not the ARN of a secret. Write it as in"
                        + " `arn:aws:secretsmanager:eu-central-1:111122223333:secret:NAME-AbCdEf`.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:rds-db:eu-central-1:111122223333:dbuser:webank-dev/webank",
                "arn:aws:rds-db:eu-central-1:111122223333:dbuser:*/webank",
                "arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABC/*",
                "arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABC/",
                "arn:aws:rds:eu-central-1:111122223333:dbuser:db-ABC/webank",
                "arn:aws:rds:eu-central-1:111122223333:db:webank-dev"
            })
    void what_is_not_one_user_of_a_database_is_refused(String arn) {
        assertThatThrownBy(() -> IamPolicy.connectToDatabase(arn))
                .hasMessage(
                        "error ARN_INVALID userArns: `" + arn + "` is not the ARN of a database user. Write it as in"
                                + " `arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/USER`.");
    }

    @Test
    void everything_that_is_wrong_with_a_statement_is_reported_at_once() {
        assertThatThrownBy(() -> IamStatement.allow(
                        "read secrets", List.of("GetSecretValue", "s3:"), List.of("bucket", "arn:aws:s3:::bucket")))
                .hasMessage("""
                        error NAME_INVALID sid: `read secrets` is not a valid id of a statement. Use letters and digits only.
                        error TEXT_INVALID actions: `GetSecretValue` is not an action of IAM. Write the service and the name, as in `secretsmanager:GetSecretValue`.
                        error TEXT_INVALID actions: `s3:` is not an action of IAM. Write the service and the name, as in `secretsmanager:GetSecretValue`.
                        error ARN_INVALID resources: `bucket` is not the ARN of a resource. Write it as in `arn:aws:s3:::bucket/*`.""");
        assertThatThrownBy(() -> IamStatement.allow("A", List.of(), List.of())).hasMessage("""
                        error LIST_EMPTY actions: the statement has no actions. Add one.
                        error LIST_EMPTY resources: the statement has no resources. Add one.""");
    }

    @Test
    void a_policy_has_statements_with_different_ids() {
        IamStatement one = IamStatement.allow("One", List.of("s3:GetObject"), List.of("arn:aws:s3:::bucket/*"));

        assertThatThrownBy(IamPolicy::of)
                .hasMessage("error LIST_EMPTY statements: the policy has no statement. Add one.");
        assertThatThrownBy(() -> IamPolicy.of(one, one))
                .hasMessage(
                        "error DUPLICATE statements: two statements have the id `One`. Give one of them another id.");
    }

    @Test
    void a_trust_requires_a_provider_and_valid_names() {
        assertThatThrownBy(
                        () -> IamPolicy.trustIrsa("oidc.eks.eu-central-1.amazonaws.com/id/0", "webank", "webank-obs"))
                .hasMessageStartingWith("error ARN_INVALID providerArn: ");
        assertThatThrownBy(() -> IamPolicy.trustPodIdentity("Webank", "web_ank"))
                .hasMessageContainingAll("NAME_INVALID namespace: `Webank`", "NAME_INVALID serviceAccount: `web_ank`");
    }
}
