package com.adorsys.webank.deploy.eks.internal.aws;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.NetworkFault;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.connect.Advice;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eks.model.AuthenticationMode;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.VpcConfigResponse;

/** For a connection to a cluster on EKS, by what EKS says of the cluster. */
record EksAdvice(AwsAccess aws, Cluster description, String way) implements Advice {
    private static final Pattern SESSION = Pattern.compile("arn:(aws[a-z-]*):sts::(\\d+):assumed-role/([^/]+)/.*");

    @Override
    public String unreachable(NetworkFault fault) {
        VpcConfigResponse network = description.resourcesVpcConfig();
        if (network != null && Boolean.FALSE.equals(network.endpointPublicAccess())) {
            return "Its endpoint is private, so connect from within its VPC "
                    + Problem.quote(String.valueOf(network.vpcId()))
                    + " or a network joined to it, or turn on public access";
        }
        List<String> admitted = network == null ? List.of() : network.publicAccessCidrs();
        boolean everybody = admitted.isEmpty() || admitted.contains("0.0.0.0/0");
        if (!everybody && fault != NetworkFault.UNKNOWN_HOST) {
            return "Its endpoint admits only "
                    + admitted.stream().map(Problem::quote).collect(Collectors.joining(", "))
                    + ": connect from there, or add this machine's public address" + way;
        }
        return fault == NetworkFault.UNKNOWN_HOST
                ? "Check the network's DNS" + way
                : "Check the network, and whether it needs a proxy" + way;
    }

    @Override
    public String untrusted() {
        return "Something between it and this machine answers in its place, such as a proxy that opens TLS" + way
                + ": let it pass this host unopened";
    }

    @Override
    public String unauthorized() {
        String arn = aws.caller().arn();
        Matcher session = SESSION.matcher(arn);
        String principal = session.matches()
                ? "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/" + session.group(3)
                : arn;
        String called = "It was called as " + OneLine.name(arn) + ", with a token made just now";
        AuthenticationMode mode = description.accessConfig() == null
                ? AuthenticationMode.UNKNOWN_TO_SDK_VERSION
                : description.accessConfig().authenticationMode();
        if (mode == AuthenticationMode.CONFIG_MAP) {
            return called + ". Map " + OneLine.name(principal)
                    + " to a user in the ConfigMap `aws-auth` of the namespace `kube-system`";
        }
        return called + ". Make an access entry for it: `aws eks create-access-entry --region "
                + aws.cluster().region()
                + " --cluster-name " + aws.cluster().name() + " --principal-arn " + principal + "`"
                + (session.matches() ? " (with the role's path, if it has one)" : "");
    }
}
