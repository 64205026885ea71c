package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.math.BigDecimal;

/** The rules between the requests and limits of a container, or of a whole pod. */
final class ResourceRules {
    private static final String[] BYTES = {"memory", "ephemeral-storage"};
    private static final String HUGE_PAGES = "hugepages-";

    private ResourceRules() {}

    /**
     * Checks what a container or a whole pod requests and is limited to.
     *
     * @param resources its {@code resources}
     */
    static void check(MapTree resources, Place owner, Report report) {
        MapTree requests = Trees.map(resources, "requests");
        MapTree limits = Trees.map(resources, "limits");
        for (int i = 0; i < requests.size(); i++) {
            // Most amounts of memory are written twice, and then nothing is to be compared.
            if (!requests.valueAt(i).equals(limits.get(requests.keyAt(i)))) {
                checkRequest(requests.keyAt(i), requests, limits, owner, report);
            }
        }
        checkFractions(requests, "requests", owner, report);
        checkFractions(limits, "limits", owner, report);
        checkWholeNumbers(requests, "requests", owner, report);
        checkWholeNumbers(limits, "limits", owner, report);
        if (hasHugePages(requests) || hasHugePages(limits)) {
            checkHugePages(requests, limits, owner, report);
        }
    }

    private static void checkRequest(String name, MapTree requests, MapTree limits, Place owner, Report report) {
        BigDecimal request = CountedResource.quantity(requests.get(name));
        if (request == null) {
            return;
        }
        BigDecimal limit = CountedResource.quantity(limits.get(name));
        if (limit == null) {
            if (!isOvercommitted(name) && !Trees.isSet(limits, name)) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        path(owner, "limits", name),
                        "there is a request of " + Problem.quote(name) + " without a limit",
                        "write the same amount as a limit");
            }
        } else if (!isOvercommitted(name) && request.compareTo(limit) != 0) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path(owner, "requests", name),
                    amounts(name, requests, limits, "which is not the limit"),
                    "write the same amount twice: this resource cannot be overcommitted");
        } else if (request.compareTo(limit) > 0) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path(owner, "requests", name),
                    amounts(name, requests, limits, "more than the limit"),
                    "lower it, or raise the limit");
        }
    }

    private static String path(Place owner, String part, String name) {
        return TreePath.child(owner.path("resources." + part), name);
    }

    private static String amounts(String name, MapTree requests, MapTree limits, String relation) {
        return "the request of " + name + " is " + shown(requests, name) + ", " + relation + ", " + shown(limits, name);
    }

    private static String shown(MapTree amounts, String name) {
        return amounts.get(name) instanceof ScalarTree amount ? Problem.quote(amount.text()) : "nothing";
    }

    /** Whether more of a resource can be promised than there is, as of CPU and memory. */
    private static boolean isOvercommitted(String name) {
        boolean isNative = name.indexOf('/') < 0 || name.contains("kubernetes.io/");
        return isNative && !name.startsWith(HUGE_PAGES);
    }

    /** Fractions of bytes, of which the API server warns. Most are a unit that was meant for CPU. */
    private static void checkFractions(MapTree amounts, String part, Place owner, Report report) {
        for (String name : BYTES) {
            if (CountedResource.isFraction(amounts.get(name))) {
                report.warning(
                        ProblemCodes.QUANTITY_FRACTION,
                        path(owner, part, name),
                        "the amount of " + name + ", " + Problem.quote(Trees.text(amounts, name))
                                + ", is not a whole number of bytes",
                        "write a unit of bytes, as in `512Mi`");
            }
        }
    }

    /** Whole numbers of what is not native, such as GPUs. */
    private static void checkWholeNumbers(MapTree amounts, String part, Place owner, Report report) {
        for (int i = 0; i < amounts.size(); i++) {
            String name = amounts.keyAt(i);
            if (!isOvercommitted(name)
                    && !name.startsWith(HUGE_PAGES)
                    && CountedResource.isFraction(amounts.valueAt(i))) {
                report.error(
                        ProblemCodes.OUT_OF_RANGE,
                        path(owner, part, name),
                        "the amount of " + Problem.quote(name) + " is not a whole number",
                        "write a whole number");
            }
        }
    }

    private static boolean hasHugePages(MapTree amounts) {
        for (int i = 0; i < amounts.size(); i++) {
            if (amounts.keyAt(i).startsWith(HUGE_PAGES)) {
                return true;
            }
        }
        return false;
    }

    private static void checkHugePages(MapTree requests, MapTree limits, Place owner, Report report) {
        if (!requests.has("cpu") && !requests.has("memory") && !limits.has("cpu") && !limits.has("memory")) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    owner.path("resources"),
                    "there are huge pages, but neither CPU nor memory",
                    "write a request or limit of `cpu` or `memory`");
        }
    }
}
