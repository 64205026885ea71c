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
 * Corrects merged values: removes defaults that the user's values replace but a merge keeps, and empty texts and zeros
 * that the charts treat as unset.
 */
final class Normalisation {
    private static final ScalarTree EMPTY = ScalarTree.of("");

    private static final String[] HANDLERS = {"httpGet", "tcpSocket", "exec", "grpc"};

    private Normalisation() {}

    static MapTree of(Chart chart, MapTree values, MapTree userValues) {
        if (chart != Chart.WEBANK) {
            return part(values, userValues);
        }
        MapTree normal = named(values);
        for (Chart part : HelmMerge.PARTS) {
            if (normal.get(part.alias()) instanceof MapTree section) {
                normal = normal.with(part.alias(), part(section, Trees.map(userValues, part.alias())));
            }
        }
        return withoutEmpty(normal, "ingress", "className");
    }

    private static MapTree part(MapTree values, MapTree userValues) {
        MapTree normal = named(values);
        normal = withStrategy(normal, Trees.map(userValues, "strategy"));
        normal = withProbe(normal, "livenessProbe", userValues);
        normal = withProbe(normal, "readinessProbe", userValues);
        normal = withImage(normal);
        if (normal.get("serviceAccount") instanceof MapTree account && !account.has("automount")) {
            // A missing field means true.
            normal = normal.with("serviceAccount", account.with("automount", ScalarTree.of(true)));
        }
        normal = withoutEmpty(normal, "service", "loadBalancerIP", "clusterIP");
        normal = withoutEmpty(normal, "ingress", "className");
        normal = withoutEmpty(normal, "database", "secretName");
        return withoutZero(normal, "targetCPUUtilizationPercentage", "targetMemoryUtilizationPercentage");
    }

    /** Prepares checked values for the model: complete, without nulls, and without labels that repeat a selector. */
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

    /**
     * Adds the common annotations to those of a Service or an Ingress; labels replace the common ones. As in the
     * charts, an empty annotation does not replace a common one.
     */
    private static MapTree withCommonAnnotations(MapTree values, String section) {
        MapTree common = Trees.map(values, "commonAnnotations");
        if (common.isEmpty() || !(values.get(section) instanceof MapTree map)) {
            return values;
        }
        MapTree own = Trees.map(map, "annotations");
        for (String key : own.keys()) {
            if (common.has(key) && own.at(key).filter(EMPTY::equals).isPresent()) {
                own = own.without(key);
            }
        }
        return values.with(section, map.with("annotations", HelmMerge.over(common, own)));
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

    /** {@code Recreate} does not allow settings of a rolling update, so those of the default are removed. */
    private static MapTree withStrategy(MapTree values, MapTree userValues) {
        boolean recreates =
                Section.text(Trees.value(values, "strategy", "type")).equals("Recreate");
        return recreates && !Trees.isSet(userValues, "rollingUpdate")
                ? Trees.with(values, Trees.map(values, "strategy").without("rollingUpdate"), "strategy")
                : values;
    }

    /** A handler that the user sets replaces the default one, which the merge kept. */
    private static MapTree withProbe(MapTree values, String name, MapTree userValues) {
        if (!(values.get(name) instanceof MapTree probe)) {
            return values;
        }
        MapTree userProbe = Trees.map(userValues, name);
        boolean userSetsHandler = false;
        for (String handler : HANDLERS) {
            userSetsHandler |= Trees.isSet(userProbe, handler);
        }
        return userSetsHandler && !Trees.isSet(userProbe, "httpGet")
                ? values.with(name, probe.without("httpGet"))
                : values;
    }

    /** The global registry, if there is one, overrides the registry of an image. */
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

    /** A copy of a tree without the nulls in its maps, at any depth, since a null has no meaning in a manifest. */
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
