package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files that one source of an Application takes from another: {@code $values/dev.yaml} is a file of the source with {@code
 * ref: values}.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/">Multiple Sources</a>
 */
final class SourceReferences {
    /** Variables of the build, which Argo CD replaces before it looks for sources. */
    private static final String VARIABLE = "ARGOCD_";

    private final ArgoCdCheck check;
    private final Set<String> names = new TreeSet<>();

    private SourceReferences(ArgoCdCheck check) {
        this.check = check;
    }

    /** Checks the sources of a {@code spec} at a path. */
    static void check(MapTree spec, String path, ArgoCdCheck check) {
        SourceReferences references = new SourceReferences(check);
        ListTree sources = Trees.list(spec, "sources");
        String place = path + ".sources";
        for (int i = 0; i < sources.size(); i++) {
            references.name(Trees.map(sources, i), TreePath.child(place, i));
        }
        for (int i = 0; i < sources.size(); i++) {
            references.files(Trees.map(sources, i), TreePath.child(place, i));
        }
        if (sources.isEmpty()) {
            references.files(Trees.map(spec, "source"), path + ".source");
        }
    }

    private void name(MapTree source, String place) {
        String name = Trees.text(source, "ref");
        String path = place + ".ref";
        if (name.isEmpty()) {
            return;
        }
        if (!Trees.text(source, "chart").isEmpty()) {
            check.warning(
                    ProblemCodes.IGNORED_KEY,
                    path,
                    "`ref` has no effect beside `chart`: files come from Git repositories only",
                    "remove it");
            return;
        }
        boolean valid = name.chars()
                .allMatch(c ->
                        c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-');
        if (!valid) {
            check.error(
                    ProblemCodes.NAME_INVALID,
                    path,
                    Problem.quote(name) + " is not a name that other sources can refer to",
                    "write letters, digits, `_` and `-` only, as in `values`");
        } else if (!names.add(name)) {
            check.error(
                    ProblemCodes.DUPLICATE,
                    path,
                    "two sources have the `ref` " + Problem.quote(name),
                    "give each a name of its own");
        }
    }

    private void files(MapTree source, String path) {
        MapTree helm = Trees.map(source, "helm");
        ListTree files = Trees.list(helm, "valueFiles");
        for (int i = 0; i < files.size(); i++) {
            file(Trees.text(files.get(i)), TreePath.child(path + ".helm.valueFiles", i));
        }
        ListTree parameters = Trees.list(helm, "fileParameters");
        for (int i = 0; i < parameters.size(); i++) {
            file(
                    Trees.text(Trees.map(parameters, i), "path"),
                    TreePath.child(path + ".helm.fileParameters", i) + ".path");
        }
    }

    private void file(String file, String path) {
        if (!file.startsWith("$") || file.startsWith(VARIABLE, 1) || file.startsWith("{", 1)) {
            return;
        }
        int slash = file.indexOf('/');
        String name = file.substring(1, slash < 0 ? file.length() : slash);
        if (!names.contains(name)) {
            check.error(
                    ProblemCodes.DANGLING_REFERENCE,
                    path,
                    "no source has the `ref` " + Problem.quote(name) + ", from which this file is to come",
                    Remedies.meant(name, names, "names", "add a source with `ref: " + name + "` to `sources`"));
        }
    }
}
