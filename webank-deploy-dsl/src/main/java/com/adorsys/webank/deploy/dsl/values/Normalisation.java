package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
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
                normal = normal.with(part.alias(), part(section, map(said, part.alias())));
            }
        }
        return withoutEmpty(normal, "ingress", "className");
    }

    private static MapTree part(MapTree values, MapTree said) {
        MapTree normal = named(values);
        normal = withStrategy(normal, map(said, "strategy"));
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
            finished = finished.with(part.alias(), finishedPart(map(finished, part.alias())));
        }
        return withCommonAnnotations(finished, "ingress");
    }

    private static MapTree finishedPart(MapTree values) {
        return withoutSelectorLabels(withCommonAnnotations(withCommonAnnotations(values, "service"), "ingress"));
    }

    /** Annotations of a Service and an Ingress stand beside the common ones; labels take their place. */
    private static MapTree withCommonAnnotations(MapTree values, String section) {
        MapTree common = map(values, "commonAnnotations");
        return common.isEmpty() || !(values.get(section) instanceof MapTree map)
                ? values
                : values.with(section, map.with("annotations", HelmMerge.over(common, map(map, "annotations"))));
    }

    private static MapTree withoutSelectorLabels(MapTree values) {
        MapTree labels = map(values, "commonLabels");
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
        return values.get("strategy") instanceof MapTree strategy
                        && Section.text(strategy.get("type")).equals("Recreate")
                        && !isSaid(said, "rollingUpdate")
                ? values.with("strategy", strategy.without("rollingUpdate"))
                : values;
    }

    /** A handler that the user says replaces the default one, which the merge has kept. */
    private static MapTree withProbe(MapTree values, String name, MapTree said) {
        if (!(values.get(name) instanceof MapTree probe)) {
            return values;
        }
        MapTree saidProbe = map(said, name);
        boolean saysHandler = false;
        for (String handler : HANDLERS) {
            saysHandler |= isSaid(saidProbe, handler);
        }
        return saysHandler && !isSaid(saidProbe, "httpGet") ? values.with(name, probe.without("httpGet")) : values;
    }

    /** The registry of all images, if there is one, wins over an image's own. */
    private static MapTree withImage(MapTree values) {
        if (!(values.get("image") instanceof MapTree image)) {
            return values;
        }
        MapTree normal = without(image, "registry", "tag", "digest");
        if (values.get("global") instanceof MapTree global
                && !Section.text(global.get("imageRegistry")).isEmpty()) {
            normal = normal.with("registry", Section.text(global.get("imageRegistry")));
        }
        return values.with("image", normal);
    }

    private static MapTree withoutZero(MapTree values, String... keys) {
        if (!(values.get("autoscaling") instanceof MapTree autoscaling)) {
            return values;
        }
        MapTree normal = autoscaling;
        for (String key : keys) {
            if (Section.number(normal.get(key)) == 0) {
                normal = normal.without(key);
            }
        }
        return values.with("autoscaling", normal);
    }

    private static MapTree withoutEmpty(MapTree values, String section, String... keys) {
        if (!(values.get(section) instanceof MapTree map)) {
            return values;
        }
        MapTree normal = without(map, keys);
        return values.with(section, normal);
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

    private static MapTree map(MapTree map, String key) {
        return map.get(key) instanceof MapTree inner ? inner : MapTree.of();
    }

    private static boolean isSaid(MapTree said, String key) {
        Tree value = said.get(key);
        return value != null && !HelmMerge.isNull(value);
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
            if (kept == null && (without != value || HelmMerge.isNull(value))) {
                kept = MapTree.builder(map.size());
                for (int j = 0; j < i; j++) {
                    kept.put(map.keyAt(j), map.valueAt(j));
                }
            }
            if (kept != null && !HelmMerge.isNull(value)) {
                kept.put(map.keyAt(i), without);
            }
        }
        return kept == null ? map : kept.build();
    }
}
