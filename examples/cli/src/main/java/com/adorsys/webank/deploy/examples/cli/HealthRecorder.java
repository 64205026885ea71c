package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.eks.SyncedApplication;
import com.adorsys.webank.deploy.examples.cli.Command.Option;
import com.adorsys.webank.deploy.gitops.GitIdentity;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.gitops.HealthRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records in the configuration repository that an environment was healthy, for {@code promote}. */
final class HealthRecorder implements AutoCloseable {
    private static final String RECORD = "--record";

    /** Those that are of use only with {@code --record}. */
    private static final List<Option> DETAILS = details();

    static final List<Option> OPTIONS = options();

    static final String HELP = """
              --record               records in the configuration repository that the environment was
                                     healthy, and with which images, for `webank-deploy promote`
              --repository URI       the configuration repository: an https or ssh address, or the
                                     path of a local repository; required with --record
              --author TEXT          the author of the record, such as 'Jane Doe <jane@example.com>'.
                                     Default: webank-deploy <webank-deploy@localhost>
            """ + RepositoryArguments.HELP;

    private final GitOpsRepository repository;
    private final GitIdentity author;
    private final Clock clock;

    private HealthRecorder(GitOpsRepository repository, GitIdentity author, Clock clock) {
        this.repository = repository;
        this.author = author;
        this.clock = clock;
    }

    private static List<Option> details() {
        List<Option> details = new ArrayList<>(RepositoryArguments.OPTIONS);
        details.add(Option.value(CommitArguments.AUTHOR));
        return details;
    }

    private static List<Option> options() {
        List<Option> options = new ArrayList<>(DETAILS);
        options.add(Option.flag(RECORD));
        return options;
    }

    /** Adds problems of the options. */
    static void check(Arguments arguments) {
        if (arguments.has(RECORD)) {
            arguments.required(RepositoryArguments.REPOSITORY, "URI");
            return;
        }
        for (Option option : DETAILS) {
            if (arguments.has(option.name())) {
                arguments.misplaced("`" + option.name() + "` is for a record", "Add `" + RECORD + "`, or remove it");
            }
        }
    }

    /** A recorder for the repository that the options name; null if no record is asked for. */
    static @Nullable HealthRecorder of(
            Arguments arguments, Map<String, String> variables, Clock clock, Console console) {
        return arguments.has(RECORD)
                ? new HealthRecorder(
                        Repositories.open(arguments, variables, console), CommitArguments.author(arguments), clock)
                : null;
    }

    /** Reads the records of an environment, so that a wrong address or token is reported before the wait and not after it. */
    void checkAccess(String environment) {
        repository.healthRecords(environment);
    }

    /**
     * Records an environment.
     *
     * @param revision the commit that was waited for; null for the one that was synced
     */
    void record(String environment, SyncedApplication synced, @Nullable String revision) {
        repository.recordHealth(
                environment,
                new HealthRecord(
                        synced.id().namespace() + "/" + synced.id().name(),
                        revision == null ? synced.revisions().get(0) : revision,
                        synced.images(),
                        clock.instant()),
                author);
    }

    @Override
    public void close() {
        repository.close();
    }

    @Override
    public String toString() {
        return repository.toString();
    }
}
