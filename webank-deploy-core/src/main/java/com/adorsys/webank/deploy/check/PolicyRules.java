package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;

/** The rules between the fields of PodDisruptionBudgets. */
final class PolicyRules implements FieldRules {
    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        if (manifest.kind().equals("PodDisruptionBudget")) {
            AppsRules.atMostAll(spec, "minAvailable", "spec.", report);
            AppsRules.atMostAll(spec, "maxUnavailable", "spec.", report);
        }
    }
}
