package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;

/** A step that changes the containers of components. */
abstract class ContainerStep extends LibraryStep {
    ContainerStep(String name, String reason, String reference) {
        super(name, Phase.POD, ChangeClass.ROLL_OUT, reason, reference);
    }

    @Override
    public final ReleasePart apply(ReleasePart part) {
        return part.component().isEmpty() ? part : part.editContainers(container -> changed(container, part));
    }

    abstract MapTree changed(MapTree container, ReleasePart part);
}
