package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.environment.GeneratedEnvironments;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.tree.HandEdits;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** {@code generate --check} with a revision of a repository. */
final class RevisionCheck {
    private RevisionCheck() {}

    static int run(Environments selected, Arguments arguments, Map<String, String> variables, Console console) {
        String revision =
                Optional.ofNullable(arguments.value(GenerateCommand.REVISION)).orElse("HEAD");
        try (GitOpsRepository repository = Repositories.open(arguments, variables, console)) {
            TreeSource files = repository.commit(revision).files();
            GeneratedEnvironments generated = selected.withImages(files).generate();
            int code = OutputFolder.check(generated.tree().compareWith(files, HandEdits.OVERWRITE), revision, console);
            if (code != Cli.INVALID) {
                CheckSummary.show(generated.reports(), console);
            }
            return code;
        } catch (IOException e) {
            throw new Unavailable("the files of the revision `" + revision + "` cannot be read", e);
        }
    }
}
