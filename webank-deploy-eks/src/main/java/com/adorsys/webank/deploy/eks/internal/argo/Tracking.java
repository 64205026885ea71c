package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How Argo CD knows which objects belong to an Application.
 *
 * @param label the key of the label that names the Application; empty if labels do not count
 * @param byAnnotation whether the annotation counts that names the Application and the object
 */
record Tracking(String label, boolean byAnnotation) {
    private static final String ID = "argocd.argoproj.io/tracking-id";
    /** Annotations that are there beside it, or that applying by the client leaves behind. */
    private static final List<String> BESIDE =
            List.of("argocd.argoproj.io/installation-id", "kubectl.kubernetes.io/last-applied-configuration");

    /**
     * What {@code argocd-cm} says. If it names no method, the objects tell: the default is by label up to Argo CD 2.14, and by
     * annotation from 3.0 on.
     *
     * @param data of {@code argocd-cm}
     * @param live the objects of the Application
     */
    static Tracking of(MapTree data, Collection<MapTree> live) {
        String key = Trees.text(data, "application.instanceLabelKey");
        String label = key.isEmpty() ? "app.kubernetes.io/instance" : key;
        return switch (Trees.text(data, "application.resourceTrackingMethod")) {
            case "label" -> new Tracking(label, false);
            case "annotation" -> new Tracking("", true);
            case "annotation+label" -> new Tracking(label, true);
            default -> {
                boolean annotated = live.stream()
                        .anyMatch(object -> !mark(object, "annotations", ID).isEmpty());
                yield annotated ? new Tracking("", true) : new Tracking(label, false);
            }
        };
    }

    /** The Application that a live object belongs to; empty if none. */
    String owner(MapTree live) {
        if (byAnnotation) {
            String id = mark(live, "annotations", ID);
            return id.substring(0, Math.max(0, id.indexOf(':')));
        }
        return mark(live, "labels", label);
    }

    /**
     * An object with the marks that Argo CD gives it, whatever the manifest says.
     *
     * @param desired with its namespace
     * @param application the name of the Application
     */
    MapTree marked(MapTree desired, MapTree live, String application) {
        MapTree marked = desired;
        if (!label.isEmpty()) {
            marked = Trees.with(marked, ScalarTree.of(application), "metadata", "labels", label);
        }
        if (byAnnotation) {
            ResourceId id = Manifest.of(desired).id();
            String object = id.group() + "/" + id.kind() + ":" + id.namespace() + "/" + id.name();
            marked = Trees.with(marked, ScalarTree.of(application + ":" + object), "metadata", "annotations", ID);
            // Of an object without a namespace it names one that no manifest has.
            marked = owner(live).equals(application) ? withMark(marked, live, ID) : marked;
        }
        for (String annotation : BESIDE) {
            marked = withMark(marked, live, annotation);
        }
        return marked;
    }

    private static MapTree withMark(MapTree desired, MapTree live, String annotation) {
        Tree value = Trees.value(live, "metadata", "annotations", annotation);
        return value == null ? desired : Trees.with(desired, value, "metadata", "annotations", annotation);
    }

    private static String mark(MapTree live, String map, String key) {
        return Trees.text(live, "metadata", map, key);
    }

    /** {@code by the label `app.kubernetes.io/instance`}. */
    @Override
    public String toString() {
        List<String> marks = new ArrayList<>();
        if (byAnnotation) {
            marks.add("by the annotation `" + ID + "`");
        }
        if (!label.isEmpty()) {
            marks.add("by the label `" + label + "`");
        }
        return String.join(" and ", marks);
    }
}
