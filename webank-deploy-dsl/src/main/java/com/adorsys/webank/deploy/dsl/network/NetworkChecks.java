package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.ArrayList;
import java.util.List;

/** Checks that the settings of the network have in common. */
final class NetworkChecks {
    /** The shortest prefix: no network of one's own is wider, and two halves of all addresses are refused with the whole. */
    private static final int SHORTEST_PREFIX = 8;

    private NetworkChecks() {}

    static void range(ValueChecks checks, String field, Cidr range) {
        if (range.prefixLength() < SHORTEST_PREFIX) {
            checks.error(
                    ProblemCodes.NETWORK_TOO_WIDE,
                    field,
                    "`" + range + "` is wider than any network of one's own",
                    "Give the ranges of the subnets, with a prefix of at least " + SHORTEST_PREFIX
                            + " bits; for the internet, use `NetworkPeer.internet()` in `outbound`");
        }
    }

    static void ranges(ValueChecks checks, String field, List<Cidr> ranges) {
        for (Cidr range : ranges) {
            range(checks, field, range);
        }
        distinct(checks, field, ranges);
    }

    static void distinct(ValueChecks checks, String field, List<?> values) {
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            texts.add(value.toString());
        }
        checks.distinct(field, texts);
    }
}
