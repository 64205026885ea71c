package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsTest {
    private static final String ENTRY =
            "rights --environment dev --group deployers --role-arn arn:aws:iam::111122223333:role/ci/deployer --output ";

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Test
    void of_a_wait_are_those_of_the_environment_s_application() {
        assertThat(tool.run("rights --environment dev --for wait --group deployers --application-namespace apps"))
                .isEqualTo(new Result(0, """
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: Role
                        metadata:
                          name: webank-deploy-wait
                          namespace: apps
                        rules:
                        - apiGroups:
                          - argoproj.io
                          resources:
                          - applications
                          resourceNames:
                          - webank-dev
                          verbs:
                          - get
                          - list
                          - watch
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata:
                          name: webank-deploy-wait
                          namespace: apps
                        roleRef:
                          apiGroup: rbac.authorization.k8s.io
                          kind: Role
                          name: webank-deploy-wait
                        subjects:
                        - apiGroup: rbac.authorization.k8s.io
                          kind: Group
                          name: deployers
                        """, ""));
    }

    @Test
    void the_access_entry_has_the_cluster_of_the_environment() {
        assertThat(tool.run(ENTRY + "access-entry")).isEqualTo(new Result(0, """
                {
                  "clusterName": "webank-dev",
                  "principalArn": "arn:aws:iam::111122223333:role/ci/deployer",
                  "kubernetesGroups": [
                    "deployers"
                  ],
                  "type": "STANDARD"
                }
                """, ""));
        assertThat(tool.run(ENTRY + "terraform --cluster other")).isEqualTo(new Result(0, """
                {
                  "resource": {
                    "aws_eks_access_entry": {
                      "deployer": {
                        "cluster_name": "other",
                        "principal_arn": "arn:aws:iam::111122223333:role/ci/deployer",
                        "kubernetes_groups": [
                          "deployers"
                        ],
                        "type": "STANDARD"
                      }
                    }
                  }
                }
                """, ""));
    }

    @Test
    void wrong_options_are_all_reported() {
        assertThat(tool.run(
                                "rights --release a --namespace b --manifests c --for wait --output json --cluster d --diagnosis")
                        .err())
                .isEqualTo("""
                        webank-deploy: error UNKNOWN_VALUE: `--output` cannot be `json`. Use one of yaml, access-entry, terraform.
                        webank-deploy: error MISSING_OPTION: `rights` requires `--group NAME` or `--service-account NAMESPACE/NAME`. Add it: `webank-deploy rights --help` lists the options.
                        webank-deploy: error MISSING_OPTION: `rights` requires `--environment NAME` for `--for wait`. Add it: `webank-deploy rights --help` lists the options.
                        webank-deploy: error MISPLACED_OPTION: `--diagnosis` is for `--for apply` only. Leave it out.
                        """);
        assertThat(tool.run("rights --environment dev --service-account deployer")
                        .err())
                .endsWith(
                        "webank-deploy: error INVALID_VALUE: `--service-account` cannot be `deployer`. Write `NAMESPACE/NAME`.\n");
        assertThat(tool.run("rights --environment dev --group a --cluster b").err())
                .isEqualTo(
                        "webank-deploy: error MISPLACED_OPTION: `--role-arn` and `--cluster` are for an access entry only. Add"
                                + " `--output access-entry`, or leave them out.\n");
        assertThat(tool.run("rights --environment dev --output terraform --service-account a/b")
                        .err())
                .isEqualTo("""
                        webank-deploy: error MISPLACED_OPTION: an access entry has a group, not a ServiceAccount. Give `--group NAME` in its place.
                        webank-deploy: error MISSING_OPTION: `rights` requires `--role-arn ARN`. Add it: `webank-deploy rights --help` lists the options.
                        """);
    }
}
