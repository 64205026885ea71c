package com.adorsys.webank.deploy.identity;

import com.adorsys.webank.deploy.core.Arn;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.List;

/**
 * An access entry of EKS, by which whoever has an IAM role is in a group of Kubernetes. The entry gives no right by itself: a
 * RoleBinding of the group does. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html">Access entries</a>
 */
public final class AccessEntry {
    private static final String STANDARD = "STANDARD";

    private final String cluster;
    private final Arn role;
    private final String group;

    private AccessEntry(String cluster, Arn role, String group) {
        this.cluster = cluster;
        this.role = role;
        this.group = group;
    }

    /**
     * An entry.
     *
     * @param cluster the name of the cluster
     * @param roleArn the ARN of the role; not that of a session of it
     * @param group the group; EKS refuses those that start with {@code system:}
     * @throws DeployException.InvalidInput if one of them is not valid
     */
    public static AccessEntry of(String cluster, String roleArn, String group) {
        IdentityChecks checks = new IdentityChecks();
        checks.cluster(cluster);
        checks.role(roleArn);
        if (group.isBlank() || group.startsWith("system:")) {
            checks.error(
                    ProblemCodes.NAME_INVALID,
                    "group",
                    "an access entry cannot have the group " + Problem.quote(group),
                    "choose a name of your own, such as `webank-deployers`");
        }
        checks.throwIfAny();
        return new AccessEntry(cluster, Arn.find(roleArn).orElseThrow(), group);
    }

    /** The input of {@code aws eks create-access-entry --cli-input-json}. */
    public String cliInput() {
        return JsonWriter.writeIndented(MapTree.builder()
                .put("clusterName", cluster)
                .put("principalArn", role.toString())
                .put("kubernetesGroups", ListTree.ofStrings(List.of(group)))
                .put("type", STANDARD)
                .build());
    }

    /** A {@code .tf.json} file with the {@code aws_eks_access_entry}, named for the role. */
    public String terraform() {
        return TerraformResource.file(
                "aws_eks_access_entry",
                TerraformResource.roleName(role),
                MapTree.builder()
                        .put("cluster_name", cluster)
                        .put("principal_arn", role.toString())
                        .put("kubernetes_groups", ListTree.ofStrings(List.of(group)))
                        .put("type", STANDARD)
                        .build());
    }
}
