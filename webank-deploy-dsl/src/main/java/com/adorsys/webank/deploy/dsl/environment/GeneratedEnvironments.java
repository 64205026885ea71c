package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.argocd.ArgoApplicationSet.Deletion;
import com.adorsys.webank.deploy.argocd.ArgoProject;
import com.adorsys.webank.deploy.check.CheckReport;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.tree.FileTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of each generated environment, and the problems that the checks find in its manifests. Immutable. */
public final class GeneratedEnvironments {
    private final Map<String, FileTree> trees = new LinkedHashMap<>();
    private final Map<String, CheckReport> reports = new LinkedHashMap<>();
    private final List<Problem> errors = new ArrayList<>();

    /**
     * Generates the files of some environments.
     *
     * @param all the environments that may share an Argo CD project with them
     * @param sets how ApplicationSets are written in place of Applications, if they are
     * @param removed the names of the environments that are removed
     */
    GeneratedEnvironments(
            List<Environment> selected, List<Environment> all, Optional<Deletion> sets, Set<String> removed) {
        EnvironmentFiles files = new EnvironmentFiles();
        List<Environment> remaining = new ArrayList<>();
        for (Environment environment : all) {
            if (!removed.contains(environment.name())) {
                remaining.add(environment);
            }
        }
        SharedManifests shared = new SharedManifests(all);
        SharedManifests sharedByRemaining = new SharedManifests(remaining);
        for (Environment environment : selected) {
            if (removed.contains(environment.name())) {
                continue;
            }
            try {
                EnvironmentApplications applications = EnvironmentApplications.of(environment, sharedByRemaining, sets);
                CheckReport report = checked(environment, shared.project(environment));
                Manifest project = shared.projectManifest(environment);
                trees.put(environment.name(), environment.tree(report.manifests(), project, applications, files));
            } catch (DeployException.InvalidInput invalid) {
                errors.addAll(invalid.problems());
            }
        }
        for (String name : removed) {
            trees.put(name, FileTree.builder(Environment.folder(name)).build());
        }
        for (Environment environment : all) {
            if (removed.contains(environment.name())) {
                trees.put(environment.name(), environment.treeOfRemoved(shared.projectManifest(environment), files));
            }
        }
    }

    /** The manifests of an environment, which may have warnings but no errors. */
    private CheckReport checked(Environment environment, ArgoProject project) {
        CheckReport report = environment.checkReport();
        reports.put(environment.name(), report);
        List<Problem> refused = new ArrayList<>(report.errors());
        environment.refuseSecrets(report.manifests(), refused);
        new EnvironmentProject(environment, project).check(report.manifests(), refused);
        DeployException.InvalidInput.throwIfErrors(refused);
        return report;
    }

    /** The reports of the checks, by name of the environment. An environment that cannot be rendered has none. */
    public Map<String, CheckReport> reports() {
        return Collections.unmodifiableMap(reports);
    }

    /**
     * The files of all environments.
     *
     * @throws DeployException.InvalidInput as {@link Environments#tree}
     */
    public FileTree tree() {
        return FileTree.of(trees().values());
    }

    /**
     * The files of each environment, by its name; a file that several share is in the tree of each. A {@linkplain
     * Environments#withRemoved removed} one has at most that of its project.
     *
     * @throws DeployException.InvalidInput with the errors of all environments
     */
    public Map<String, FileTree> trees() {
        DeployException.InvalidInput.throwIfErrors(errors);
        return Collections.unmodifiableMap(trees);
    }

    /** The names of the environments that could be generated. */
    @Override
    public String toString() {
        return "generated environments " + trees.keySet();
    }
}
