package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognizes documents that are not objects of Kubernetes: files of other tools, dashboards, and lists. */
final class OtherTools {
    /** The API groups of files that look like objects, and that no API server takes. */
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("admission.k8s.io", "webhooks"),
            Map.entry("apiserver.config.k8s.io", "the API server"),
            Map.entry("apiserver.k8s.io", "the API server"),
            Map.entry("audit.k8s.io", "the API server"),
            Map.entry("eventratelimit.admission.k8s.io", "the API server"),
            Map.entry("imagepolicy.k8s.io", "the API server"),
            Map.entry("pod-security.admission.config.k8s.io", "the API server"),
            Map.entry("resourcequota.admission.k8s.io", "the API server"),
            Map.entry("kubelet.config.k8s.io", "the kubelet"),
            Map.entry("credentialprovider.kubelet.k8s.io", "the kubelet"),
            Map.entry("kubecontrollermanager.config.k8s.io", "the controller manager"),
            Map.entry("kubeproxy.config.k8s.io", "kube-proxy"),
            Map.entry("kubescheduler.config.k8s.io", "the scheduler"),
            Map.entry("client.authentication.k8s.io", "kubectl"),
            Map.entry("kubectl.config.k8s.io", "kubectl"),
            Map.entry("krew.googlecontainertools.github.com", "kubectl"),
            Map.entry("kubeadm.k8s.io", "kubeadm"),
            Map.entry("kind.x-k8s.io", "kind"),
            Map.entry("kind.sigs.k8s.io", "kind"),
            Map.entry("k3d.io", "k3d"),
            Map.entry("eksctl.io", "eksctl"),
            Map.entry("skaffold", "Skaffold"),
            Map.entry("kuttl.dev", "kuttl"),
            Map.entry("kudo.dev", "kuttl"),
            Map.entry("cli.kyverno.io", "Kyverno's command"),
            Map.entry("chainsaw.kyverno.io", "Chainsaw"),
            Map.entry("kpt.dev", "kpt"),
            Map.entry("config.kubernetes.io", "kpt"),
            Map.entry("install.istio.io", "istioctl"),
            Map.entry("gator.gatekeeper.sh", "gator"),
            Map.entry("test.gatekeeper.sh", "gator"),
            Map.entry("kops", "kOps"),
            Map.entry("backstage.io", "Backstage"),
            Map.entry("ctlptl.dev", "ctlptl"));

    /** The keys by which an untyped map is recognized; all of a row must be there. */
    private static final List<Row> ROWS = List.of(
            Row.of("JSON schemas", "$schema"),
            Row.of("descriptions of HTTP APIs", "openapi"),
            Row.of("descriptions of HTTP APIs", "swagger"),
            Row.of("dashboards", "panels", "title"),
            Row.of("dashboards", "panels", "schemaVersion"),
            Row.of("dashboards", "dashboard"),
            Row.of("dashboards", "rows", "title"),
            Row.of("files of Prometheus", "scrape_configs"),
            Row.of("files of Alertmanager", "route", "receivers"),
            // YAML 1.1 reads the key `on` as a boolean.
            Row.of("workflows of GitHub", "true", "jobs"),
            Row.of("workflows of GitHub", "on", "jobs"),
            Row.of("workflows of GitHub", "runs", "name"),
            Row.of("files of CloudFormation", "AWSTemplateFormatVersion"),
            Row.of("files of Helmfile", "releases"),
            Row.of("files of npm", "name", "version", "dependencies"),
            Row.of("files of npm", "name", "devDependencies"),
            Row.of("files of npm", "name", "scripts"),
            Row.of("tests of Helm charts", "suite"),
            Row.of("dependencies of Helm charts", "dependencies"));

    private static final List<String> COMPOSE_KEYS =
            List.of("version", "name", "include", "services", "networks", "volumes", "configs", "secrets", "models");

    /** A row of the table. */
    private record Row(Sort sort, List<String> keys) {
        static Row of(String sort, String... keys) {
            return new Row(new Sort(sort), List.of(keys));
        }

        boolean matches(MapTree map) {
            for (String key : keys) {
                if (!map.has(key)) {
                    return false;
                }
            }
            return true;
        }
    }

    private OtherTools() {}

    /** What a document is that is neither an object nor can be of a contributed kind; null if it can. */
    static @Nullable Sort sortOf(Tree tree) {
        if (!(tree instanceof MapTree map)) {
            return tree instanceof ListTree list ? ofList(list) : null;
        }
        return map.has("apiVersion") || map.has("kind") ? ofTyped(map) : ofUntyped(map);
    }

    private static @Nullable Sort ofList(ListTree list) {
        boolean isPatch = !list.isEmpty();
        boolean isAnsible = !list.isEmpty();
        for (Tree item : list) {
            MapTree map = Trees.map(item);
            isPatch &= map.has("op") && map.has("path");
            isAnsible &= map.has("hosts") || map.has("tasks") || map.has("ansible.builtin.import_playbook");
        }
        return isPatch ? Sort.PATCH : isAnsible ? Sort.of("Ansible") : null;
    }

    /** Of a map with {@code apiVersion} or {@code kind}; null if it is an object. */
    private static @Nullable Sort ofTyped(MapTree map) {
        String apiVersion = Trees.text(map, "apiVersion");
        String kind = Trees.text(map, "kind");
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String tool = GROUPS.get(group);
        if (tool != null) {
            return Sort.of(tool);
        }
        if (apiVersion.equals("v1") && kind.equals("Config") && (map.has("clusters") || map.has("contexts"))) {
            return Sort.of("kubectl");
        }
        if (apiVersion.equals("builtin") || apiVersion.startsWith("builtin/")) {
            return Sort.KUSTOMIZE_SETTINGS;
        }
        if (kind.isEmpty() && !map.has("kind") && map.has("name") && map.has("version")) {
            return Sort.CHART;
        }
        if (kind.isEmpty() && !map.has("kind") && map.has("entries")) {
            return new Sort("repositories of Helm charts");
        }
        if (isMisspelled(map, "apiVersion") || isMisspelled(map, "kind")) {
            return null;
        }
        boolean isTyped = !apiVersion.isEmpty() && !kind.isEmpty();
        boolean isKubernetes = isTyped
                ? Schemas.isKubernetesGroup(group)
                : !Schemas.apiVersionsOf(kind).isEmpty();
        return map.has("metadata") || isKubernetes || isTyped && map.has("spec") ? null : Sort.OTHER;
    }

    /** Whether a map of an object has a key with capitals in wrong places. */
    private static boolean isMisspelled(MapTree map, String key) {
        return !map.has(key) && hasIgnoringCase(map, key) && hasIgnoringCase(map, "metadata");
    }

    private static boolean hasIgnoringCase(MapTree map, String key) {
        for (int i = 0; i < map.size(); i++) {
            if (map.keyAt(i).equalsIgnoreCase(key)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Sort ofUntyped(MapTree map) {
        for (Row row : ROWS) {
            if (row.matches(map)) {
                return row.sort();
            }
        }
        if (isCompose(map)) {
            return Sort.of("Compose");
        }
        if (map.get("groups") instanceof ListTree groups
                && !groups.isEmpty()
                && Trees.map(groups, 0).has("rules")) {
            return Sort.of("Prometheus");
        }
        return null;
    }

    private static boolean isCompose(MapTree map) {
        if (!(map.get("services") instanceof MapTree)) {
            return false;
        }
        for (String key : map.keys()) {
            if (!COMPOSE_KEYS.contains(key) && !key.startsWith("x-")) {
                return false;
            }
        }
        return true;
    }
}
