package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.math.BigDecimal;

/** The rules between the requests and limits of a container, or of a whole pod. */
final class ResourceRules {
    private ResourceRules() {}

    static void check(MapTree resources, String path, Report report) {
        MapTree requests = Trees.map(resources, "requests");
        MapTree limits = Trees.map(resources, "limits");
        for (String name : requests.keys()) {
            BigDecimal request = CountedResource.quantity(requests.get(name));
            BigDecimal limit = CountedResource.quantity(limits.get(name));
            if (request == null) {
                continue;
            }
            String place = TreePath.child(path + ".requests", name);
            if (limit == null) {
                if (!isOvercommitted(name) && !Trees.isSet(limits, name)) {
                    report.error(
                            ProblemCodes.MISSING_KEY,
                            TreePath.child(path + ".limits", name),
                            "there is a request of " + Problem.quote(name) + " without a limit",
                            "write the same amount as a limit");
                }
            } else if (!isOvercommitted(name) && request.compareTo(limit) != 0) {
                report.error(
                        ProblemCodes.OUT_OF_RANGE,
                        place,
                        amounts(name, requests, limits, "which is not the limit"),
                        "write the same amount twice: this resource cannot be overcommitted");
            } else if (request.compareTo(limit) > 0) {
                report.error(
                        ProblemCodes.OUT_OF_RANGE,
                        place,
                        amounts(name, requests, limits, "more than the limit"),
                        "lower it, or raise the limit");
            }
        }
        checkFractions(requests, path + ".requests", report);
        checkFractions(limits, path + ".limits", report);
        checkWholeNumbers(requests, path + ".requests", report);
        checkWholeNumbers(limits, path + ".limits", report);
        if (hasHugePages(requests) || hasHugePages(limits)) {
            checkHugePages(requests, limits, path, report);
        }
    }

    private static String amounts(String name, MapTree requests, MapTree limits, String relation) {
        return "the request of " + name + " is " + shown(requests, name) + ", " + relation + ", " + shown(limits, name);
    }

    private static String shown(MapTree amounts, String name) {
        BigDecimal amount = CountedResource.quantity(amounts.get(name));
        return amount == null ? "nothing" : "`" + CountedResource.text(name, amount) + "`";
    }

    /** Whether more of a resource can be promised than there is, as of CPU and memory. */
    private static boolean isOvercommitted(String name) {
        boolean isNative = name.indexOf('/') < 0 || name.contains("kubernetes.io/");
        return isNative && !name.startsWith("hugepages-");
    }

    /** Fractions of bytes, of which the API server warns. Most are a unit that was meant for CPU. */
    private static void checkFractions(MapTree amounts, String path, Report report) {
        for (String name : new String[] {"memory", "ephemeral-storage"}) {
            BigDecimal bytes = CountedResource.quantity(amounts.get(name));
            if (bytes != null && bytes.stripTrailingZeros().scale() > 0) {
                report.warning(
                        ProblemCodes.QUANTITY_FRACTION,
                        TreePath.child(path, name),
                        "the amount of " + name + ", " + Problem.quote(Trees.text(amounts, name))
                                + ", is not a whole number of bytes",
                        "write a unit of bytes, as in `512Mi`");
            }
        }
    }

    /** Whole numbers of what is not native, such as GPUs. */
    private static void checkWholeNumbers(MapTree amounts, String path, Report report) {
        for (String name : amounts.keys()) {
            BigDecimal amount = CountedResource.quantity(amounts.get(name));
            boolean isWhole = amount == null || amount.stripTrailingZeros().scale() <= 0;
            if (!isWhole && !isOvercommitted(name) && !name.startsWith("hugepages-")) {
                report.error(
                        ProblemCodes.OUT_OF_RANGE,
                        TreePath.child(path, name),
                        "the amount of " + Problem.quote(name) + " is not a whole number",
                        "write a whole number");
            }
        }
    }

    private static boolean hasHugePages(MapTree amounts) {
        for (String name : amounts.keys()) {
            if (name.startsWith("hugepages-")) {
                return true;
            }
        }
        return false;
    }

    private static void checkHugePages(MapTree requests, MapTree limits, String path, Report report) {
        if (!requests.has("cpu") && !requests.has("memory") && !limits.has("cpu") && !limits.has("memory")) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    path,
                    "there are huge pages, but neither CPU nor memory",
                    "write a request or limit of `cpu` or `memory`");
        }
    }
}
