package com.adorsys.webank.deploy.eks.internal.aws;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.EksToken;

/** Signs a token with what the default chain finds in this process's environment, and prints its end, or why there is none. */
final class SignProcess {
    private SignProcess() {}

    public static void main(String[] args) {
        try {
            System.out.println(EksToken.sign(EksCluster.of("webank-dev", "eu-central-1")));
        } catch (DeployException e) {
            System.out.println(e.getMessage());
        }
    }
}
