package com.adorsys.webank.deploy.eks.internal.aws;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** What it means that a source gives no credentials: the fact, and what to do. */
record CredentialFailures(CredentialSource source) {
    private static final Pattern MODULE = Pattern.compile("the '([a-z]+)' service module must be on the class path");

    DeployException of(RuntimeException failure) {
        if (failure instanceof AbortedException) {
            return new DeployException.Interrupted("Looking for AWS credentials was interrupted.");
        }
        if (failure instanceof DeployException told) {
            return told;
        }
        if (!source.isChain()) {
            return source.profile()
                    .map(profile -> ofProfile(profile, failure))
                    .orElseGet(() -> none("the given provider", failure, "Let the provider give some"));
        }
        // The chain swallows why a source that somebody chose gives nothing, so it is asked again.
        if (source.profile().isPresent()) {
            String profile = source.profile().get();
            return ofProfile(
                    profile, failureOf(ProfileCredentialsProvider.builder().profileName(profile)::build));
        }
        if (System.getenv("AWS_WEB_IDENTITY_TOKEN_FILE") != null) {
            return none(
                    "the web identity that `AWS_WEB_IDENTITY_TOKEN_FILE` names",
                    failureOf(WebIdentityTokenFileCredentialsProvider::create),
                    "Check that file, and that the role trusts it");
        }
        if (System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI") != null
                || System.getenv("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") != null) {
            return none(
                    "the container",
                    failureOf(ContainerCredentialsProvider.builder()::build),
                    "Check that its role or pod identity is in place");
        }
        return new DeployException.Refused(
                "There are no AWS credentials: none in system properties or the environment, none in the profile"
                        + " `default`, none of a container or an instance. Sign in and choose a profile, or set"
                        + " `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`.",
                failure);
    }

    private DeployException ofProfile(String profile, RuntimeException failure) {
        TreeSet<String> names =
                new TreeSet<>(ProfileFile.defaultProfileFile().profiles().keySet());
        if (!names.contains(profile)) {
            String known = names.stream().map(Problem::quote).collect(Collectors.joining(", "));
            String near = Names.nearest(profile, List.copyOf(names))
                    .map(name -> "Did you mean " + Problem.quote(name) + "? ")
                    .orElse("");
            return new DeployException.Refused(
                    "There is no profile " + Problem.quote(profile) + " in AWS's configuration files. "
                            + (names.isEmpty()
                                    ? "They hold none: make it by `aws configure sso --profile " + profile + "`."
                                    : near + "Use one of " + known + "."),
                    failure);
        }
        String message = text(failure);
        Matcher module = MODULE.matcher(message);
        if (module.find()) {
            String libraries = module.group(1).equals("sso")
                    ? "`software.amazon.awssdk:sso` and `software.amazon.awssdk:ssooidc`"
                    : "`software.amazon.awssdk:" + module.group(1) + "`";
            return new DeployException.Refused(
                    "The profile " + Problem.quote(profile) + " needs " + libraries
                            + ", which is not on the class path. Add it, or use a profile with other credentials.",
                    failure);
        }
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("expired") || lower.contains("error loading sso token") || lower.contains("sso session")) {
            return new DeployException.Refused(
                    OneLine.capital(source.credentials()) + " have expired. " + source.renewal() + ".", failure);
        }
        if (lower.contains("contained no credentials")) {
            return new DeployException.Refused(
                    "The profile " + Problem.quote(profile)
                            + " holds no credentials. Add them, as by `aws configure --profile " + profile + "`.",
                    failure);
        }
        return none("the profile " + Problem.quote(profile), failure, "Correct it in AWS's configuration files");
    }

    private static DeployException none(String source, RuntimeException failure, String remedy) {
        return new DeployException.Refused(
                OneLine.capital(source) + " gives no AWS credentials: " + OneLine.clause(text(failure)) + ". " + remedy
                        + ".",
                failure);
    }

    private static String text(RuntimeException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static <P extends AwsCredentialsProvider & SdkAutoCloseable> RuntimeException failureOf(Supplier<P> made) {
        try (P provider = made.get()) {
            provider.resolveCredentials();
            return new IllegalStateException("it does now");
        } catch (RuntimeException e) {
            return e;
        }
    }
}
