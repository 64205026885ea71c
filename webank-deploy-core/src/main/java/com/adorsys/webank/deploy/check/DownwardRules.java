package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.math.BigDecimal;

/**
 * The rules of what a pod tells its containers of itself, in variables and in volumes.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/downward-api/">Downward API</a>
 */
final class DownwardRules {
    private DownwardRules() {}

    static void check(Pods pods, Report report) {
        for (Pods.Container container : pods.containers()) {
            ListTree variables = Trees.list(container.tree(), "env");
            for (int i = 0; i < variables.size(); i++) {
                MapTree source = Trees.map(Trees.map(variables, i), "valueFrom");
                if (source.has("fieldRef") || source.has("resourceFieldRef")) {
                    checkVariable(source, container.path("env[" + i + "].valueFrom"), report);
                }
            }
        }
        ListTree volumes = Trees.list(pods.spec(), "volumes");
        for (int i = 0; i < volumes.size(); i++) {
            MapTree volume = Trees.map(volumes, i);
            if (volume.has("downwardAPI")) {
                checkFiles(Trees.map(volume, "downwardAPI"), pods.path("volumes[" + i + "].downwardAPI"), report);
            }
            ListTree sources = Trees.list(volume, "projected", "sources");
            for (int j = 0; j < sources.size(); j++) {
                MapTree source = Trees.map(sources, j);
                if (source.has("downwardAPI")) {
                    String path = pods.path("volumes[" + i + "].projected.sources[" + j + "].downwardAPI");
                    checkFiles(Trees.map(source, "downwardAPI"), path, report);
                }
            }
        }
    }

    private static void checkVariable(MapTree source, String path, Report report) {
        String field = Trees.text(source, "fieldRef", "fieldPath");
        if (field.equals("metadata.labels") || field.equals("metadata.annotations")) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    path + ".fieldRef.fieldPath",
                    "`fieldPath` is " + Problem.quote(field) + ", which a variable cannot have as a whole",
                    "name one of them, as in `" + field + "['app']`, or use a volume");
        }
        checkVersion(source, path, report);
        checkDivisor(source, path, report);
    }

    private static void checkFiles(MapTree volume, String path, Report report) {
        ListTree items = Trees.list(volume, "items");
        for (int i = 0; i < items.size(); i++) {
            MapTree item = Trees.map(items, i);
            String place = path + ".items[" + i + "]";
            String field = Trees.text(item, "fieldRef", "fieldPath");
            if (field.startsWith("spec.") || field.startsWith("status.")) {
                report.error(
                        ProblemCodes.UNKNOWN_VALUE,
                        place + ".fieldRef.fieldPath",
                        "`fieldPath` is " + Problem.quote(field) + ", which only a variable can have",
                        "write a field of `metadata`, or use a variable of the container");
            }
            if (Trees.isSet(item, "resourceFieldRef")
                    && Trees.text(item, "resourceFieldRef", "containerName").isEmpty()) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        place + ".resourceFieldRef.containerName",
                        "`containerName` is missing: a volume is of no container",
                        "write the name of the container whose resource is meant");
            }
            checkVersion(item, place, report);
            checkDivisor(item, place, report);
        }
    }

    private static void checkVersion(MapTree source, String path, Report report) {
        String version = Trees.text(source, "fieldRef", "apiVersion");
        if (!version.isEmpty() && !version.equals("v1")) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    path + ".fieldRef.apiVersion",
                    "`apiVersion` is " + Problem.quote(version) + ", and pods are of `v1`",
                    "remove it");
        }
    }

    private static void checkDivisor(MapTree source, String path, Report report) {
        MapTree reference = Trees.map(source, "resourceFieldRef");
        BigDecimal divisor = CountedResource.quantity(reference.get("divisor"));
        if (divisor == null || divisor.signum() == 0) {
            return;
        }
        boolean isCpu = Trees.text(reference, "resource").endsWith(".cpu");
        if (!(isCpu ? isOfCpu(divisor) : isOfBytes(divisor))) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path + ".resourceFieldRef.divisor",
                    "`divisor` is " + Problem.quote(Trees.text(reference, "divisor")) + ", which is not a unit of `"
                            + (isCpu ? "cpu" : "memory") + "`",
                    isCpu ? "write `1` or `1m`" : "write `1` with a unit or none, as in `1Mi`");
        }
    }

    private static boolean isOfCpu(BigDecimal divisor) {
        return divisor.compareTo(BigDecimal.ONE) == 0 || divisor.compareTo(new BigDecimal("0.001")) == 0;
    }

    /** Whether it is a power of 1000 or 1024, up to the sixth. */
    private static boolean isOfBytes(BigDecimal divisor) {
        for (int base : new int[] {1000, 1024}) {
            BigDecimal unit = BigDecimal.ONE;
            for (int i = 0; i <= 6; i++) {
                if (divisor.compareTo(unit) == 0) {
                    return true;
                }
                unit = unit.multiply(BigDecimal.valueOf(base));
            }
        }
        return false;
    }
}
