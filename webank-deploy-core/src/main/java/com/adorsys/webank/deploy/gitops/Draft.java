package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.Conflict;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.tree.HandEdits;
import com.adorsys.webank.deploy.tree.TreeChanges;
import com.adorsys.webank.deploy.tree.TreePlan;
import com.adorsys.webank.deploy.tree.TreeSource.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a commit changes: the content against the head that it was made for. */
final class Draft {
    private final Head head;
    private final TreePlan plan;
    private final SortedMap<String, byte @Nullable []> changes = new TreeMap<>();
    private final List<String> edited = new ArrayList<>();

    private Draft(Head head, TreePlan plan) {
        this.head = head;
        this.plan = plan;
    }

    /**
     * Compares a content with a head.
     *
     * @throws InvalidInput with everything that prevents it
     */
    static Draft of(Head head, GitContent content, HandEdits handEdits) throws IOException {
        TreePlan plan = TreePlan.of(content.tree(), head.files(), handEdits);
        Draft draft = new Draft(head, plan);
        for (String path : plan.removals()) {
            draft.changes.put(path, null);
        }
        draft.changes.putAll(plan.writes());
        List<Problem> problems = new ArrayList<>(plan.changes().problems());
        for (Map.Entry<String, byte[]> edit : content.edits().entrySet()) {
            draft.edit(content, edit.getKey(), edit.getValue(), problems);
        }
        InvalidInput.throwIfErrors(problems);
        return draft;
    }

    private void edit(GitContent content, String path, byte[] bytes, List<Problem> into) throws IOException {
        String obstacle = content.tree().has(path) || changes.containsKey(path)
                ? "it is a generated file, and cannot be given another text"
                : obstacle(path);
        if (obstacle != null) {
            into.add(Problem.error(
                    ProblemCodes.TREE_IN_THE_WAY, Location.ofFile(path), obstacle, "choose another path for the text"));
        } else if (head.files().kindBelow(path) == Kind.ABSENT || !head.files().holds(path, bytes)) {
            changes.put(path, bytes);
            edited.add(path);
        }
    }

    private @Nullable String obstacle(String path) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            Kind kind = head.files().kind(path.substring(0, slash));
            if (kind == Kind.ABSENT) {
                return null;
            }
            if (kind != Kind.FOLDER) {
                return "`" + path.substring(0, slash) + "` is not a folder";
            }
        }
        Kind kind = head.files().kind(path);
        return kind == Kind.FILE || kind == Kind.ABSENT ? null : "it is not a file";
    }

    /**
     * Refuses what would undo changes of others.
     *
     * @param base what the content was made from
     */
    void refuseConflicts(Head base) throws IOException {
        List<String> conflicts = new ArrayList<>();
        for (String path : changes.keySet()) {
            if (!Objects.equals(base.files().identity(path), head.files().identity(path))) {
                conflicts.add(path);
            }
        }
        if (!conflicts.isEmpty()) {
            throw new Conflict("the branch `" + head.branch() + "` was changed by others since "
                    + base.commit().orElse("it was empty") + ", where this would write: "
                    + String.join(", ", conflicts.subList(0, Math.min(20, conflicts.size())))
                    + (conflicts.size() > 20 ? " and " + (conflicts.size() - 20) + " more" : "")
                    + ". Nothing was published: read the branch again, and build the files anew.");
        }
    }

    /** Refuses to commit the token or a private key. */
    void refuseSecrets(GitCredentials credentials, Optional<SigningKey> signingKey) {
        List<Problem> problems = new ArrayList<>();
        changes.forEach((path, bytes) -> {
            if (bytes == null) {
                return;
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (credentials.areIn(text)) {
                problems.add(secret(path, "the " + credentials.noun() + " that the repository is accessed with"));
            } else if (signingKey.filter(key -> key.isIn(text)).isPresent()) {
                problems.add(secret(path, "the key that the commit is signed with"));
            }
        });
        InvalidInput.throwIfErrors(problems);
    }

    private static Problem secret(String path, String secret) {
        return Problem.error(
                ProblemCodes.GIT_CREDENTIALS,
                Location.ofFile(path),
                "it contains " + secret,
                "take it out: everybody who can read the repository could use it");
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The new content by path; null for a file that is removed. */
    SortedMap<String, byte @Nullable []> changes() {
        return changes;
    }

    TreeChanges treeChanges() {
        return plan.changes();
    }

    List<String> edited() {
        return edited;
    }
}
