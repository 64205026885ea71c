package com.adorsys.webank.deploy.terraform;

import java.util.List;

/**
 * The values that a deployment reads from the outputs of its infrastructure, with the default names of these outputs.
 * The first default is a plain name. The others are the names in terraform-aws-modules and in Webank's own root module,
 * where they differ. {@link TerraformNames} sets other names.
 */
public enum Purpose {
    /** The name of the EKS cluster: {@code cluster_name} or {@code eks_cluster_name}, a string. */
    CLUSTER_NAME("the cluster's name", "cluster_name", "eks_cluster_name"),

    /** The AWS region: {@code region} or {@code aws_region}, a string. */
    REGION("the region", "region", "aws_region"),

    /** The ARN of the load balancer's certificate: {@code certificate_arn} or {@code acm_certificate_arn}, a string. */
    CERTIFICATE("the certificate's ARN", "certificate_arn", "acm_certificate_arn"),

    /** The ids of the public subnets: {@code public_subnets} or {@code public_subnet_ids}, a list of strings. */
    PUBLIC_SUBNETS("the public subnets", "public_subnets", "public_subnet_ids"),

    /** The ids of the private subnets: {@code private_subnets} or {@code private_subnet_ids}, a list of strings. */
    PRIVATE_SUBNETS("the private subnets", "private_subnets", "private_subnet_ids"),

    /**
     * The host and port of the database: {@code database_endpoint}, {@code db_instance_endpoint} or {@code
     * rds_endpoint}, a string {@code host:port}, or the host alone beside an output for the port.
     */
    DATABASE_ENDPOINT("the database's endpoint", "database_endpoint", "db_instance_endpoint", "rds_endpoint"),

    /**
     * The database's port, needed only if the endpoint has none: {@code database_port}, {@code db_instance_port} or
     * {@code rds_port}, a number or a string.
     */
    DATABASE_PORT("the database's port", "database_port", "db_instance_port", "rds_port"),

    /** The ARNs of IAM roles by the names of their service accounts: {@code role_arns}, a map of strings. */
    ROLE_ARNS("the ARNs of roles", "role_arns");

    private final String what;
    private final List<String> defaults;

    Purpose(String what, String... defaults) {
        this.what = what;
        this.defaults = List.of(defaults);
    }

    /** The default names of the output. The first output that exists and is not null is used. */
    public List<String> defaultNames() {
        return defaults;
    }

    /** The value in words, for problems. */
    String what() {
        return what;
    }

    /** The Java code that sets another name of the output, for remedies. */
    String naming() {
        return "TerraformNames.defaults().with(Purpose." + name() + ", NAME)";
    }
}
