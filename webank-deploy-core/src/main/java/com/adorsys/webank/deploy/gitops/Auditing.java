package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.Audit;
import com.adorsys.webank.deploy.audit.AuditBuilder;
import com.adorsys.webank.deploy.audit.AuditedRange;
import com.adorsys.webank.deploy.audit.CommitPerson;
import com.adorsys.webank.deploy.audit.CommitSource;
import com.adorsys.webank.deploy.audit.CommitVerifier;
import com.adorsys.webank.deploy.audit.MergedCommit;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** One audit of a branch. */
final class Auditing {
    private final History history;
    private final RemoteAddress address;
    private final AuditOptions options;

    Auditing(History history, RemoteAddress address, AuditOptions options) {
        this.history = history;
        this.address = address;
        this.options = options;
    }

    Audit run() {
        GitCommit newest = history.commit(options.branch());
        GitCommit since = history.commit(options.since());
        History.Range found = history.since(newest, since);
        List<ObjectId> commits = found.commits();
        AuditedRange range = AuditedRange.of(address.shown(), options.branch(), newest.id(), since.id());
        CommitVerifier verifier = options.openPgpKeys().addTo(CommitVerifier.of(options.allowedSigners()));
        AuditBuilder audit = AuditBuilder.of(options.environments(), options.checks(), verifier);
        GitCommit before = commits.isEmpty() ? newest : history.parent(history.read(commits.get(commits.size() - 1)));
        if (before != null) {
            start(audit, before);
        }
        for (int i = commits.size() - 1; i >= 0; i--) {
            int number = commits.size() - i;
            options.listener().ifPresent(listener -> listener.on(number, commits.size()));
            // Read one by one, since a commit keeps the folders that were read.
            GitCommit commit = history.read(commits.get(i));
            add(audit, new Source(before, commit));
            before = commit;
        }
        return audit.build(found.containsSince() ? range : range.withForeignStart());
    }

    private static void start(AuditBuilder audit, GitCommit commit) {
        try {
            audit.start(commit.files());
        } catch (IOException e) {
            throw unreadable(commit.id(), e);
        }
    }

    private static void add(AuditBuilder audit, Source commit) {
        try {
            audit.add(commit);
        } catch (IOException e) {
            throw unreadable(commit.id(), e);
        }
    }

    private static Unavailable unreadable(String id, IOException e) {
        return new Unavailable("the files of the commit `" + id + "` cannot be read", e);
    }

    private final class Source implements CommitSource {
        private final @Nullable GitCommit parent;
        private final GitCommit commit;

        Source(@Nullable GitCommit parent, GitCommit commit) {
            this.parent = parent;
            this.commit = commit;
        }

        @Override
        public String id() {
            return commit.id();
        }

        @Override
        public CommitPerson author() {
            return person(commit.author(), commit.authorTime());
        }

        @Override
        public CommitPerson committer() {
            return person(commit.committer(), commit.time());
        }

        @Override
        public String message() {
            return commit.message();
        }

        @Override
        public Optional<byte[]> signature() {
            return commit.signature();
        }

        @Override
        public byte[] signedContent() {
            return commit.signedContent();
        }

        @Override
        public List<MergedCommit> merged() {
            return history.merged(commit).stream()
                    .map(each -> MergedCommit.of(each.id(), person(each.author(), each.authorTime()), each.subject()))
                    .toList();
        }

        @Override
        public SortedSet<String> changedFiles() {
            return history.changedFiles(parent, commit);
        }

        @Override
        public TreeSource files() {
            return commit.files();
        }
    }

    private static CommitPerson person(GitIdentity identity, OffsetDateTime time) {
        return CommitPerson.of(identity.name(), identity.email(), time);
    }
}
