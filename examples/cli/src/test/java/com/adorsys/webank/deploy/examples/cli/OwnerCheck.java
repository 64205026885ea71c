package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;

/** A check of a team, found on the class path: an object that asks for an owner has one. */
public final class OwnerCheck implements Check {
    @Override
    public String name() {
        return "owner";
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        for (Manifest manifest : manifests) {
            if (manifest.label("owner").filter(String::isEmpty).isPresent()) {
                into.add(Problem.error(
                        "OWNER_MISSING",
                        manifests.place(manifest, "metadata.labels.owner"),
                        "nobody owns the object",
                        "name a team"));
            }
        }
    }
}
