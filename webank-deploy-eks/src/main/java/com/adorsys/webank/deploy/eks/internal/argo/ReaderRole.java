package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.util.Arrays;

/** The Role of who only waits. */
public final class ReaderRole {
    private static final String NAME = "webank-deploy-wait";

    private ReaderRole() {}

    /** The Role for some Applications of a namespace; for all of them if none is named. */
    public static Manifest of(String namespace, String... applications) {
        MapTree.Builder rule = MapTree.builder()
                .put("apiGroups", texts(Application.GROUP))
                .put("resources", texts(Application.PLURAL))
                .put("verbs", texts("get", "list", "watch"));
        if (applications.length > 0) {
            rule.put("resourceNames", texts(applications));
        }
        return Manifest.of(MapTree.builder()
                .put("apiVersion", "rbac.authorization.k8s.io/v1")
                .put("kind", "Role")
                .put(
                        "metadata",
                        MapTree.builder()
                                .put("name", NAME)
                                .put("namespace", namespace)
                                .build())
                .put("rules", ListTree.of(rule.build()))
                .build());
    }

    private static ListTree texts(String... texts) {
        return ListTree.of(Arrays.stream(texts).map(ScalarTree::of).toList());
    }
}
