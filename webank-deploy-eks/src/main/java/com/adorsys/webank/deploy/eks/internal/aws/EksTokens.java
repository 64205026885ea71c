package com.adorsys.webank.deploy.eks.internal.aws;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.internal.connect.BearerToken;
import com.adorsys.webank.deploy.eks.internal.connect.TokenSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs tokens for a cluster, each with the credentials of the moment. */
public final class EksTokens implements TokenSource {
    /** A token is good for 15 minutes by the clock of AWS. */
    private static final Duration LIFE = Duration.ofMinutes(14);

    private final AwsAccess aws;
    private final TokenSigner signer;
    private final Clock clock;

    EksTokens(AwsAccess aws, Clock clock) {
        this.aws = aws;
        this.signer = TokenSigner.of(aws.cluster().name(), aws.cluster().region());
        this.clock = clock;
    }

    /**
     * One token for a cluster. Nothing is asked of the cluster, so there may be none of that name.
     *
     * @throws DeployException if there are no credentials
     */
    public static BearerToken sign(EksCluster cluster, Clock clock) {
        try (AwsAccess aws = AwsAccess.open(cluster, clock)) {
            return new EksTokens(aws, clock).make();
        }
    }

    @Override
    public BearerToken make() {
        AwsCredentialsIdentity credentials = aws.credentials();
        Instant now = clock.instant();
        Instant end = now.plus(LIFE);
        Instant theirs = credentials.expirationTime().orElse(Instant.MAX);
        return BearerToken.of(signer.sign(credentials, now), now, theirs.isBefore(end) ? theirs : end);
    }
}
