package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.Set;

/** Ports of containers and Services, with the defaults of the API. */
final class Ports {
    private Ports() {}

    /**
     * Reports names and numbers that occur twice in a list of ports.
     *
     * @param number the key of the number
     * @param owner what has the list as its {@code ports}
     * @return the names
     */
    static Set<String> checkDistinct(ListTree ports, String number, Place owner, Report report) {
        Set<String> names = new SmallSet();
        Set<String> seen = new SmallSet();
        for (int i = 0; i < ports.size(); i++) {
            MapTree port = Trees.map(ports, i);
            String name = Trees.text(port, "name");
            if (!name.isEmpty() && !names.add(name)) {
                report.error(
                        ProblemCodes.DUPLICATE_PORT,
                        owner.path("ports[" + i + "].name"),
                        "two ports are called " + Problem.quote(name),
                        "rename one of them");
            }
            long given = Trees.number(port, -1, number);
            if (ports.size() > 1 && given >= 0 && !seen.add(given + "/" + protocol(port))) {
                report.error(
                        ProblemCodes.DUPLICATE_PORT,
                        owner.path("ports[" + i + "]." + number),
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
