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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
        Replacement objects = new Replacement(version, Map.of());
        Replacement pods = common.isEmpty() ? objects : new Replacement(version, common);
        return part.edit(new Edit(objects, pods));
    }

    private static String version(ReleasePart part) {
        if (part.component().isEmpty()) {
            return "";
        }
        Image image = part.component().get().image();
        String tag = image.digest().isPresent() ? "" : image.tag().orElse("");
        return Names.labelValue(tag).isEmpty() ? tag : "";
    }

    private record Edit(Replacement objects, Replacement pods) implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree object) {
            return Trees.edit(Trees.edit(object, objects, LABELS), pods, PodPath.labels(object));
        }
    }

    /** Replaces labels. Many objects of a part share theirs, which are then replaced once. */
    private static final class Replacement implements UnaryOperator<MapTree> {
        private final String version;
        private final Map<String, String> common;
        private @Nullable Tree last;
        private MapTree replaced = MapTree.of();

        Replacement(String version, Map<String, String> common) {
            this.version = version;
            this.common = common;
        }

        @Override
        public MapTree apply(MapTree labels) {
            Tree next = labels;
            if (last != next) {
                last = next;
                replaced = Metadata.merged(own(labels), common);
            }
            return replaced;
        }

        private MapTree own(MapTree labels) {
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
            return own.build();
        }
    }
}
