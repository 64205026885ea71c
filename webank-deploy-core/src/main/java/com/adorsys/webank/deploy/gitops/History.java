package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Commits by name, and those of a branch since another. Commits that cannot be named to the remote are looked for in the
 * whole history, which is fetched once.
 */
final class History implements AutoCloseable {
    private static final Pattern ANCESTOR = Pattern.compile("(.+?)(?:~([0-9]{1,9})|\\^)");
    private static final int SHORTEST_ID = 4;
    private static final int FULL_ID = 40;

    private final Remote remote;
    private final TemporaryRepository local;
    /** The branches and tags by full name, with the commit of each; null before everything is fetched. */
    private @Nullable Map<String, ObjectId> all;

    /**
     * A history.
     *
     * @param remote fetches into the local repository
     * @param local empty, and used by nobody else; it is closed with this
     */
    History(Remote remote, TemporaryRepository local) {
        this.remote = remote;
        this.local = local;
    }

    @Override
    public void close() {
        local.close();
    }

    /**
     * The commit that a name stands for.
     *
     * @throws InvalidInput if it is not the name of a commit
     * @throws Refused if there is no such commit
     */
    GitCommit commit(String revision) {
        Matcher ancestor = ANCESTOR.matcher(revision);
        if (ancestor.matches()) {
            return ancestor(revision, commit(ancestor.group(1)), steps(ancestor));
        }
        boolean isId = revision.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        if (!Repository.isValidRefName(Remote.HEADS + revision)) {
            throw new InvalidInput(Problem.error(
                    ProblemCodes.OPTION_INVALID,
                    Location.of("revision"),
                    Problem.quote(revision) + " is not the name of a commit",
                    "write a branch, a tag or the id of a commit, such as `main`, `main~1` or `1a2b3c4`"));
        }
        Map<String, ObjectId> known = all != null ? all : remote.references();
        for (String start : new String[] {"", Remote.HEADS, Remote.TAGS}) {
            ObjectId id = known.get(start + revision);
            if (id != null) {
                return fetched(revision, id);
            }
        }
        if (isId && revision.length() == FULL_ID) {
            return byId(ObjectId.fromString(revision));
        }
        if (isId && revision.length() >= SHORTEST_ID) {
            return fetched(revision, abbreviated(revision));
        }
        throw missing(revision, known);
    }

    private static int steps(Matcher ancestor) {
        return ancestor.group(2) == null ? 1 : Integer.parseInt(ancestor.group(2));
    }

    /**
     * Commits along the first parents, newest first.
     *
     * @param containsSince whether the commit that they are since is in the history of the newest
     */
    record Range(List<ObjectId> commits, boolean containsSince) {}

    /**
     * The commits from the newest back to another one, always to the first parent.
     *
     * @param since not among them; if it is not one of these first parents, they end before the first that is also in its
     *     history
     */
    Range since(GitCommit newest, GitCommit since) {
        fetchAll();
        List<ObjectId> commits = new ArrayList<>();
        for (GitCommit commit = newest; commit != null; commit = parent(commit)) {
            if (commit.equals(since)) {
                return new Range(commits, true);
            }
            commits.add(commit.objectId());
        }
        Set<ObjectId> known = ancestors(since);
        List<ObjectId> own =
                commits.stream().takeWhile(id -> !known.contains(id)).toList();
        return new Range(own, ancestors(newest).contains(since.objectId()));
    }

    /** A commit and its whole history. */
    private Set<ObjectId> ancestors(GitCommit commit) {
        Set<ObjectId> ancestors = new HashSet<>();
        try (RevWalk walk = new RevWalk(local)) {
            walk.setRetainBody(false);
            walk.markStart(walk.parseCommit(commit.objectId()));
            for (RevCommit each : walk) {
                ancestors.add(each.copy());
            }
            return ancestors;
        } catch (IOException e) {
            throw unreadable(commit.id(), e);
        }
    }

    /** A commit that was fetched. */
    GitCommit read(ObjectId id) {
        try {
            return GitCommit.read(local, id);
        } catch (IOException e) {
            throw unreadable(id.name(), e);
        }
    }

