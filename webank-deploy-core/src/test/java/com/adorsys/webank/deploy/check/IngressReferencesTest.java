package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Actions of Ingresses for an AWS load balancer. */
class IngressReferencesTest {
    private static final String MISSING =
            " MISSING_KEY Ingress/a.spec.defaultBackend.service.port.name: the port `use-annotation` is for an action, but the annotation `alb.ingress.kubernetes.io/actions.away` is missing. Add it, or write a port of the Service.";

    private static final String ROLLOUT =
            "---\n{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: a}}\n";

    private static String ingress(String annotations, String ingressClass) {
        return "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a, annotations: {" + annotations
                + "}}, spec: {ingressClassName: " + ingressClass
                + ", defaultBackend: {service: {name: away, port: {name: use-annotation}}}}}\n";
    }

    private static List<String> problems(Check check, String text) {
        return Checks.of(check).check(Sets.of(text)).stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void an_action_that_is_there_is_no_problem() {
        assertThat(problems(Checks.references(), ingress("alb.ingress.kubernetes.io/actions.away: '{}'", "alb")))
                .isEmpty();
        assertThat(problems(Checks.references(), ingress("", "nginx"))).isEmpty();
    }

    @Test
    void a_missing_action_is_an_error_in_a_complete_set() {
        assertThat(problems(Checks.references(), ingress("alb.ingress.kubernetes.io/scheme: internal", "shared")))
                .containsExactly("error" + MISSING);
        assertThat(problems(Checks.references(), ingress("", "alb"))).containsExactly("error" + MISSING);
    }

    @Test
    void a_missing_action_is_a_warning_where_a_controller_may_add_it() {
        assertThat(problems(Checks.referencesOfPart(), ingress("", "alb"))).containsExactly("warning" + MISSING);
        assertThat(problems(Checks.references(), ingress("", "alb") + ROLLOUT)).containsExactly("warning" + MISSING);
    }
}
