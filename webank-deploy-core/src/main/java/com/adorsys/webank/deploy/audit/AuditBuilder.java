package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Audits commits one after another, the oldest first. Used by one thread. What an unchanged file contains is not read again,
 * and the checks of an unchanged environment are not run again.
 */
public final class AuditBuilder {
    private final List<String> names;
    private final CheckResults checks;
    private final CommitVerifier verifier;
    private final ConfigurationReader reader = new ConfigurationReader();
    private final Set<String> environments = new TreeSet<>();
    private final List<AuditedCommit> commits = new ArrayList<>();
    private Configuration before = Configuration.empty();

    private AuditBuilder(List<String> names, CheckResults checks, CommitVerifier verifier) {
        this.names = List.copyOf(names);
        this.checks = checks;
        this.verifier = verifier;
    }

    /**
     * A builder.
     *
     * @param environments the folders of the environments, or their names below {@code environments}; all if it is empty
     */
    public static AuditBuilder of(List<String> environments, Checks checks, CommitVerifier verifier) {
        return new AuditBuilder(environments, CheckResults.of(checks), verifier);
    }

    /**
     * Sets the files before the first commit. Without them, there were none.
     *
     * @throws IOException if they cannot be read
     */
    public void start(TreeSource files) throws IOException {
        before = read(files);
    }

    /**
     * Adds a commit, whose first parent is the commit that was added before it.
     *
     * @throws IOException if its files cannot be read
     */
    public void add(CommitSource commit) throws IOException {
        Configuration after = read(commit.files());
        CommitSignature signature = commit.signature()
                .map(armor -> verifier.verify(
                        armor, commit.signedContent(), commit.committer().time().toInstant()))
                .orElse(CommitSignature.none());
        ConfigurationDiff diff = ConfigurationDiff.between(selected(before), selected(after), checks);
        List<String> otherFiles = new ArrayList<>();
        for (String path : commit.changedFiles()) {
            if (before.file(path).manifests().equals(after.file(path).manifests())) {
                otherFiles.add(path);
            }
        }
        commits.add(new AuditedCommit(commit, signature, diff, otherFiles));
        before = after;
    }

    private Configuration read(TreeSource files) throws IOException {
        Configuration configuration = reader.read(files);
        environments.addAll(configuration.environments().keySet());
        return configuration;
    }

    private Configuration selected(Configuration configuration) {
        return names.isEmpty() ? configuration : configuration.select(names);
    }

    /**
     * The audit of the commits.
     *
     * @throws InvalidInput if none of the commits has an environment of a name
     */
    public Audit build(AuditedRange range) {
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            if (environments.stream().noneMatch(folder -> Configuration.isNamed(folder, name))) {
                problems.add(Problem.error(
                        ProblemCodes.ENVIRONMENT_UNKNOWN,
                        Location.of("environment"),
                        "none of the commits has an environment " + Problem.quote(name),
                        Names.remedy(name, environments)));
            }
        }
        InvalidInput.throwIfErrors(problems);
        List<AuditedCommit> newestFirst = new ArrayList<>(commits);
        Collections.reverse(newestFirst);
        return new Audit(range, newestFirst);
    }
}
