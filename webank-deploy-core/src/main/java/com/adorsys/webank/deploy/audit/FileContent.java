package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.List;

/**
 * What a file has.
 *
 * @param problems why it is not a file of manifests; empty if it is one
 */
record FileContent(List<Manifest> manifests, List<Problem> problems) {
    static final FileContent NONE = new FileContent(List.of(), List.of());
}
