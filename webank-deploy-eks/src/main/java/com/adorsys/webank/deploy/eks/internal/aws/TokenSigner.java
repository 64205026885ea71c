package com.adorsys.webank.deploy.eks.internal.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Makes the token that EKS takes: a request to the Security Token Service, signed but not sent, which asks whom the
 * signature is of. The cluster sends it, and believes the answer.
 *
 * <p>See <a
 * href="https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster">the
 * authenticator</a> for what a cluster takes.
 */
record TokenSigner(String cluster, Region region, URI endpoint) {
    private static final String PREFIX = "k8s-aws-v1.";
    private static final String SIGNATURE = "X-Amz-Signature";
    private static final String CLUSTER_HEADER = "x-k8s-aws-id";

    /** What clusters look at but do not count by. */
    private static final Duration STATED_LIFE = Duration.ofSeconds(60);

    /** A signer for a cluster in a region: the region's own endpoint, in the partition that the region is in. */
    static TokenSigner of(String cluster, String region) {
        Region place = Region.of(region);
        URI endpoint = StsEndpointProvider.defaultProvider()
                .resolveEndpoint(params -> params.region(place).useGlobalEndpoint(false))
                .join()
                .endpointUrl()
                .toUri();
        return new TokenSigner(cluster, place, endpoint);
    }

    /** The token of these credentials, which is good for 15 minutes from a time on. */
    String sign(AwsCredentialsIdentity credentials, Instant time) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(endpoint)
                .encodedPath("/")
                .putRawQueryParameter("Action", "GetCallerIdentity")
                .putRawQueryParameter("Version", "2011-06-15")
                .putHeader(CLUSTER_HEADER, cluster)
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(credentials)
                        .request(request)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, STATED_LIFE)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)))
                .request();
        String url = endpoint + "/?" + query(signed);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(url.getBytes(StandardCharsets.UTF_8));
    }

    /** The parameters in the order in which they are signed, so that a token is the same whoever signs it. */
    private static String query(SdkHttpRequest request) {
        StringBuilder query = new StringBuilder();
        new TreeMap<>(request.rawQueryParameters()).forEach((name, values) -> {
            if (!name.equals(SIGNATURE)) {
                append(query, name, values.get(0));
            }
        });
        append(
                query,
                SIGNATURE,
                request.firstMatchingRawQueryParameter(SIGNATURE).orElseThrow());
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.length() == 0 ? "" : "&")
                .append(SdkHttpUtils.urlEncode(name))
                .append('=')
                .append(SdkHttpUtils.urlEncode(value));
    }

    String host() {
        return endpoint.getHost();
    }
}
