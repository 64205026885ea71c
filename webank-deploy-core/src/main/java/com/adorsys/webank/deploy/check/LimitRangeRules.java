package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** The rules between the amounts of a LimitRange. */
final class LimitRangeRules {
    /** Each amount is at most those behind it. */
    private static final String[] ASCENDING = {"min", "defaultRequest", "default", "max"};

    private LimitRangeRules() {}

    static void check(MapTree spec, Report report) {
        ListTree limits = Trees.list(spec, "limits");
        Set<String> types = new HashSet<>();
        for (int i = 0; i < limits.size(); i++) {
            MapTree limit = Trees.map(limits, i);
            String type = Trees.text(limit, "type");
            String path = "spec.limits[" + i + "]";
            if (!type.isEmpty() && !types.add(type)) {
                report.error(
                        ProblemCodes.DUPLICATE,
                        path + ".type",
                        "two limits are of type " + Problem.quote(type),
                        "make one of them");
            }
            if (type.equals("Pod")) {
                notForPods(limit, "default", path, report);
                notForPods(limit, "defaultRequest", path, report);
            }
            for (int lower = 0; lower < ASCENDING.length; lower++) {
                for (int upper = lower + 1; upper < ASCENDING.length; upper++) {
                    checkOrder(limit, ASCENDING[lower], ASCENDING[upper], path, report);
                }
            }
        }
    }

    private static void notForPods(MapTree limit, String key, String path, Report report) {
        if (!Trees.map(limit, key).isEmpty()) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    path + "." + key,
                    "`" + key + "` cannot be set with `type: Pod`",
                    "write it with `type: Container`");
        }
    }

    private static void checkOrder(MapTree limit, String lower, String upper, String path, Report report) {
        MapTree lowers = Trees.map(limit, lower);
        MapTree uppers = Trees.map(limit, upper);
        for (String name : lowers.keys()) {
            BigDecimal low = CountedResource.quantity(lowers.get(name));
            BigDecimal high = CountedResource.quantity(uppers.get(name));
            if (low != null && high != null && low.compareTo(high) > 0) {
                report.error(
                        ProblemCodes.OUT_OF_RANGE,
                        TreePath.child(path + "." + lower, name),
                        "`" + lower + "` of " + name + " is " + Problem.quote(CountedResource.text(name, low))
                                + ", more than `" + upper + "`, which is "
                                + Problem.quote(CountedResource.text(name, high)),
                        "lower it, or raise `" + upper + "`");
            }
        }
    }
}
