package com.adorsys.webank.deploy.eks.internal.aws;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.EksCluster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Where the credentials come from, before a role is assumed with them. */
final class CredentialSource implements AutoCloseable {
    private final AwsCredentialsProvider provider;
    private final @Nullable String profile;
    private final Kind kind;

    private enum Kind {
        CHAIN,
        PROFILE,
        GIVEN
    }

    private CredentialSource(AwsCredentialsProvider provider, @Nullable String profile, Kind kind) {
        this.provider = provider;
        this.profile = profile;
        this.kind = kind;
    }

    static CredentialSource of(EksCluster cluster) {
        Optional<AwsCredentialsProvider> given = cluster.credentials();
        if (given.isPresent()) {
            return new CredentialSource(given.get(), null, Kind.GIVEN);
        }
        Optional<String> profile = cluster.profile();
        if (profile.isPresent()) {
            return new CredentialSource(
                    ProfileCredentialsProvider.builder()
                            .profileName(profile.get())
                            .build(),
                    profile.get(),
                    Kind.PROFILE);
        }
        return new CredentialSource(
                DefaultCredentialsProvider.builder().build(),
                namedByEnvironment().orElse(null),
                Kind.CHAIN);
    }

    /** The profile that the default chain uses because somebody named it. */
    private static Optional<String> namedByEnvironment() {
        String property = System.getProperty(ProfileFileSystemSetting.AWS_PROFILE.property());
        return Optional.ofNullable(property == null ? System.getenv("AWS_PROFILE") : property)
                .filter(name -> !name.isBlank());
    }

    AwsCredentialsProvider provider() {
        return provider;
    }

    /** The profile in use, if it was chosen here or by the environment. */
    Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    boolean isChain() {
        return kind == Kind.CHAIN;
    }

    /** What to call the credentials, within a sentence. */
    String credentials() {
        return switch (kind) {
            case CHAIN ->
                "the AWS credentials of the default chain"
                        + (profile == null ? "" : " (profile " + Problem.quote(profile) + ")");
            case PROFILE ->
                "the AWS credentials of the profile " + Problem.quote(profile == null ? "default" : profile);
            case GIVEN -> "the AWS credentials of the given provider";
        };
    }

    /** How to get others, a sentence without its full stop. */
    String renewal() {
        return switch (kind) {
            case CHAIN -> profile != null ? signIn(profile) : "Sign in again, or set others in the environment";
            case PROFILE -> signIn(profile == null ? "default" : profile);
            case GIVEN -> "Let the provider give others";
        };
    }

    private static String signIn(String profile) {
        return "Sign in again, as by `aws sso login --profile " + profile + "`";
    }

    /** Closes what was made here; a provider that was given stays open. */
    @Override
    public void close() {
        if (kind != Kind.GIVEN && provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
