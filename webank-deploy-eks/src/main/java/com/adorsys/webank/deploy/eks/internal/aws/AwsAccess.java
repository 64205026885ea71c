package com.adorsys.webank.deploy.eks.internal.aws;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.EksCluster;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.endpoints.EksEndpointProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * AWS, as somebody may use it for one cluster: credentials, the two services, and what their failures mean. Thread-safe;
 * to be closed.
 */
final class AwsAccess implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final EksCluster cluster;
    private final CredentialSource source;
    private final AwsFailures failures;
    private final ServerClock serverClock;
    private final Clock clock;
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final String tokenServiceHost;
    /** What to close, the latest first. */
    private final Deque<SdkAutoCloseable> opened = new ArrayDeque<>();

    private AwsAccess(EksCluster cluster, Clock clock, String tokenServiceHost) {
        this.cluster = cluster;
        this.clock = clock;
        this.tokenServiceHost = cluster.stsEndpoint().map(URI::getHost).orElse(tokenServiceHost);
        this.source = CredentialSource.of(cluster);
        this.serverClock = new ServerClock(clock);
        this.failures = new AwsFailures(cluster, source, serverClock);
        this.http = Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ANSWER)
                .proxyConfiguration(proxy(cluster.proxy()))
                // The reaper is a thread of its own, for connections that are kept for long.
                .useIdleConnectionReaper(false)
                .build();
        opened.push(http);
        this.credentials = cluster.role().map(this::assumed).orElse(source.provider());
    }

    /**
     * AWS for a cluster; nothing is sent yet.
     *
     * @throws DeployException.InvalidInput if the role is of another partition than the region
     */
    static AwsAccess open(EksCluster cluster, Clock clock) {
        checkPartition(cluster);
        return new AwsAccess(
                cluster, clock, TokenSigner.of(cluster.name(), cluster.region()).host());
    }

    private static void checkPartition(EksCluster cluster) {
        Region region = Region.of(cluster.region());
        @Nullable RegionMetadata metadata = RegionMetadata.of(region);
        Optional<String> role = cluster.role();
        if (role.isEmpty() || metadata == null) {
            return;
        }
        String expected = metadata.partition().id();
        String actual = role.get().split(":", 3)[1];
        if (!actual.equals(expected)) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.PARTITION_DIFFERS,
                    Location.of("role"),
                    "the role is in the partition " + Problem.quote(actual) + ", and the region "
                            + Problem.quote(cluster.region()) + " in " + Problem.quote(expected),
                    "Use a role of an account in that partition"));
        }
    }

    private static ProxyConfiguration proxy(Optional<URI> given) {
        ProxyConfiguration.Builder proxy = ProxyConfiguration.builder();
        if (given.isEmpty()) {
            return proxy.build();
        }
        URI uri = given.get();
        String user = uri.getUserInfo();
        if (user != null) {
            int colon = user.indexOf(':');
            proxy.username(colon < 0 ? user : user.substring(0, colon))
                    .password(colon < 0 ? "" : user.substring(colon + 1))
                    .preemptiveBasicAuthenticationEnabled(true);
        }
        return proxy.endpoint(URI.create("http://" + uri.getHost() + ":" + uri.getPort()))
                .useEnvironmentVariableValues(false)
                .useSystemPropertyValues(false)
                .build();
    }

    private AwsCredentialsProvider assumed(String role) {
        StsClient sts = configured(StsClient.builder().credentialsProvider(source.provider()), cluster.stsEndpoint());
        opened.push(sts);
        StsAssumeRoleCredentialsProvider provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role).roleSessionName(cluster.sessionName()))
                .build();
        opened.push(provider);
        return provider;
    }

    private <
                    C,
                    B extends
                            AwsClientBuilder<B, C>
                                    & software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder<B, C>>
            C configured(B builder, Optional<URI> endpoint) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(Region.of(cluster.region()))
                .httpClient(http)
                .overrideConfiguration(override -> override.addExecutionInterceptor(serverClock))
                .build();
    }

    /**
     * The credentials of whoever is calling.
     *
     * @throws DeployException if there are none, or they have expired
     */
    AwsCredentialsIdentity credentials() {
        AwsCredentialsIdentity identity = resolve(source.provider(), failures::ofCredentials);
        if (credentials != source.provider()) {
            identity = resolve(
                    credentials,
                    failure -> failure instanceof SdkException told
                            ? failures.ofCall(told, "sts:AssumeRole", tokenServiceHost)
                            : failures.ofCredentials(failure));
        }
        Instant expiry = identity.expirationTime().orElse(Instant.MAX);
        if (!clock.instant().isBefore(expiry)) {
            throw failures.expired();
        }
        return identity;
    }

    private static AwsCredentialsIdentity resolve(
            AwsCredentialsProvider provider, Function<RuntimeException, DeployException> meaning) {
        try {
            return provider.resolveCredentials();
        } catch (CompletionException | CancellationException e) {
            throw meaning.apply(e.getCause() instanceof RuntimeException cause ? cause : e);
        } catch (RuntimeException e) {
            throw meaning.apply(e);
        }
    }

    <T> T eks(String action, Function<EksClient, T> call) {
        credentials();
        String host = cluster.eksEndpoint().map(URI::getHost).orElseGet(this::eksHost);
        try (EksClient eks = configured(EksClient.builder().credentialsProvider(credentials), cluster.eksEndpoint())) {
            return call.apply(eks);
        } catch (software.amazon.awssdk.services.eks.model.ResourceNotFoundException e) {
            throw e;
        } catch (SdkException e) {
            throw failures.ofCall(e, action, host);
        }
    }

    private String eksHost() {
        return EksEndpointProvider.defaultProvider()
                .resolveEndpoint(params -> params.region(Region.of(cluster.region())))
                .join()
                .endpointUrl()
                .host();
    }

    /** Who is calling, as AWS sees it. */
    GetCallerIdentityResponse caller() {
        credentials();
        try (StsClient sts = configured(StsClient.builder().credentialsProvider(credentials), cluster.stsEndpoint())) {
            return sts.getCallerIdentity();
        } catch (SdkException e) {
            throw failures.ofCall(e, "sts:GetCallerIdentity", tokenServiceHost);
        }
    }

    /** Throws if this machine's clock is so far off that no token can be valid; known after a call. */
    void checkClock() {
        if (serverClock.isOff()) {
            throw failures.clockIsOff();
        }
    }

    EksCluster cluster() {
        return cluster;
    }

    /** Ends what was opened; a provider of credentials that was given stays open. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        source.close();
    }
}
