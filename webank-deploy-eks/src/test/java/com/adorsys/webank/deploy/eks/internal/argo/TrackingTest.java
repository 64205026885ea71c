package com.adorsys.webank.deploy.eks.internal.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackingTest {
    private static final Tracking LABEL = tracking("label");
    private static final Tracking ANNOTATION = tracking("annotation");
    private static final MapTree DESIRED = object("labels: {app.kubernetes.io/instance: webank}");
    private static final MapTree BY_LABEL = object("labels: {app.kubernetes.io/instance: webank-dev}");
    private static final MapTree BY_ANNOTATION =
            object("annotations: {argocd.argoproj.io/tracking-id: 'webank-dev:/Service:webank/webank-obs'}");

    @Test
    void the_method_is_that_of_the_configuration() {
        assertThat(LABEL).hasToString("by the label `app.kubernetes.io/instance`");
        assertThat(ANNOTATION).hasToString("by the annotation `argocd.argoproj.io/tracking-id`");
        assertThat(tracking("annotation+label"))
                .hasToString("by the annotation `argocd.argoproj.io/tracking-id` and by the label"
                        + " `app.kubernetes.io/instance`");
        assertThat(Tracking.of(MapTree.of("application.instanceLabelKey", "example.com/app"), List.of(BY_LABEL)))
                .hasToString("by the label `example.com/app`");
    }

    @Test
    void without_a_configuration_the_live_objects_tell() {
        assertThat(Tracking.of(MapTree.of(), List.of(BY_LABEL, BY_ANNOTATION))).isEqualTo(ANNOTATION);
        assertThat(Tracking.of(MapTree.of(), List.of(BY_LABEL))).isEqualTo(LABEL);
    }

    @Test
    void the_mark_names_the_application() {
        assertThat(LABEL.owner(BY_LABEL)).isEqualTo("webank-dev");
        assertThat(ANNOTATION.owner(BY_ANNOTATION)).isEqualTo("webank-dev");
        assertThat(ANNOTATION.owner(BY_LABEL)).isEmpty();
    }

    @Test
    void a_manifest_gets_the_marks_that_argo_cd_gives_it() {
        assertThat(LABEL.marked(DESIRED, object("labels: {app.kubernetes.io/instance: other}"), "webank-dev"))
                .isEqualTo(BY_LABEL);
        assertThat(ANNOTATION.marked(object(""), object(""), "webank-dev")).isEqualTo(BY_ANNOTATION);
        MapTree applied = object("annotations: {kubectl.kubernetes.io/last-applied-configuration: '{}'}");
        assertThat(LABEL.marked(DESIRED, applied, "webank-dev"))
                .isEqualTo(object("labels: {app.kubernetes.io/instance: webank-dev},"
                        + " annotations: {kubectl.kubernetes.io/last-applied-configuration: '{}'}"));
    }

    private static Tracking tracking(String method) {
        return Tracking.of(MapTree.of("application.resourceTrackingMethod", method), List.of());
    }

    private static MapTree object(String metadata) {
        String yaml =
                "{apiVersion: v1, kind: Service, metadata: {name: webank-obs, namespace: webank, " + metadata + "}}";
        return (MapTree) YamlReader.read("live.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .tree();
    }
}
