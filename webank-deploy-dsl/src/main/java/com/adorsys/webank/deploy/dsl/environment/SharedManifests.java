package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.argocd.ArgoApplication;
import com.adorsys.webank.deploy.argocd.ArgoApplicationSet;
import com.adorsys.webank.deploy.argocd.ArgoApplicationSet.Deletion;
import com.adorsys.webank.deploy.argocd.ArgoProject;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the environments of one cluster and Argo CD project share: the project, and the ApplicationSet if they have one. Each is made
 * once, since it names all of them. Not thread-safe.
 */
final class SharedManifests {
    private final Map<List<String>, List<Environment>> sharing;
    private final Map<List<String>, ArgoProject> projects = new HashMap<>();
    private final Map<List<Object>, Manifest> projectManifests = new HashMap<>();
    private final Map<List<Object>, Manifest> applicationSets = new HashMap<>();

    SharedManifests(Collection<Environment> all) {
        this.sharing = new HashMap<>();
        for (Environment environment : all) {
            sharing.computeIfAbsent(environment.projectIdentity(), first -> new ArrayList<>(1))
                    .add(environment);
        }
    }

    /** The project of an environment. */
    ArgoProject project(Environment environment) {
        return projects.computeIfAbsent(
                environment.projectIdentity(), first -> EnvironmentProject.of(environment.project(), of(environment)));
    }

    /** The manifest of the project, for the environment's versions. */
    Manifest projectManifest(Environment environment) {
        return projectManifests.computeIfAbsent(
                key(environment), first -> project(environment).manifest(environment.targets()));
    }

    /** The manifest of the ApplicationSet, for the environment's versions. */
    Manifest applicationSet(Environment environment, Deletion deletion) {
        return applicationSets.computeIfAbsent(key(environment), first -> {
            List<ArgoApplication> applications = new ArrayList<>();
            for (Environment other : of(environment)) {
                applications.add(other.application());
            }
            return ArgoApplicationSet.of(environment.project(), deletion, applications, environment.targets())
                    .manifest(environment.targets());
        });
    }

    private List<Environment> of(Environment environment) {
        return sharing.getOrDefault(environment.projectIdentity(), List.of());
    }

    private static List<Object> key(Environment environment) {
        return List.of(environment.projectIdentity(), environment.kubernetes(), environment.argoCd());
    }
}
