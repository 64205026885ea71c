package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts merged values right where a merge keeps a default that what the user says replaces, and where the charts take an
 * empty text, or a zero, for nothing.
 */
final class Normalisation {
    private static final String[] HANDLERS = {"httpGet", "tcpSocket", "exec", "grpc"};

    private Normalisation() {}

    static MapTree of(Chart chart, MapTree values, MapTree said) {
        if (chart != Chart.WEBANK) {
            return part(values, said);
        }
        MapTree normal = named(values);
        for (Chart part : HelmMerge.PARTS) {
            if (normal.get(part.alias()) instanceof MapTree section) {
                normal = normal.with(part.alias(), part(section, Trees.map(said, part.alias())));
            }
        }
        return withoutEmpty(normal, "ingress", "className");
    }

    private static MapTree part(MapTree values, MapTree said) {
        MapTree normal = named(values);
        normal = withStrategy(normal, Trees.map(said, "strategy"));
        normal = withProbe(normal, "livenessProbe", said);
        normal = withProbe(normal, "readinessProbe", said);
        normal = withImage(normal);
        if (normal.get("serviceAccount") instanceof MapTree account && !account.has("automount")) {
            // Without a value of its own the field means true.
            normal = normal.with("serviceAccount", account.with("automount", ScalarTree.of(true)));
        }
        normal = withoutEmpty(normal, "service", "loadBalancerIP", "clusterIP");
        normal = withoutEmpty(normal, "ingress", "className");
        normal = withoutEmpty(normal, "database", "secretName");
        return withoutZero(normal, "targetCPUUtilizationPercentage", "targetMemoryUtilizationPercentage");
    }

    /** Checked values as a model takes them: complete, without nulls, and without labels that repeat a selector. */
    static MapTree finished(Chart chart, MapTree values) {
        MapTree finished = withoutNulls(values);
        if (chart != Chart.WEBANK) {
            return finishedPart(finished);
        }
        for (Chart part : HelmMerge.PARTS) {
            finished = finished.with(part.alias(), finishedPart(Trees.map(finished, part.alias())));
        }
        return withCommonAnnotations(finished, "ingress");
    }

    private static MapTree finishedPart(MapTree values) {
        return withoutSelectorLabels(withCommonAnnotations(withCommonAnnotations(values, "service"), "ingress"));
    }

    /** Annotations of a Service and an Ingress stand beside the common ones; labels take their place. */
    private static MapTree withCommonAnnotations(MapTree values, String section) {
        MapTree common = Trees.map(values, "commonAnnotations");
        return common.isEmpty() || !(values.get(section) instanceof MapTree map)
                ? values
                : values.with(section, map.with("annotations", HelmMerge.over(common, Trees.map(map, "annotations"))));
    }

    private static MapTree withoutSelectorLabels(MapTree values) {
        MapTree labels = Trees.map(values, "commonLabels");
        return labels.has(StandardLabels.NAME) || labels.has(StandardLabels.INSTANCE)
                ? values.with(
                        "commonLabels", labels.without(StandardLabels.NAME).without(StandardLabels.INSTANCE))
                : values;
    }

    private static MapTree named(MapTree values) {
        return without(values, "nameOverride", "fullnameOverride", "namespaceOverride");
    }

    /** {@code Recreate} takes no settings of a rolling update, and those of the default are nobody's wish. */
    private static MapTree withStrategy(MapTree values, MapTree said) {
        boolean recreates =
                Section.text(Trees.value(values, "strategy", "type")).equals("Recreate");
        return recreates && !Trees.isSet(said, "rollingUpdate")
                ? Trees.with(values, Trees.map(values, "strategy").without("rollingUpdate"), "strategy")
                : values;
    }

    /** A handler that the user says replaces the default one, which the merge has kept. */
    private static MapTree withProbe(MapTree values, String name, MapTree said) {
        if (!(values.get(name) instanceof MapTree probe)) {
            return values;
        }
        MapTree saidProbe = Trees.map(said, name);
        boolean saysHandler = false;
        for (String handler : HANDLERS) {
            saysHandler |= Trees.isSet(saidProbe, handler);
        }
        return saysHandler && !Trees.isSet(saidProbe, "httpGet") ? values.with(name, probe.without("httpGet")) : values;
    }

    /** The registry of all images, if there is one, wins over an image's own. */
    private static MapTree withImage(MapTree values) {
        if (!(values.get("image") instanceof MapTree image)) {
            return values;
        }
        MapTree normal = without(image, "registry", "tag", "digest");
        String registry = Section.text(Trees.value(values, "global", "imageRegistry"));
        if (!registry.isEmpty()) {
            normal = normal.with("registry", registry);
        }
        return values.with("image", normal);
    }

    private static MapTree withoutZero(MapTree values, String... keys) {
        MapTree normal = values;
        for (String key : keys) {
            if (Section.number(Trees.value(normal, "autoscaling", key)) == 0) {
                normal = Trees.with(normal, Trees.map(normal, "autoscaling").without(key), "autoscaling");
            }
        }
        return normal;
    }

    private static MapTree withoutEmpty(MapTree values, String section, String... keys) {
        return values.get(section) instanceof MapTree map ? values.with(section, without(map, keys)) : values;
    }

    private static MapTree without(MapTree map, String... keys) {
        MapTree normal = map;
        for (String key : keys) {
            if (normal.get(key) instanceof ScalarTree scalar
                    && scalar.isString()
                    && scalar.text().isEmpty()) {
                normal = normal.without(key);
            }
        }
        return normal;
    }

    /** A tree without the nulls in its maps, at any depth; a null says nothing in a manifest. */
    static Tree withoutNulls(Tree tree) {
        if (tree instanceof MapTree map) {
            return withoutNulls(map);
        }
        if (tree instanceof ListTree list) {
            List<Tree> changed = null;
            for (int i = 0; i < list.size(); i++) {
                Tree item = withoutNulls(list.get(i));
                if (item != list.get(i)) {
                    changed = changed == null ? new ArrayList<>(list.items()) : changed;
                    changed.set(i, item);
                }
            }
            return changed == null ? list : ListTree.of(changed);
        }
        return tree;
    }

    static MapTree withoutNulls(MapTree map) {
        MapTree.@Nullable Builder kept = null;
        for (int i = 0; i < map.size(); i++) {
            Tree value = map.valueAt(i);
            Tree without = withoutNulls(value);
            if (kept == null && (without != value || Trees.isNull(value))) {
                kept = MapTree.builder(map.size());
                for (int j = 0; j < i; j++) {
                    kept.put(map.keyAt(j), map.valueAt(j));
                }
            }
            if (kept != null && !Trees.isNull(value)) {
                kept.put(map.keyAt(i), without);
            }
        }
        return kept == null ? map : kept.build();
    }
}
