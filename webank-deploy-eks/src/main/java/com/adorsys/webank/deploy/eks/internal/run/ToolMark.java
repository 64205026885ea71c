package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.fields.FieldOwner;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The source of Argo CD or Flux that an object says it is deployed by, by its labels and annotations.
 *
 * @param source of which kind the source is
 * @param namespace the source's namespace; empty if the object does not say it
 * @param name the source's name
 * @param fields the labels and annotations that say so
 */
record ToolMark(ToolSource source, String namespace, String name, FieldSet fields) {
    private static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";
    private static final String INSTALLATION_ID = "argocd.argoproj.io/installation-id";
    private static final String OWN_INSTANCE = "argocd.argoproj.io/instance";
    /** The label that Argo CD uses by default if it tracks by label; many others use it too. */
    private static final String INSTANCE = "app.kubernetes.io/instance";

    /** What an object says, Argo CD first. */
    static List<ToolMark> of(LiveObject live) {
        List<ToolMark> marks = new ArrayList<>();
        String application = application(live);
        if (!application.isEmpty()) {
            // An Application outside of Argo CD's own namespace is called by both.
            int end = application.indexOf('_');
            MapTree.Builder annotations = MapTree.builder();
            MapTree.Builder labels = MapTree.builder();
            put(annotations, TRACKING_ID, live.annotation(TRACKING_ID));
            put(annotations, INSTALLATION_ID, live.annotation(INSTALLATION_ID));
            put(labels, OWN_INSTANCE, live.label(OWN_INSTANCE));
            put(labels, INSTANCE, live.label(INSTANCE).equals(application) ? application : "");
            marks.add(new ToolMark(
                    ToolSource.APPLICATION,
                    end < 0 ? "" : application.substring(0, end),
                    application.substring(end + 1),
                    fields(labels.build(), annotations.build())));
        }
        for (ToolSource source : List.of(ToolSource.KUSTOMIZATION, ToolSource.HELM_RELEASE)) {
            String name = live.label(source.group() + "/name");
            if (!name.isEmpty()) {
                String namespace = live.label(source.group() + "/namespace");
                MapTree.Builder labels = MapTree.builder();
                put(labels, source.group() + "/name", name);
                put(labels, source.group() + "/namespace", namespace);
                marks.add(new ToolMark(source, namespace, name, fields(labels.build(), MapTree.of())));
            }
        }
        return List.copyOf(marks);
    }

    /** The Application that tracks an object; empty if none. */
    private static String application(LiveObject live) {
        String id = live.annotation(TRACKING_ID);
        String kind = Trees.text(live.tree(), "kind");
        String name = Trees.text(live.tree(), "metadata", "name");
        int end = id.indexOf(':');
        // Controllers copy annotations to the objects that they make: the id says which object it is of.
        if (end > 0 && id.contains("/" + kind + ":") && id.endsWith("/" + name)) {
            return id.substring(0, end);
        }
        String own = live.label(OWN_INSTANCE);
        String instance = live.label(INSTANCE);
        if (!own.isEmpty() || instance.isEmpty()) {
            return own;
        }
        MapTree labelled = MapTree.of("metadata", MapTree.of("labels", MapTree.of(INSTANCE, instance)));
        return live.owners(labelled).stream().anyMatch(owner -> HandOver.ARGO_CD.contains(owner.manager()))
                ? instance
                : "";
    }

    private static void put(MapTree.Builder map, String key, String value) {
        if (!value.isEmpty()) {
            map.put("f:" + key, MapTree.of());
        }
    }

    private static FieldSet fields(MapTree labels, MapTree annotations) {
        return FieldSet.of(MapTree.of(
                "f:metadata",
                MapTree.builder()
                        .putUnlessEmpty("f:labels", labels)
                        .putUnlessEmpty("f:annotations", annotations)
                        .build()));
    }

    boolean is(TakeOver takeOver) {
        return takeOver.tool() == source.tool()
                && takeOver.name().equals(name)
                && (takeOver.namespace().isEmpty()
                        || namespace.isEmpty()
                        || takeOver.namespace().equals(namespace));
    }

    /** Whether it says that a source of its kind is meant, by its namespace and name. */
    boolean names(String sourceNamespace, String sourceName) {
        return sourceName.equals(name) && (namespace.isEmpty() || namespace.equals(sourceNamespace));
    }

    /** The managers through which the source writes an object: the tool's, and whoever set the labels and annotations. */
    Set<String> managers(LiveObject live) {
        Set<String> managers = new TreeSet<>(source.managers());
        for (FieldOwner owner : live.others(Set.of()).holding(fields, MapTree.of())) {
            managers.add(owner.manager());
        }
        return managers;
    }

    /** The option that takes it over: {@code --take-over argocd:shop}. */
    String option() {
        return "--take-over " + source.prefix() + ":" + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    /** {@code the Argo CD Application `argocd/shop`}. */
    @Override
    public String toString() {
        return source.text() + " " + Problem.quote((namespace.isEmpty() ? "" : namespace + "/") + name);
    }
}
