package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.HostRule;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import com.adorsys.webank.deploy.dsl.network.RouteTarget;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import org.jspecify.annotations.Nullable;

/** Which components are behind an AWS Application Load Balancer. */
final class LoadBalancing {
    /** The annotation with the path of the health checks. */
    static final String HEALTH_CHECK_PATH = AlbIngress.PREFIX + "healthcheck-path";

    private static final String ALB = "alb";
    private static final String CLASS = "kubernetes.io/ingress.class";

    private LoadBalancing() {}

    /** Whether a load balancer sends requests to the pods of a part. */
    static boolean isBehind(ReleasePart part, StepContext context) {
        Component component = part.component().orElse(null);
        if (component == null) {
            return false;
        }
        Ingress own = component.ingress().orElse(null);
        Ingress ofWebank = ofWebank(context);
        return context.isBehindLoadBalancer()
                || own != null && isAlb(own)
                || ofWebank != null
                        && isAlb(ofWebank)
                        && (component.route().isPresent() || targets(ofWebank, part.name()));
    }

    /** Whether a load balancer sends requests to a component. */
    static boolean isBefore(Webank webank) {
        if (webank.ingress().isPresent() && isAlb(webank.ingress().get())) {
            return true;
        }
        for (Component component : webank.components()) {
            if (component.ingress().isPresent() && isAlb(component.ingress().get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlb(Ingress ingress) {
        return ingress instanceof AlbIngress
                || isAlb(
                        ingress.ingressClass().orElse(""),
                        ingress.allAnnotations().getOrDefault(CLASS, ""));
    }

    /** Whether a rendered Ingress is one of a load balancer of AWS. */
    static boolean isAlb(MapTree ingress) {
        return isAlb(
                Trees.text(ingress, "spec", "ingressClassName"), Trees.text(ingress, "metadata", "annotations", CLASS));
    }

    private static boolean isAlb(String className, String annotation) {
        return className.equals(ALB) || annotation.equals(ALB);
    }

    /** Whether the load balancer of the part checks a path that is set for all its components. */
    static boolean setsPath(ReleasePart part, StepContext context) {
        Component component = part.component().orElse(null);
        return component != null && (setsPath(component.ingress().orElse(null)) || setsPath(ofWebank(context)));
    }

    private static boolean setsPath(@Nullable Ingress ingress) {
        return ingress instanceof AlbIngress alb
                ? alb.healthCheck().isPresent()
                        && alb.healthCheck().get().path().isPresent()
                : ingress != null && ingress.allAnnotations().containsKey(HEALTH_CHECK_PATH);
    }

    private static @Nullable Ingress ofWebank(StepContext context) {
        Webank webank = context.webank().orElse(null);
        return webank == null ? null : webank.ingress().orElse(null);
    }

    private static boolean targets(Ingress ingress, String component) {
        if (ingress.defaultBackend().isPresent()
                && isTo(ingress.defaultBackend().get(), component)) {
            return true;
        }
        for (RoutePath path : ingress.paths()) {
            if (isTo(path.target(), component)) {
                return true;
            }
        }
        for (HostRule rule : ingress.rules()) {
            for (RoutePath path : rule.paths()) {
                if (isTo(path.target(), component)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isTo(RouteTarget target, String component) {
        return target.component().isPresent() && target.component().get().equals(component);
    }
}
