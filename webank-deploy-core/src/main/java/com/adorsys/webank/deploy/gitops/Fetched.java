package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Names;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** The heads of branches, fetched into a local repository. */
final class Fetched {
    private final Remote remote;
    private final TemporaryRepository local;
    private final Set<ObjectId> known = new HashSet<>();

    Fetched(Remote remote, TemporaryRepository local) {
        this.remote = remote;
        this.local = local;
    }

    /**
     * The head of a branch, as it is now.
     *
     * @param otherwise the branch that it is to start from if it does not exist
     */
    Head head(String branch, Optional<String> otherwise) {
        Map<String, ObjectId> branches = remote.fetch(branch, otherwise, Set.copyOf(known));
        boolean exists = branches.containsKey(branch);
        ObjectId id = branches.get(exists ? branch : otherwise.orElse(branch));
        if (id == null && !branches.isEmpty()) {
            String missing = otherwise.orElse(branch);
            String remedy = Names.nearest(missing, branches.keySet())
                    .map(near -> "Did you mean `" + near + "`?")
                    .orElse("Create it, or name the branch that it is to start from.");
            throw new Refused(
                    "the repository " + remote.address().quoted() + " has no branch `" + missing + "`. " + remedy);
        }
        return head(branch, exists, id);
    }

    /** The head of a branch, as it is now; without a commit if it does not exist. */
    Head headOrEmpty(String branch) {
        ObjectId id = remote.fetch(branch, Optional.empty(), Set.copyOf(known)).get(branch);
        return head(branch, id != null, id);
    }

    private Head head(String branch, boolean exists, @Nullable ObjectId id) {
        try {
            if (id != null) {
                known.add(id);
            }
            return new Head(branch, exists, id, new CommitFiles(local, id == null ? null : tree(id)));
        } catch (IOException e) {
            throw new Unavailable("the commit of " + remote.shown(branch) + " cannot be read", e);
        }
    }

    private @Nullable ObjectId tree(ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(local)) {
            return walk.parseCommit(commit).getTree().getId();
        }
    }
}
