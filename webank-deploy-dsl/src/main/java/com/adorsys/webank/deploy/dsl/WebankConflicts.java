package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds settings of a Webank's components where one would silently override another. As for {@link ComponentConflicts},
 * a Webank that was read from values is checked when the hardened posture renders it.
 */
final class WebankConflicts {
    private final Webank webank;
    private final ConflictChecks checks;
    private final boolean fromValues;

    private WebankConflicts(Webank webank, ValueChecks checks) {
        this.webank = webank;
        this.checks = new ConflictChecks(checks);
        this.fromValues = isRead(webank);
    }

    private static boolean isRead(Webank webank) {
        return webank.chartOnly().fromValues();
    }

    /** Reports the conflicts of a Webank that was built, not read from values. */
    static void check(Webank webank, ValueChecks checks) {
        if (!isRead(webank)) {
            new WebankConflicts(webank, checks).check();
        }
    }

    /** The conflicts of a Webank that was read from values; empty for one that was built, which was checked before. */
    static List<Problem> ofValues(Webank webank) {
        ValueChecks checks = new ValueChecks("");
        if (isRead(webank)) {
            new WebankConflicts(webank, checks).check();
        }
        return checks.problems();
    }

    private void check() {
        if (webank.ingress().isPresent()) {
            ingress(webank.ingress().get());
        }
        checks.notStandard(fromValues ? "commonLabels" : "labels", webank.labels(), fromValues);
        names();
        hosts();
        List<String> routes = new ArrayList<>();
        for (Traits fixed : Traits.FIXED) {
            routes.add(fixed.route());
        }
        for (Microservice service : webank.microservices()) {
            if (service.route().isPresent()) {
                routes.add(service.route().get());
            }
        }
        checks.distinctPaths("microservices.route", routes);
    }

    private void ingress(Ingress settings) {
        String labels = fromValues ? "ingress.additionalLabels" : "ingress.labels";
        checks.notStandard(labels, settings.labels(), fromValues);
        checks.oneClass(fromValues ? "ingress.annotations" : "ingress", settings, settings.allAnnotations());
        if (fromValues) {
            return;
        }
        checks.agree(labels, settings.labels(), "`labels`", webank.labels());
        checks.oneClass("annotations", settings, webank.annotations());
        checks.agreeWithIngress("annotations", webank.annotations(), settings);
        for (Component component : webank.components()) {
            String path = component.traits().path();
            checks.agreeWithLoadBalancer(path + ".annotations", component.annotations(), settings);
            checks.agreeWithLoadBalancer(
                    path + ".service.annotations", component.service().annotations(), settings);
        }
    }

    /**
     * Pods are selected by the name in their labels, so two components with the same name would get each other's
     * requests.
     */
    private void names() {
        Map<String, Component> byName = new HashMap<>();
        for (Component component : webank.components()) {
            String alias = component.traits().name();
            String name = ChartNames.name(alias, component.nameOverride().orElse(null));
            Component other = byName.putIfAbsent(component.namespaceOverride().orElse("") + "/" + name, component);
            if (other != null && !other.traits().name().equals(alias)) {
                checks.error(
                        (fromValues ? alias : component.traits().path()) + ".nameOverride",
                        Problem.quote(name) + " is the name of `"
                                + other.traits().name()
                                + "` too, and the Service of each would select the pods of both",
                        "Give one of them another nameOverride");
            }
        }
        for (Component component : webank.components()) {
            Database database = component.ownDatabase();
            Component other = database instanceof InClusterDatabase server ? byName.get("/" + server.alias()) : null;
            if (other != null) {
                checks.error(
                        component.traits().path() + ".database.alias",
                        "the database is named as `" + other.traits().name()
                                + "` is, and the Service of each would select the pods of both",
                        "Give it another alias");
            }
        }
    }

    /** A component's own Ingress gets all requests for its host. */
    private void hosts() {
        Map<String, String> byHost = new HashMap<>();
        if (webank.ingress().isPresent()) {
            Ingress ingress = webank.ingress().get();
            for (Host host : ingress.allHosts()) {
                byHost.put(key(ingress, host), "the Webank");
            }
        }
        for (Component component : webank.components()) {
            if (component.ingress().isEmpty()) {
                continue;
            }
            Ingress ingress = component.ingress().get();
            String alias = component.traits().name();
            for (Host host : ingress.allHosts()) {
                String other = byHost.putIfAbsent(key(ingress, host), "`" + alias + "`");
                if (other != null) {
                    checks.error(
                            (fromValues ? alias : component.traits().path()) + ".ingress.host",
                            Problem.quote(host.toString()) + " is the host of the Ingress of " + other
                                    + " too, and both route `/`",
                            "Give one of them another host, or leave it out");
                }
            }
        }
    }

    private static String key(Ingress ingress, Host host) {
        return ingress.ingressClass().orElse("") + " " + host.text();
    }
}
