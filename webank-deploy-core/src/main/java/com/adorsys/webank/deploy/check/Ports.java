package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Schemas;

/** Ports of containers and Services, with the defaults of the API. */
final class Ports {
    private Ports() {}

    /** The protocol of a port. Default: TCP. */
    static String protocol(MapTree port) {
        String protocol = Trees.text(port, "protocol");
        return protocol.isEmpty()
                ? Schemas.serverDefault("core/v1.ContainerPort", "protocol").orElseThrow()
                : protocol;
    }
}
