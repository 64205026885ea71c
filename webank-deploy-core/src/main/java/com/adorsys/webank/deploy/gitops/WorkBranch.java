package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.Conflict;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.gitops.BranchHistory.Comparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A branch that proposes a change of a base branch, as the head of the base and one commit. That commit is replaced by
 * the next proposal, unless the branch has commits of others.
 */
final class WorkBranch {
    /** The trailer with the commit of the base branch. */
    static final String BASE = "Deploy-Base";
    /** The trailer with the tree of the whole commit, which says whether somebody else has amended it. */
    static final String RESULT = "Deploy-Result";

    private final Fetched fetched;
    private final TemporaryRepository local;
    private final String name;
    private final String base;
    private final BranchHistory history;

    WorkBranch(Fetched fetched, TemporaryRepository local, String name, String base, BranchHistory history) {
        this.fetched = fetched;
        this.local = local;
        this.name = name;
        this.base = base;
        this.history = history;
    }

    /** What the next commit of the branch is made from: the base branch, or commits of others on the branch. */
    Head head() {
        Head onto = fetched.head(base, Optional.empty());
        ObjectId from = onto.id();
        if (from == null) {
            throw new Refused("the repository is empty, so there is no branch `" + base
                    + "` to propose a change of. Publish to that branch first.");
        }
        Head work = fetched.head(name, Optional.of(base));
        ObjectId at = work.id();
        if (!work.exists() || at == null) {
            return Head.rebuilt(name, from, onto.files(), null);
        }
        CommitText commit = CommitText.read(local, at);
        if (commit.isOneProposal() || at.equals(from)) {
            return Head.rebuilt(name, from, onto.files(), new Head.Replaced(at, commit.tree(), commit.parents()));
        }
        Comparison comparison = history.compare(from.name(), at.name());
        if (comparison.ahead() == 0) {
            return Head.rebuilt(name, from, onto.files(), new Head.Replaced(at, commit.tree(), commit.parents()));
        }
        if (comparison.behind() == 0) {
            return work;
        }
        throw new Conflict("the branch `" + name + "` has commits of others, and the branch `" + base
                + "` has changed since: it is " + comparison.ahead() + " commits ahead of `" + base + "` and "
                + comparison.behind() + " behind. Nothing was published. Merge `" + base + "` into `" + name
                + "`, or delete `" + name + "` if its commits are not needed, and run it again.");
    }

    /** The trailers by which the next proposal knows that nothing of others is in the commit. */
    static Map<String, String> trailers(Head head, ObjectId tree) {
        ObjectId parent = head.id();
        return head.isRebuilt() && parent != null ? Map.of(BASE, parent.name(), RESULT, tree.name()) : Map.of();
    }

    /**
     * A commit as it is stored, with the parents that were not fetched.
     *
     * @param tree its tree
     * @param parents the ids of its parents
     * @param message its message
     */
    private record CommitText(String tree, List<String> parents, String message) {
        static CommitText read(TemporaryRepository local, ObjectId id) {
            try (ObjectReader reader = local.newObjectReader()) {
                String text = new String(reader.open(id).getCachedBytes(), StandardCharsets.UTF_8);
                int end = text.indexOf("\n\n");
                String tree = "";
                List<String> parents = new ArrayList<>();
                for (String line : text.substring(0, Math.max(0, end)).split("\n")) {
                    if (line.startsWith("tree ")) {
                        tree = line.substring("tree ".length());
                    } else if (line.startsWith("parent ")) {
                        parents.add(line.substring("parent ".length()));
                    }
                }
                return new CommitText(tree, parents, text.substring(end + 1));
            } catch (IOException e) {
                throw new Unavailable("the commit " + id.name() + " cannot be read", e);
            }
        }

        /** Whether this is the only commit of a proposal, as it was made. */
        boolean isOneProposal() {
            return parents.size() == 1
                    && message.contains("\n" + BASE + ": " + parents.get(0) + "\n")
                    && message.contains("\n" + RESULT + ": " + tree + "\n");
        }
    }
}
