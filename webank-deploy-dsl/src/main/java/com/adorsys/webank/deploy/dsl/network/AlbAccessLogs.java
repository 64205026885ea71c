package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.List;

/**
 * The access logs of an AWS load balancer. Immutable.
 *
 * <p>The bucket must let the load balancer write to it: see <a
 * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html">Enable access
 * logs</a>.
 */
public final class AlbAccessLogs {
    private final String bucket;
    private final String prefix;

    private AlbAccessLogs(String bucket, String prefix) {
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /**
     * Logs in an S3 bucket.
     *
     * @param bucket 3 to 63 lower-case letters, digits, hyphens and dots
     * @throws DeployException.InvalidInput if the name is invalid
     */
    public static AlbAccessLogs in(String bucket) {
        boolean good = bucket.length() >= 3
                && bucket.length() <= 63
                && bucket.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.');
        check(
                good,
                "bucket",
                Problem.quote(bucket) + " is not a valid name of a bucket",
                "Use 3 to 63 lower-case letters, digits, hyphens and dots");
        return new AlbAccessLogs(bucket, "");
    }

    /**
     * A copy with a prefix for the names of the log files.
     *
     * @throws DeployException.InvalidInput if the prefix is empty or contains commas, equals signs or spaces
     */
    public AlbAccessLogs withPrefix(String text) {
        boolean good = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '=' || c <= ' ');
        check(
                good,
                "prefix",
                Problem.quote(text) + " cannot be written in an annotation",
                "Remove commas, equals signs and spaces");
        return new AlbAccessLogs(bucket, text);
    }

    private static void check(boolean good, String field, String what, String remedy) {
        ValueChecks checks = new ValueChecks("ingress.accessLogs");
        if (!good) {
            checks.error(ProblemCodes.NAME_INVALID, field, what, remedy);
        }
        checks.throwIfAny();
    }

    void addAttributes(List<String> attributes) {
        attributes.add("access_logs.s3.enabled=true");
        attributes.add("access_logs.s3.bucket=" + bucket);
        if (!prefix.isEmpty()) {
            attributes.add("access_logs.s3.prefix=" + prefix);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlbAccessLogs that && bucket.equals(that.bucket) && prefix.equals(that.prefix);
    }

    @Override
    public int hashCode() {
        return 31 * bucket.hashCode() + prefix.hashCode();
    }

    /** The bucket and the prefix. */
    @Override
    public String toString() {
        return bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
}
