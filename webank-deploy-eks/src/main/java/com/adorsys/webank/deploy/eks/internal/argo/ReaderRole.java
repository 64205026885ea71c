package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.eks.internal.rbac.Rbac;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.List;

/** The Role of who only waits. */
public final class ReaderRole {
    private static final String NAME = "webank-deploy-wait";

    private ReaderRole() {}

    /** The Role for some Applications of a namespace; for all of them if none is named. */
    public static Manifest of(String namespace, String... applications) {
        return Rbac.role(
                NAME,
                namespace,
                List.of(Rbac.rule(
                        Application.GROUP,
                        Application.PLURAL,
                        List.of(applications),
                        List.of("get", "list", "watch"))));
    }
}
