package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.HashSet;
import java.util.Set;

/** Ports of containers and Services, with the defaults of the API. */
final class Ports {
    private Ports() {}

    /**
     * Reports names and numbers that occur twice in a list of ports.
     *
     * @param number the key of the number
     * @param path where the list is in its object
     * @return the names
     */
    static Set<String> checkDistinct(ListTree ports, String number, String path, Report report) {
        Set<String> names = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            MapTree port = Trees.map(ports, i);
            String name = Trees.text(port, "name");
            if (!name.isEmpty() && !names.add(name)) {
                report.error(
                        ProblemCodes.DUPLICATE_PORT,
                        path + "[" + i + "].name",
                        "two ports are called " + Problem.quote(name),
                        "rename one of them");
            }
            long given = Trees.number(port, -1, number);
            if (given >= 0 && !seen.add(given + "/" + protocol(port))) {
                report.error(
                        ProblemCodes.DUPLICATE_PORT,
                        path + "[" + i + "]." + number,
                        "the port `" + given + "` is declared twice",
                        "keep one of them");
            }
        }
        return names;
    }

    /** The protocol of a port. Default: TCP. */
    static String protocol(MapTree port) {
        String protocol = Trees.text(port, "protocol");
        return protocol.isEmpty()
                ? Schemas.serverDefault("core/v1.ContainerPort", "protocol").orElseThrow()
                : protocol;
    }
}
