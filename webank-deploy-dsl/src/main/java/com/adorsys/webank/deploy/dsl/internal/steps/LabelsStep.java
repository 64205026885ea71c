package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.Metadata;
import com.adorsys.webank.deploy.dsl.internal.PodPath;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Map;

/** Replaces the labels of the charts. */
final class LabelsStep extends LibraryStep {
    private static final String[] LABELS = {"metadata", "labels"};

    LabelsStep() {
        super(
                "labels",
                Phase.RELEASE,
                ChangeClass.ROLL_OUT,
                "labels name what runs and what manages it: this library instead of a chart version",
                KUBERNETES + "concepts/overview/working-with-objects/common-labels/");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        String version = version(part);
        Map<String, String> common =
                part.component().isPresent() ? part.component().get().labels() : Map.of();
        return part.edit(object ->
                labelled(labelled(object, version, Map.of(), LABELS), version, common, PodPath.of(object, LABELS)));
    }

    private static MapTree labelled(MapTree object, String version, Map<String, String> common, String... path) {
        return Trees.edit(object, labels -> own(labels, version, common), path);
    }

    private static MapTree own(MapTree labels, String version, Map<String, String> common) {
        MapTree.Builder own = MapTree.builder(labels.size() + 2);
        for (int i = 0; i < labels.size(); i++) {
            String key = labels.keyAt(i);
            Tree value = labels.valueAt(i);
            switch (key) {
                case StandardLabels.CHART, StandardLabels.VERSION -> {}
                case StandardLabels.MANAGED_BY -> own.put(key, "webank-deploy");
                case StandardLabels.NAME -> {
                    own.put(key, value);
                    own.put(StandardLabels.PART_OF, "webank");
                    if (!version.isEmpty()) {
                        own.put(StandardLabels.VERSION, version);
                    }
                }
                default -> own.put(key, value);
            }
        }
        return Metadata.merged(own.build(), common);
    }

    private static String version(ReleasePart part) {
        if (part.component().isEmpty()) {
            return "";
        }
        Image image = part.component().get().image();
        String tag = image.digest().isPresent() ? "" : image.tag().orElse("");
        return Names.labelValue(tag).isEmpty() ? tag : "";
    }
}
