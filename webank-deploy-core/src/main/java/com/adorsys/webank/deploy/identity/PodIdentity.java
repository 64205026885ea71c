package com.adorsys.webank.deploy.identity;

import com.adorsys.webank.deploy.core.Arn;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.util.Map;

/**
 * The IAM role that pods get by their ServiceAccount. Immutable.
 *
 * <p>There are two ways. With EKS Pod Identity an {@link #association} in the cluster's EKS, outside of Kubernetes, says which
 * ServiceAccount has the role; its trust policy is {@link IamPolicy#trustPodIdentity}. With IAM roles for service accounts
 * (IRSA) an {@link #irsaAnnotations annotation} of the ServiceAccount says it; its trust policy is {@link IamPolicy#trustIrsa}.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html">EKS Pod Identity</a>
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html">IRSA</a>
 */
public final class PodIdentity {
    /** The annotation by which a ServiceAccount gets a role by IRSA. */
    public static final String IRSA_ANNOTATION = "eks.amazonaws.com/role-arn";

    private final Arn role;

    private PodIdentity(Arn role) {
        this.role = role;
    }

    /**
     * The identity of a role.
     *
     * @throws DeployException.InvalidInput if it is not the ARN of an IAM role
     */
    public static PodIdentity of(String roleArn) {
        IdentityChecks checks = new IdentityChecks();
        checks.role(roleArn);
        checks.throwIfAny();
        return new PodIdentity(Arn.find(roleArn).orElseThrow());
    }

    /** The ARN of the role. */
    public String roleArn() {
        return role.toString();
    }

    /** The annotations of a ServiceAccount whose pods get the role by IRSA. */
    public Map<String, String> irsaAnnotations() {
        return Map.of(IRSA_ANNOTATION, roleArn());
    }

    /**
     * The association of EKS Pod Identity for one ServiceAccount. The cluster requires the add-on {@code
     * eks-pod-identity-agent}.
     *
     * @param cluster the name of the cluster
     * @throws DeployException.InvalidInput if a name is not valid
     */
    public Association association(String cluster, String namespace, String serviceAccount) {
        IdentityChecks checks = new IdentityChecks();
        checks.cluster(cluster);
        checks.namespace(namespace);
        checks.serviceAccount(serviceAccount);
        checks.throwIfAny();
        return new Association(cluster, namespace, serviceAccount, roleArn());
    }

    /** Identities are equal if their roles are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PodIdentity that && roleArn().equals(that.roleArn());
    }

    @Override
    public int hashCode() {
        return roleArn().hashCode();
    }

    /** The ARN of the role. */
    @Override
    public String toString() {
        return roleArn();
    }

    /** The association of a ServiceAccount with a role. Immutable. */
    public static final class Association {
        private final String cluster;
        private final String namespace;
        private final String serviceAccount;
        private final String roleArn;

        private Association(String cluster, String namespace, String serviceAccount, String roleArn) {
            this.cluster = cluster;
            this.namespace = namespace;
            this.serviceAccount = serviceAccount;
            this.roleArn = roleArn;
        }

        /** The input of {@code aws eks create-pod-identity-association --cli-input-json}. */
        public String cliInput() {
            return JsonWriter.writeIndented(MapTree.builder()
                    .put("clusterName", cluster)
                    .put("namespace", namespace)
                    .put("serviceAccount", serviceAccount)
                    .put("roleArn", roleArn)
                    .build());
        }

        /**
         * A {@code .tf.json} file with the {@code aws_eks_pod_identity_association}, named for the namespace and the
         * ServiceAccount.
         */
        public String terraform() {
            return TerraformResource.file(
                    "aws_eks_pod_identity_association",
                    namespace + "_" + serviceAccount,
                    MapTree.builder()
                            .put("cluster_name", cluster)
                            .put("namespace", namespace)
                            .put("service_account", serviceAccount)
                            .put("role_arn", roleArn)
                            .build());
        }
    }
}