    /** The paths of the files that a commit has and another one has not, or has otherwise, and the reverse. */
    SortedSet<String> changedFiles(@Nullable GitCommit before, GitCommit after) {
        SortedSet<String> paths = new TreeSet<>();
        try (TreeWalk walk = new TreeWalk(local)) {
            walk.addTree(before == null ? new EmptyTreeIterator() : iterator(walk, before));
            walk.addTree(iterator(walk, after));
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                paths.add(walk.getPathString());
            }
            return paths;
        } catch (IOException e) {
            throw unreadable(after.id(), e);
        }
    }

    private static CanonicalTreeParser iterator(TreeWalk walk, GitCommit commit) throws IOException {
        return new CanonicalTreeParser(
                null, walk.getObjectReader(), commit.parsed().getTree().getId());
    }

    /** The first parent of a commit; null if it has none. */
    @Nullable
    GitCommit parent(GitCommit commit) {
        fetchAll();
        try {
            return commit.parents().isEmpty()
                    ? null
                    : GitCommit.read(local, ObjectId.fromString(commit.parents().get(0)));
        } catch (MissingObjectException e) {
            throw new Refused("the repository " + remote.address().quoted() + " is a shallow clone: it does not have"
                    + " what is before the commit `" + commit.id() + "`. Run `git fetch --unshallow` in it, or name the"
                    + " repository that it was cloned from.");
        } catch (IOException e) {
            throw unreadable(commit.id(), e);
        }
    }

    /** The commits that a merge brought to the branch, newest first. */
    List<GitCommit> merged(GitCommit merge) {
        List<GitCommit> commits = new ArrayList<>();
        if (merge.parents().size() < 2) {
            return commits;
        }
        fetchAll();
        try (RevWalk walk = new RevWalk(local)) {
            walk.markUninteresting(
                    walk.parseCommit(ObjectId.fromString(merge.parents().get(0))));
            for (String parent : merge.parents().subList(1, merge.parents().size())) {
                walk.markStart(walk.parseCommit(ObjectId.fromString(parent)));
            }
            for (RevCommit commit : walk) {
                commits.add(GitCommit.read(local, commit.getId()));
            }
            return commits;
        } catch (IOException e) {
            throw unreadable(merge.id(), e);
        }
    }

    private GitCommit ancestor(String revision, GitCommit start, int steps) {
        fetchAll();
        GitCommit commit = start;
        for (int i = 0; i < steps; i++) {
            GitCommit parent = parent(commit);
            if (parent == null) {
                throw new Refused("the commit `" + start.id() + "` of the repository "
                        + remote.address().quoted() + " has only " + i + " ancestors, so there is no `" + revision
                        + "`.");
            }
            commit = parent;
        }
        return commit;
    }

    /** A commit that is perhaps no branch's newest: not every server gives such a one alone. */
    private GitCommit byId(ObjectId id) {
        try {
            return fetched(id.name(), id);
        } catch (Unavailable e) {
            fetchAll();
            return fetched(id.name(), id);
        }
    }

    private GitCommit fetched(String revision, ObjectId id) {
        try {
            if (all == null) {
                remote.fetch(id);
            }
            return GitCommit.read(local, id);
        } catch (MissingObjectException e) {
            throw missing(revision, Map.of());
        } catch (IOException e) {
            throw unreadable(revision, e);
        }
    }

    private ObjectId abbreviated(String revision) {
        Map<String, ObjectId> tips = fetchAll();
        AbbreviatedObjectId wanted = AbbreviatedObjectId.fromString(revision);
        List<ObjectId> found = new ArrayList<>();
        try (RevWalk walk = new RevWalk(local)) {
            for (ObjectId tip : tips.values()) {
                walk.markStart(walk.parseCommit(tip));
            }
            for (RevCommit commit : walk) {
                if (wanted.prefixCompare(commit) == 0) {
                    found.add(commit.getId());
                }
            }
        } catch (IOException e) {
            throw unreadable(revision, e);
        }
        if (found.size() > 1) {
            throw new Refused("the repository " + remote.address().quoted() + " has " + found.size()
                    + " commits whose id starts with `" + revision + "`. Write more digits of it.");
        }
        if (found.isEmpty()) {
            throw missing(revision, tips);
        }
        return found.get(0);
    }

    private Map<String, ObjectId> fetchAll() {
        Map<String, ObjectId> known = all;
        if (known == null) {
            known = remote.fetchAll();
            all = known;
        }
        return known;
    }

    private Refused missing(String revision, Map<String, ObjectId> known) {
        List<String> names = new ArrayList<>();
        for (String name : known.keySet()) {
            names.add(name.replace(Remote.HEADS, "").replace(Remote.TAGS, ""));
        }
        String remedy = Names.nearest(revision, names)
                .map(near -> "Did you mean `" + near + "`?")
                .orElse("Write a branch, a tag or the id of a commit.");
        return new Refused("the repository " + remote.address().quoted() + " has no branch, tag or commit `" + revision
                + "`. " + remedy);
    }

    private static Unavailable unreadable(String revision, IOException e) {
        return new Unavailable("the commit `" + revision + "` cannot be read", e);
    }
}
