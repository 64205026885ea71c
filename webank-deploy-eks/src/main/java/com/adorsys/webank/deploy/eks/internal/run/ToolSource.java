package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The kinds of objects by which Argo CD and Flux know what to deploy. */
enum ToolSource {
    APPLICATION("argoproj.io", "Application", TakeOver.Tool.ARGO_CD),
    KUSTOMIZATION("kustomize.toolkit.fluxcd.io", "Kustomization", TakeOver.Tool.FLUX),
    /** Its objects are a Helm release's, too, and are taken over as such. */
    HELM_RELEASE("helm.toolkit.fluxcd.io", "HelmRelease", TakeOver.Tool.HELM);

    private static final String RESOURCES_FINALIZER = "resources-finalizer.argocd.argoproj.io";

    private final String group;
    private final String kind;
    private final TakeOver.Tool tool;

    ToolSource(String group, String kind, TakeOver.Tool tool) {
        this.group = group;
        this.kind = kind;
        this.tool = tool;
    }

    String group() {
        return group;
    }

    String kind() {
        return kind;
    }

    TakeOver.Tool tool() {
        return tool;
    }

    /** {@code the Argo CD Application}. */
    String text() {
        return "the " + (this == APPLICATION ? "Argo CD" : "Flux") + " " + kind;
    }

    /** What is before the name in an option. */
    String prefix() {
        return switch (this) {
            case APPLICATION -> "argocd";
            case KUSTOMIZATION -> "flux";
            case HELM_RELEASE -> "helm";
        };
    }

    Set<String> managers() {
        return switch (this) {
            case APPLICATION -> HandOver.ARGO_CD;
            case KUSTOMIZATION -> HandOver.FLUX;
            case HELM_RELEASE -> Set.of("helm-controller");
        };
    }

    /** Where its tool keeps such objects if nothing else is said. */
    String usualNamespace() {
        return this == APPLICATION ? "argocd" : "flux-system";
    }

    /** Whether the tool changes objects back by itself. */
    boolean isActive(MapTree source) {
        return this == APPLICATION
                ? Trees.isSet(source, "spec", "syncPolicy", "automated")
                        && !Trees.isFalse(source, "spec", "syncPolicy", "automated", "enabled")
                : !Trees.isTrue(source, "spec", "suspend");
    }

    /** What to do so that it does not. */
    String switchOff(MapTree source) {
        String change = this == APPLICATION
                ? "{\"spec\":{\"syncPolicy\":{\"automated\":null}}}"
                : "{\"spec\":{\"suspend\":true}}";
        String parent = parent(source);
        return (this == APPLICATION ? "switch automated sync off" : "suspend it") + " (`" + kubectl("patch", source)
                + " --type merge --patch '" + change + "'`)"
                + (parent.isEmpty() ? "" : ", and in " + parent + ", which would change it back");
    }

    /** How to delete it without its objects. */
    String removal(MapTree source) {
        if (this != APPLICATION) {
            return "delete it while it is suspended, which leaves its objects (`" + kubectl("delete", source) + "`)";
        }
        boolean cascades = false;
        for (Tree finalizer : Trees.list(source, "metadata", "finalizers")) {
            cascades |= Trees.text(finalizer).startsWith(RESOURCES_FINALIZER);
        }
        String delete = "`" + kubectl("delete", source) + "`";
        return cascades
                ? "delete it without its objects (`" + kubectl("patch", source)
                        + " --type merge --patch '{\"metadata\":{\"finalizers\":null}}'`, then " + delete + ")"
                : "delete it (" + delete + ")";
    }

    /** An object that a source deploys, in any version. */
    record Deployed(String group, String kind, String namespace, String name) {}

    /** The objects that the source says it deploys. */
    List<Deployed> deployed(MapTree source) {
        List<Deployed> deployed = new ArrayList<>();
        for (Tree item : Trees.list(source, "status", "resources")) {
            MapTree entry = Trees.map(item);
            deployed.add(new Deployed(
                    Trees.text(entry, "group"),
                    Trees.text(entry, "kind"),
                    Trees.text(entry, "namespace"),
                    Trees.text(entry, "name")));
        }
        for (Tree item : Trees.list(source, "status", "inventory", "entries")) {
            // NAMESPACE_NAME_GROUP_KIND, where a name has two underscores for a colon.
            String id = Trees.text(Trees.map(item), "id");
            int name = id.indexOf('_') + 1;
            int kind = id.lastIndexOf('_') + 1;
            int group = id.lastIndexOf('_', kind - 2) + 1;
            if (name > 0 && group > name) {
                deployed.add(new Deployed(
                        id.substring(group, kind - 1),
                        id.substring(kind),
                        id.substring(0, name - 1),
                        id.substring(name, group - 1).replace("__", ":")));
            }
        }
        deployed.removeIf(object -> object.kind().isEmpty() || object.name().isEmpty());
        return deployed;
    }

    /** The object that makes the source; empty if none is known. */
    private static String parent(MapTree source) {
        for (Tree item : Trees.list(source, "metadata", "ownerReferences")) {
            MapTree owner = Trees.map(item);
            if (Trees.text(owner, "kind").equals("ApplicationSet")) {
                return "the ApplicationSet " + Problem.quote(Trees.text(owner, "name"));
            }
        }
        LiveObject live = new LiveObject(source);
        return ToolMark.of(live).stream().map(ToolMark::toString).findFirst().orElse("");
    }

    private String kubectl(String verb, MapTree source) {
        return "kubectl " + verb + " " + plural() + "." + group + " " + Trees.text(source, "metadata", "name")
                + " --namespace " + Trees.text(source, "metadata", "namespace");
    }

    private String plural() {
        return switch (this) {
            case APPLICATION -> "applications";
            case KUSTOMIZATION -> "kustomizations";
            case HELM_RELEASE -> "helmreleases";
        };
    }
}
