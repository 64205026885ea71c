package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;

/** What the ApplicationSets of a namespace say that make no Applications. */
final class ApplicationSets {
    private static final ApiResource RESOURCE =
            new ApiResource(Application.RESOURCE.apiVersion(), "ApplicationSet", "applicationsets", true);

    private ApplicationSets() {}

    /** A line for each, with a line break before it. Empty too if the account may not read them. */
    static String complaints(ApiServer api, String namespace) {
        StringBuilder lines = new StringBuilder();
        ApiReader.ifAllowed(() -> api.list(RESOURCE.path(namespace), set -> complain(set, lines)));
        return lines.toString();
    }

    private static void complain(MapTree set, StringBuilder lines) {
        String name = Problem.quote(Trees.text(set, "metadata", "name"));
        for (Tree item : Trees.list(set, "status", "conditions")) {
            MapTree condition = Trees.map(item);
            if (Trees.text(condition, "type").equals("ErrorOccurred")
                    && Trees.text(condition, "status").equals("True")) {
                lines.append("\n  the ApplicationSet ")
                        .append(name)
                        .append(" fails: ")
                        .append(OneLine.of(Trees.text(condition, "message")));
                return;
            }
        }
        if (Trees.list(set, "status", "resources").isEmpty()) {
            lines.append("\n  the ApplicationSet ").append(name).append(" makes no Application");
        }
    }
}
