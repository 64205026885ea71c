package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.examples.cli.Command.Option;
import com.adorsys.webank.deploy.gitops.GitIdentity;
import com.adorsys.webank.deploy.gitops.PublishOptions;
import com.adorsys.webank.deploy.gitops.SigningKey;
import com.adorsys.webank.deploy.tree.HandEdits;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The options that say how a commit is made. */
final class CommitArguments {
    static final String BRANCH = "--branch";
    static final String AUTHOR = "--author";
    private static final String SIGN_KEY = "--sign-key";
    private static final String SIGN_PASSPHRASE_VARIABLE = "WEBANK_SIGN_PASSPHRASE";

    static final List<Option> OPTIONS = List.of(
            Option.value(BRANCH),
            Option.value("--message"),
            Option.value(AUTHOR),
            Option.value("--source"),
            Option.value(SIGN_KEY),
            Option.flag("--overwrite-edits"));

    static final String HELP = """
              --author TEXT       the commit's author, such as 'Jane Doe <jane@example.com>'.
                                  Default: webank-deploy <webank-deploy@localhost>
              --source REVISION   the revision that the files are generated from, for the message
              --sign-key FILE     signs the commit with this private key, of SSH or OpenPGP; if it has a
                                  passphrase, that is read from the environment variable
                                  WEBANK_SIGN_PASSPHRASE
              --overwrite-edits   writes over generated files that were edited by hand; without it they
                                  are reported, and nothing is published
            """;

    private CommitArguments() {}

    /** What happens to generated files that were edited by hand. */
    static HandEdits handEdits(Arguments arguments) {
        return arguments.has("--overwrite-edits") ? HandEdits.OVERWRITE : HandEdits.REPORT;
    }

    /** The author of a commit. */
    static GitIdentity author(Arguments arguments) {
        return Optional.ofNullable(arguments.value(AUTHOR))
                .map(GitIdentity::parse)
                .orElse(GitIdentity.of("webank-deploy", "webank-deploy@localhost"));
    }

    /**
     * The options of a publication, which shows its progress.
     *
     * @param message the message if none is given
     */
    static PublishOptions options(
            Arguments arguments, String message, Map<String, String> variables, Clock clock, Console console) {
        PublishOptions options = PublishOptions.builder()
                .branch(arguments.required(BRANCH, "NAME"))
                .message(Optional.ofNullable(arguments.value("--message")).orElse(message))
                .author(author(arguments))
                .time(OffsetDateTime.now(clock))
                .sourceRevision(Optional.ofNullable(arguments.value("--source")))
                .signingKey(Optional.ofNullable(arguments.value(SIGN_KEY))
                        .map(file -> SigningKey.read(
                                console.file(file).toPath(), variables.getOrDefault(SIGN_PASSPHRASE_VARIABLE, ""))))
                .handEdits(handEdits(arguments))
                .build();
        return options.withListener((step, attempt) -> console.showNow("webank-deploy: "
                + step.name().toLowerCase(Locale.ROOT) + (attempt == 1 ? "" : ", attempt " + attempt) + "\n"));
    }
}
