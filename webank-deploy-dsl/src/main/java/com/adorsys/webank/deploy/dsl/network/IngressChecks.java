package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.ArrayList;
import java.util.List;

/** Checks that all kinds of Ingress have in common. */
final class IngressChecks {
    private IngressChecks() {}

    static void check(Ingress ingress, ValueChecks checks) {
        host(checks, "host", ingress.host());
        for (Host host : ingress.additionalHosts()) {
            host(checks, "additionalHosts", host);
        }
        List<String> hosts = new ArrayList<>();
        for (Host host : ingress.allHosts()) {
            hosts.add(host.toString());
        }
        checks.distinct("hosts", hosts);
        checks.labels("labels", ingress.labels());
    }

    static void host(ValueChecks checks, String field, Host host) {
        if (host.isAddress()) {
            checks.error(
                    ProblemCodes.HOST_INVALID,
                    field,
                    "`" + host.text() + "` is an IP address; an Ingress routes by host name",
                    "Give a DNS name");
        }
    }
}
