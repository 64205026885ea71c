package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.testing.PodFate;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Services that are changed so that no running pod is an endpoint of them any more. */
class ServiceGapIT {
    private static final String UNNAMED = "{containerPort: 80}";
    private static final String NAMED = "{name: http, containerPort: 80}";
    private static final String MOVED = "{name: http, containerPort: 8080}";

    private final Site site = Site.in(TestCluster.sharedWithControllers(), "gap");
    private final Deployer deployer = site.deployer().withOptions(Site.WAITING);

    @Test
    void a_name_that_no_running_pod_has_is_refused_before_anything_is_written() {
        deployer.apply(set("80", UNNAMED, 1, ""));
        List<String> pods = site.uids("pods");

        assertThatThrownBy(() -> deployer.apply(set("http", MOVED, 1, "")))
                .isInstanceOf(DeployException.Refused.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo(
                        "Nothing was written.\nerror SERVICE_GAP Service/NS/web: its new target `http` is a port of no"
                                + " pod that runs now (`Deployment/NS/web`): until new pods are ready, the Service has no endpoint"
                                + " that answers. Apply the port of the pods first, and the Service once they are ready: for an"
                                + " environment `apply --steps` does both, or accept it with `--allow-gap Service/NS/web`.");
        assertThat(site.live("service", "web", "spec", "ports").orElseThrow()).contains("\"targetPort\":80");
        assertThat(site.uids("pods")).isEqualTo(pods);

        Deployer allowed = deployer.withOptions(
                Site.WAITING.withGapsAllowed(ObjectRef.parse("Service/" + site.namespace() + "/web")));
        assertThat(allowed.plan(set("http", MOVED, 1, "")).problems())
                .singleElement()
                .matches(problem -> !problem.isError());
        allowed.apply(set("http", MOVED, 1, ""));
    }

    @Test
    void in_two_runs_nothing_is_reported() {
        deployer.apply(set("80", UNNAMED, 1, ""));
        deployer.apply(set("80", NAMED, 1, ""));

        assertThat(deployer.plan(set("http", NAMED, 1, "")).problems()).isEmpty();
        assertThat(deployer.plan(set("http", MOVED, 1, "")).problems()).isEmpty();
    }

    @Test
    void a_number_that_the_pods_do_not_declare_is_a_warning() {
        deployer.apply(set("80", UNNAMED, 1, ""));

        assertThat(deployer.plan(set("8080", MOVED, 1, "")).problems())
                .extracting(Problem::toString)
                .map(site::shown)
                .containsExactly(
                        "warning SERVICE_GAP Service/NS/web: its new target `8080` is declared as a port of no pod that runs"
                                + " now (`Deployment/NS/web`): until new pods are ready, the Service may have no endpoint that"
                                + " answers. Apply a set first in which pods have both ports, or a name that stays.");
    }

    @Test
    void a_roll_out_that_is_not_complete_is_waited_for_first() {
        deployer.apply(set("80", UNNAMED, 1, ""));
        site.deployer().apply(set("80", NAMED, 1, PodFate.NEVER_READY.value()));

        assertThat(deployer.plan(set("http", NAMED, 1, PodFate.NEVER_READY.value()))
                        .problems())
                .extracting(Problem::toString)
                .map(site::shown)
                .containsExactly(
                        "error SERVICE_GAP Service/NS/web: its new target `http` may be missing in the pods that run now, since"
                                + " the roll-out of `Deployment/NS/web` is not complete: until new pods are ready, the Service"
                                + " may have no endpoint that answers. Wait until it is complete, or accept it with"
                                + " `--allow-gap Service/NS/web`.");
    }

    @Test
    void where_no_pod_runs_and_for_a_new_service_nothing_is_reported() {
        deployer.apply(set("80", UNNAMED, 0, ""));
        assertThat(deployer.plan(set("http", MOVED, 0, "")).problems()).isEmpty();

        deployer.apply(site.set(web(UNNAMED, 1, "")));
        assertThat(deployer.plan(set("http", MOVED, 1, "")).problems()).isEmpty();
    }

    private ManifestSet set(String target, String port, int replicas, String fate) {
        return site.set("""
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {selector: {app: web}, ports: [{port: 80, targetPort: %s}]}
                ---
                """.formatted(target) + web(port, replicas, fate));
    }

    private static String web(String port, int replicas, String fate) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: %d
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web%s}}
                    spec: {containers: [{name: web, image: "example.com/web:1", ports: [%s]}]}
                """.formatted(replicas, fate.isEmpty() ? "" : ", " + PodFate.LABEL + ": " + fate, port);
    }
}
