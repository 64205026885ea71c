package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The defaults and maximums that the LimitRanges of a namespace have for containers.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">Limit Ranges</a>
 */
final class ContainerLimits {
    private final List<MapTree> items;

    private ContainerLimits(List<MapTree> items) {
        this.items = items;
    }

    /** Those of LimitRanges. */
    static ContainerLimits of(List<Manifest> ranges) {
        List<MapTree> items = new ArrayList<>();
        for (Manifest range : ranges) {
            ListTree limits = Trees.list(range.tree(), "spec", "limits");
            for (int i = 0; i < limits.size(); i++) {
                MapTree item = Trees.map(limits, i);
                if (Trees.text(item, "type").equals("Container")) {
                    items.add(item);
                }
            }
        }
        return new ContainerLimits(items);
    }

    /** The amount of a pod: of its containers together, or of the init container that needs the most. */
    BigDecimal amount(Pods pods, CountedResource counted) {
        BigDecimal ofPod = counted.ofPod(pods);
        if (ofPod != null) {
            return ofPod;
        }
        BigDecimal sidecars = BigDecimal.ZERO;
        BigDecimal peak = BigDecimal.ZERO;
        ListTree init = Trees.list(pods.spec(), "initContainers");
        for (int i = 0; i < init.size(); i++) {
            MapTree container = Trees.map(init, i);
            BigDecimal running = sidecars.add(orZero(amount(container, counted)));
            peak = peak.max(running);
            sidecars = Trees.text(container, "restartPolicy").equals("Always") ? running : sidecars;
        }
        BigDecimal sum = sidecars;
        ListTree containers = Trees.list(pods.spec(), "containers");
        for (int i = 0; i < containers.size(); i++) {
            sum = sum.add(orZero(amount(Trees.map(containers, i), counted)));
        }
        return sum.max(peak);
    }

    /** The amount of a container, or else the default; null if there is none. */
    @Nullable
    BigDecimal amount(MapTree container, CountedResource counted) {
        BigDecimal own = counted.in(Trees.map(container, "resources"));
        if (own != null) {
            return own;
        }
        String[] defaults = counted.part().equals("limits")
                ? new String[] {"default", "max"}
                : new String[] {"defaultRequest", "default", "max", "min"};
        for (MapTree item : items) {
            for (String part : defaults) {
                BigDecimal amount = CountedResource.quantity(Trees.value(item, part, counted.name()));
                if (amount != null) {
                    return amount;
                }
            }
        }
        return null;
    }

    /** Reports what Kubernetes refuses in a container. */
    void check(Pods.Container container, Report report) {
        for (MapTree item : items) {
            for (String name : Trees.map(item, "max").keys()) {
                BigDecimal most = CountedResource.quantity(Trees.value(item, "max", name));
                BigDecimal limit = amount(container.tree(), new CountedResource("limits", name));
                if (most != null && limit != null && limit.compareTo(most) > 0) {
                    exceeded(container, "limit " + text(name, limit), "the maximum " + text(name, most), report);
                }
            }
            for (String name : Trees.map(item, "default").keys()) {
                BigDecimal request = amount(container.tree(), new CountedResource("requests", name));
                BigDecimal limit = amount(container.tree(), new CountedResource("limits", name));
                if (request != null && limit != null && request.compareTo(limit) > 0) {
                    exceeded(container, "request " + text(name, request), "the limit " + text(name, limit), report);
                }
            }
        }
    }

    private static String text(String name, BigDecimal amount) {
        return "of " + name + ", `" + CountedResource.text(name, amount) + "`,";
    }

    private static void exceeded(Pods.Container container, String amount, String bound, Report report) {
        report.error(
                ProblemCodes.LIMIT_RANGE_EXCEEDED,
                container.path("resources"),
                "the container `" + container.name()
                        + "` does not fit the LimitRange, so Kubernetes refuses its pods: its " + amount
                        + " is higher than " + bound.substring(0, bound.length() - 1),
                "lower it, or raise that of the LimitRange");
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
