package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.AllowedSigners;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What an audit is about. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class AuditOptions implements WithAuditOptions {
    /** The default branch of a repository, whatever its name. */
    public static final String DEFAULT_BRANCH = "HEAD";

    AuditOptions() {}

    /** A builder: {@code since}, then what is optional. */
    public static ImmutableAuditOptions.SinceBuildStage builder() {
        return ImmutableAuditOptions.builder();
    }

    /** The commit to start from, which is not audited itself: by branch, tag or id, as {@link GitOpsRepository#commit}. */
    public abstract String since();

    /** The branch. Default: {@link #DEFAULT_BRANCH}. */
    @Value.Default
    public String branch() {
        return DEFAULT_BRANCH;
    }

    /**
     * The environments whose objects and checks are compared, by folder or by name below {@code environments}. Default: all.
     * All commits are listed, whatever they change.
     */
    public abstract List<String> environments();

    /** The checks, which also say for which versions of Kubernetes and Argo CD. Default: all, for any version. */
    @Value.Default
    public Checks checks() {
        return Checks.all();
    }

    /** Whose keys of SSH may sign commits. Default: none; then signatures are verified, and whose key it is is not known. */
    @Value.Default
    public AllowedSigners allowedSigners() {
        return AllowedSigners.none();
    }

    /** The public keys that signatures of OpenPGP are verified with. Default: none; then they are not verified. */
    @Value.Default
    public OpenPgpKeys openPgpKeys() {
        return OpenPgpKeys.none();
    }

    /** Gets the progress. Default: none. */
    public abstract Optional<AuditListener> listener();

    /** A copy for more environments. */
    public final AuditOptions plusEnvironments(String... names) {
        return withEnvironments(Additions.to(environments(), names));
    }
}
