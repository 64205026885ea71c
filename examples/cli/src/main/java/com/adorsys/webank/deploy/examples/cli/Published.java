package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.gitops.Publication;

/** The last line of a command that publishes. */
final class Published {
    private Published() {}

    static String line(Publication publication) {
        return publication
                .commit()
                .map(commit -> "Published to " + publication.branch() + " as " + commit + "\n")
                .orElse(publication.branch() + " is up to date\n");
    }
}
