package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;

/**
 * A line of the file {@code /etc/hosts} of every container of a pod: an item of its {@code hostAliases}. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/">Adding entries to Pod
 * /etc/hosts</a>.
 */
public final class HostsEntry extends TreeValue {
    private HostsEntry(MapTree tree) {
        super(tree);
    }

    /** An address and its host names. */
    public static HostsEntry of(String address, String... hostnames) {
        if (address.isBlank() || hostnames.length == 0) {
            throw invalid(
                    ProblemCodes.MISSING_KEY,
                    "hostAliases",
                    "an entry of `hostAliases` has no " + (address.isBlank() ? "address" : "host names"),
                    "Give an address and at least one name");
        }
        for (String name : hostnames) {
            objectName("hostAliases", name, "host");
        }
        return new HostsEntry(MapTree.builder(2)
                .put("ip", address("hostAliases", address))
                .put("hostnames", ListTree.ofStrings(List.of(hostnames)))
                .build());
    }

    /** The address. */
    public String address() {
        return tree().string("ip").orElse("");
    }

    /** The address. */
    @Override
    public String toString() {
        return address();
    }
}
