package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * The rules between the fields of NetworkPolicies.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/apis/networking/validation/validation.go">validation
 *     of networking.k8s.io</a>
 */
final class NetworkingRules implements FieldRules {
    @Override
    public void check(Manifest manifest, Report report) {
        if (manifest.kind().equals("NetworkPolicy")) {
            checkPeers(manifest, "ingress", "from", report);
            checkPeers(manifest, "egress", "to", report);
        }
    }

    private static void checkPeers(Manifest policy, String direction, String side, Report report) {
        ListTree rules = Trees.list(policy.tree(), "spec", direction);
        for (int i = 0; i < rules.size(); i++) {
            ListTree peers = Trees.list(Trees.map(rules, i), side);
            for (int j = 0; j < peers.size(); j++) {
                String path = "spec." + direction + "[" + i + "]." + side + "[" + j + "].ipBlock";
                checkExceptions(Trees.map(Trees.map(peers, j), "ipBlock"), path, report);
            }
        }
    }

    private static void checkExceptions(MapTree block, String path, Report report) {
        String text = Trees.text(block, "cidr");
        Cidr range = Cidr.legacy(text).orElse(null);
        ListTree exceptions = Trees.list(block, "except");
        for (int i = 0; range != null && i < exceptions.size(); i++) {
            String except = Trees.text(exceptions.get(i));
            Cidr part = Cidr.legacy(except).orElse(null);
            if (part != null && !range.hasPart(part)) {
                report.error(
                        ProblemCodes.CIDR_INVALID,
                        path + ".except[" + i + "]",
                        "the exception " + Problem.quote(except) + " is not a part of the range " + Problem.quote(text),
                        "remove it, or write a smaller range of those addresses");
            }
        }
    }
}
