package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the objects of Kubernetes' own kinds have quantities. The server compares what is applied with what it has before
 * it reads either: {@code 1000m} against its own {@code 1} is a conflict with whoever wrote {@code 1000m} before.
 */
final class Quantities {
    /** A path to quantities; {@code *} stands for every entry of a map or list. */
    private record Place(List<String> path, int scale) {}

    /** Amounts in lists of resources are rounded up to a thousandth, all others to a billionth. */
    private static final int RESOURCE = 3;

    private static final int ANY = 9;

    private static final Map<String, List<Place>> PLACES = Map.ofEntries(
            Map.entry("v1/Pod", pods("spec")),
            Map.entry("v1/PodTemplate", pods("template.spec")),
            Map.entry("v1/ReplicationController", pods("spec.template.spec")),
            Map.entry("apps/v1/Deployment", pods("spec.template.spec")),
            Map.entry("apps/v1/ReplicaSet", pods("spec.template.spec")),
            Map.entry("apps/v1/DaemonSet", pods("spec.template.spec")),
            Map.entry(
                    "apps/v1/StatefulSet",
                    and(pods("spec.template.spec"), resources("spec.volumeClaimTemplates.*.spec.resources"))),
            Map.entry("batch/v1/Job", pods("spec.template.spec")),
            Map.entry("batch/v1/CronJob", pods("spec.jobTemplate.spec.template.spec")),
            Map.entry("v1/PersistentVolumeClaim", resources("spec.resources")),
            Map.entry("v1/PersistentVolume", List.of(place("spec.capacity.*", RESOURCE))),
            Map.entry("v1/ResourceQuota", List.of(place("spec.hard.*", RESOURCE))),
            Map.entry("v1/LimitRange", limits()),
            Map.entry("node.k8s.io/v1/RuntimeClass", List.of(place("overhead.podFixed.*", ANY))),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", autoscaler()));

    private Quantities() {}

    /** The object with every quantity as the server writes it; the object itself if it is so already. */
    static MapTree canonical(MapTree object, String kind) {
        MapTree canonical = object;
        for (Place place : PLACES.getOrDefault(kind, List.of())) {
            canonical = TreeEdit.edit(
                    canonical,
                    place.path,
                    tree -> tree instanceof ScalarTree scalar ? canonical(scalar, place.scale) : tree);
        }
        return canonical;
    }

    private static Tree canonical(ScalarTree scalar, int scale) {
        String text = switch (scalar.kind()) {
            case STRING, INTEGER -> scalar.text();
            case FLOAT -> plain(scalar.text());
            case BOOLEAN, NULL -> "";
        };
        if (text.isEmpty()) {
            return scalar;
        }
        String canonical = CanonicalQuantity.of(text, scale);
        return scalar.isString() && canonical.equals(scalar.text()) ? scalar : ScalarTree.of(canonical);
    }

    /** A number of JSON without an exponent, which in a quantity would be a way to write it. */
    private static String plain(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            return Math.abs((long) value.scale()) > 30
                    ? ""
                    : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private static Place place(String path, int scale) {
        return new Place(TreeEdit.path(path), scale);
    }

    private static List<Place> resources(String path) {
        return List.of(place(path + ".limits.*", RESOURCE), place(path + ".requests.*", RESOURCE));
    }

    private static List<Place> pods(String spec) {
        List<Place> places = new ArrayList<>();
        for (String containers : List.of("containers", "initContainers", "ephemeralContainers")) {
            String container = spec + "." + containers + ".*";
            places.addAll(resources(container + ".resources"));
            places.add(place(container + ".env.*.valueFrom.resourceFieldRef.divisor", ANY));
        }
        String volume = spec + ".volumes.*";
        places.add(place(volume + ".emptyDir.sizeLimit", ANY));
        places.add(place(volume + ".downwardAPI.items.*.resourceFieldRef.divisor", ANY));
        places.add(place(volume + ".projected.sources.*.downwardAPI.items.*.resourceFieldRef.divisor", ANY));
        places.addAll(resources(volume + ".ephemeral.volumeClaimTemplate.spec.resources"));
        places.addAll(resources(spec + ".resources"));
        places.add(place(spec + ".overhead.*", RESOURCE));
        return List.copyOf(places);
    }

    private static List<Place> limits() {
        List<Place> places = new ArrayList<>();
        for (String limit : List.of("max", "min", "default", "defaultRequest", "maxLimitRequestRatio")) {
            places.add(place("spec.limits.*." + limit + ".*", RESOURCE));
        }
        return List.copyOf(places);
    }

    private static List<Place> autoscaler() {
        List<Place> places = new ArrayList<>();
        for (String source : List.of("resource", "containerResource", "pods", "object", "external")) {
            for (String value : List.of("value", "averageValue")) {
                places.add(place("spec.metrics.*." + source + ".target." + value, ANY));
            }
        }
        places.add(place("spec.behavior.scaleUp.tolerance", ANY));
        places.add(place("spec.behavior.scaleDown.tolerance", ANY));
        return List.copyOf(places);
    }

    private static List<Place> and(List<Place> some, List<Place> more) {
        List<Place> places = new ArrayList<>(some);
        places.addAll(more);
        return List.copyOf(places);
    }
}
