package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.tree.TreeSource;
import com.adorsys.webank.deploy.tree.TreeSource.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.notes.Note;
import org.eclipse.jgit.notes.NoteMap;
import org.eclipse.jgit.revwalk.RevWalk;

/** The records that an environment was healthy: notes of Git on the commits that it ran, in a ref of the environment. */
final class HealthNotes {
    private static final String FOLDER = "webank-deploy/healthy/";
    /** What is longer is not a record. */
    private static final int LONGEST = 1 << 20;

    private final Remote remote;
    private final TemporaryRepository local;
    private final Fetched fetched;
    private final String name;

    /** @throws InvalidInput if the environment's name cannot be that of a ref */
    HealthNotes(Remote remote, TemporaryRepository local, String environment) {
        this.remote = remote.notes();
        this.local = local;
        this.fetched = new Fetched(this.remote, local);
        this.name = FOLDER + environment;
        if (environment.isEmpty() || !Repository.isValidRefName("refs/notes/" + name)) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.OPTION_INVALID,
                    Location.of("environment"),
                    Problem.quote(environment) + " cannot be the name of a ref of Git",
                    "use letters, digits and hyphens"));
        }
    }

    /** Publishes a note, and starts again from the notes of others if they are faster. */
    void add(HealthRecord record, GitIdentity author) {
        PublishOptions options = PublishOptions.builder()
                .branch(name)
                .message(record.toString())
                .author(author)
                .time(record.time().atOffset(ZoneOffset.UTC))
                .build();
        new Publishing(() -> fetched.headOrEmpty(name), remote, local, options, Optional.empty())
                .run(head -> GitContent.of(FileTree.empty()).withText(path(head, record.revision()), record.text()));
    }

    /** Newest first. */
    List<HealthRecord> records() {
        ObjectId commit = fetched.headOrEmpty(name).id();
        List<HealthRecord> records = new ArrayList<>();
        if (commit == null) {
            return records;
        }
        try (ObjectReader reader = local.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            for (Note note : NoteMap.read(reader, walk.parseCommit(commit))) {
                ObjectLoader text = reader.open(note.getData());
                if (text.getSize() <= LONGEST) {
                    HealthRecord.parse(note.name(), new String(text.getCachedBytes(), StandardCharsets.UTF_8))
                            .ifPresent(records::add);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        records.sort(Comparator.comparing(HealthRecord::time).reversed().thenComparing(HealthRecord::revision));
        return records;
    }

    /** Where the note of a commit belongs: in as many folders as other notes are, of two digits each. */
    private String path(Head head, String commit) {
        String folder = "";
        String rest = commit;
        try {
            while (rest.length() > 2 && hasFolder(head.files(), folder)) {
                folder += rest.substring(0, 2) + "/";
                rest = rest.substring(2);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return folder + rest;
    }

    private static boolean hasFolder(TreeSource notes, String folder) throws IOException {
        String path = folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
        for (String name : notes.list(path)) {
            if (name.length() == 2 && notes.kind(folder + name) == Kind.FOLDER) {
                return true;
            }
        }
        return false;
    }

    private Unavailable unreadable(IOException e) {
        return new Unavailable(remote.shown(name) + " cannot be read", e);
    }
}
