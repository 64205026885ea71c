package com.adorsys.webank.deploy.documents;

/**
 * What a document or a file is, as a summary shows it. Immutable.
 *
 * @param name in the plural
 */
record Sort(String name) {
    static final Sort MANIFESTS = new Sort("manifests");
    static final Sort KUSTOMIZATION = new Sort("Kustomizations");
    static final Sort PATCH = new Sort("patches of Kustomizations");
    static final Sort KUSTOMIZE_SETTINGS = new Sort("settings of Kustomizations");
    static final Sort CONTENT = new Sort("contents of ConfigMaps and Secrets");
    static final Sort TEMPLATE = new Sort("Helm templates");
    static final Sort CHART = new Sort("Chart.yaml files");
    static final Sort OTHER_VALUES = new Sort("values of other charts");
    static final Sort OTHER_TEMPLATE = new Sort("templates of other tools");
    static final Sort UNREADABLE = new Sort("files that cannot be read");
    static final Sort OTHER = new Sort("other files");

    /** Files of a tool. */
    static Sort of(String tool) {
        return new Sort("files of " + tool);
    }
}
