package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.gitops.GitContent;
import com.adorsys.webank.deploy.gitops.GitOpsRepository;
import com.adorsys.webank.deploy.gitops.Head;
import com.adorsys.webank.deploy.gitops.Publication;
import com.adorsys.webank.deploy.gitops.PublishOptions;
import com.adorsys.webank.deploy.gitops.github.GitHubRepository;
import com.adorsys.webank.deploy.gitops.github.Proposal;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Publishes to the repository that the options name, or proposes that as a pull request, and shows what was done. */
final class Publisher {
    private final Arguments arguments;
    private final GitHubArguments gitHub;
    private final Map<String, String> variables;
    private final Console console;

    /** A publisher; options that conflict are added to the problems of the arguments. */
    Publisher(Arguments arguments, Map<String, String> variables, Console console) {
        this.arguments = arguments;
        this.gitHub = new GitHubArguments(arguments, console);
        this.variables = variables;
        this.console = console;
    }

    /**
     * Publishes or proposes.
     *
     * @param content makes the content from the repository and the head of the branch
     * @param changes what is shown of the publication
     */
    void run(
            PublishOptions options,
            BiFunction<GitOpsRepository, Head, GitContent> content,
            Function<Publication, String> changes) {
        if (!gitHub.areUsed()) {
            try (GitOpsRepository repository = Repositories.open(arguments, variables, console)) {
                show(repository.publish(options, head -> content.apply(repository, head)), changes);
            }
            return;
        }
        try (GitHubRepository repository = gitHub.open(variables)) {
            Function<Head, GitContent> ofHead = head -> content.apply(repository.git(), head);
            Optional<String> work = gitHub.branch();
            if (work.isEmpty()) {
                show(repository.git().publish(options, ofHead), changes);
            } else {
                Optional<String> body = gitHub.body();
                Proposal proposal = repository.propose(
                        gitHub.request(options.message().lines().findFirst().orElse("")),
                        publication ->
                                body.orElseGet(() -> publication.objects().markdown()),
                        options.withBranch(work.get()).withStartingFrom(options.branch()),
                        ofHead);
                console.print(changes.apply(proposal.publication()));
                console.print("\n" + proposal + "\n");
            }
        }
    }

    private void show(Publication publication, Function<Publication, String> changes) {
        console.print(changes.apply(publication));
        console.print(publication
                .commit()
                .map(commit -> "\nPublished to " + publication.branch() + " as " + commit + "\n")
                .orElse("\n" + publication.branch() + " is up to date\n"));
    }
}
