package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Collections;
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
        Parent parent = Parent.of(source, this);
        String off = this == APPLICATION
                ? "switch automated sync off (`" + patch(source, "{\"spec\":{\"syncPolicy\":{\"automated\":null}}}")
                        + "`)"
                : "suspend it (`" + patch(source, "{\"spec\":{\"suspend\":true}}") + "`)";
        return parent.undoes() ? off + ", and in " + parent.text() + ", which would change it back" : off;
    }

    /** How to delete it without its objects. */
    String removal(MapTree source) {
        String delete = "`" + kubectl("delete", source) + "`";
        if (this != APPLICATION) {
            return after(source, "delete it while it is suspended, which leaves its objects (" + delete + ")");
        }
        boolean cascades = false;
        for (Tree finalizer : Trees.list(source, "metadata", "finalizers")) {
            cascades |= Trees.text(finalizer).startsWith(RESOURCES_FINALIZER);
        }
        return cascades
                ? "delete it without its objects (`" + patch(source, "{\"metadata\":{\"finalizers\":null}}")
                        + "`, then " + after(source, delete) + ")"
                : after(source, "delete it (" + delete + ")");
    }

    /** What is done to a source, once nothing would create it again. */
    private String after(MapTree source, String what) {
        Parent parent = Parent.of(source, this);
        return parent.text().isEmpty()
                ? what
                : "remove it from " + parent.text() + ", which would create it again, then " + what;
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

    /**
     * The object that makes a source.
     *
     * @param text what it is; empty if none is known
     * @param undoes whether it would switch the source on again
     */
    private record Parent(String text, boolean undoes) {
        private static final MapTree SUSPEND = MapTree.of("spec", MapTree.of("suspend", ""));

        static Parent of(MapTree source, ToolSource kind) {
            for (Tree item : Trees.list(source, "metadata", "ownerReferences")) {
                MapTree owner = Trees.map(item);
                if (Trees.text(owner, "kind").equals("ApplicationSet")) {
                    return new Parent("the ApplicationSet " + Problem.quote(Trees.text(owner, "name")), true);
                }
            }
            LiveObject live = new LiveObject(source);
            return ToolMark.of(live).stream()
                    .findFirst()
                    .map(mark -> new Parent(mark.toString(), kind == APPLICATION || isSuspending(mark, live)))
                    .orElse(new Parent("", false));
        }

        private static boolean isSuspending(ToolMark mark, LiveObject live) {
            return !Collections.disjoint(live.managers(SUSPEND), mark.managers(live));
        }
    }

    /**
     * The command that changes a source.
     *
     * <p>Flux undoes in its own objects, too, what a manager has set whose name begins with {@code kubectl}: see "Suspending
     * and resuming" in <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/">Kustomizations</a>.
     */
    private String patch(MapTree source, String change) {
        return kubectl("patch", source) + (this == APPLICATION ? "" : " --field-manager flux-client-side-apply")
                + " --type merge --patch '" + change + "'";
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
