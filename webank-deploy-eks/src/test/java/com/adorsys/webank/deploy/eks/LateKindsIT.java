package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.ProxyRule;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kinds, versions, schemas and namespaces that come with a set, and that the server knows a while after they are written. */
class LateKindsIT {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.NS.example.com}
            spec:
              group: NS.example.com
              scope: Namespaced
              names: {plural: things, singular: thing, kind: Thing, listKind: ThingList}
              versions: [VERSIONS]
            ---
            """;
    private static final String VERSION =
            "{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties:"
                    + " {spec: {type: object, properties: {size: {type: integer, maximum: 10}}}}}}}";
    private static final String V1 = DEFINITION.replace("VERSIONS", VERSION);
    private static final String THING =
            "{apiVersion: NS.example.com/v1, kind: Thing, metadata: {name: it}, spec: {size: 1}}\n---\n";
    private static final String CONFIG =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {key: '1'}}\n---\n";
    private static final String INNER = "{apiVersion: v1, kind: Namespace, metadata: {name: NS-inner}}\n---\n";

    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "late");
    private final FaultProxy proxy = FaultProxy.start(cluster);
    private final Deployer deployer = site.deployer("shop", proxy.client());

    @AfterEach
    void close() {
        proxy.close();
    }

    private static boolean isOfThings(ProxyRequest request) {
        return request.path().matches("/apis/.*/namespaces/.*/things(/.*)?");
    }

    private static boolean isDiscovery(ProxyRequest request) {
        return request.path().endsWith(".example.com/v1");
    }

    private static boolean isOfConfig(ProxyRequest request) {
        return request.isWrite() && request.path().endsWith("/configmaps/config");
    }

    private static void unserved(ProxyRule rule) {
        rule.answer(404, "text/plain; charset=utf-8", "404 page not found\n");
    }

    /** The number of the first request of a kind. */
    private int first(Predicate<ProxyRequest> of) {
        return proxy.requests().stream()
                .filter(of)
                .findFirst()
                .orElseThrow(() -> new AssertionError(proxy.requests().toString()))
                .number();
    }

    private long count(Predicate<ProxyRequest> of) {
        return proxy.requests().stream().filter(of).count();
    }

    private void refuseThingsThatAreTooLarge(ManifestSet wrong) {
        assertThatThrownBy(() -> deployer.apply(wrong))
                .isInstanceOf(DeployException.Refused.class)
                .extracting(e -> site.shown(e.getMessage()))
                .asString()
                .contains("\nerror OBJECT_INVALID Thing/NS/it: ")
                .contains("spec.size");
        assertThat(proxy.requests()).noneMatch(LateKindsIT::isOfConfig);
    }

    @Test
    void a_kind_that_is_not_served_yet_is_waited_for_before_anything_else_is_written() {
        unserved(proxy.when(LateKindsIT::isDiscovery));
        unserved(proxy.when(LateKindsIT::isOfThings).times(6));
        refuseThingsThatAreTooLarge(site.set(V1 + THING.replace("size: 1", "size: 11") + CONFIG));
        assertThat(proxy.requests()).filteredOn(LateKindsIT::isOfThings).hasSizeGreaterThan(6);
        assertThat(site.has("configmap", "config")).isFalse();

        proxy.reset();
        unserved(proxy.when(LateKindsIT::isOfThings).times(3));
        deployer.apply(site.set(V1 + THING + CONFIG));

        assertThat(first(LateKindsIT::isOfConfig))
                .isGreaterThan(first(request -> isOfThings(request) && request.isDryRun() && request.code() == 201));
    }

    @Test
    void a_kind_that_is_not_served_in_time_ends_the_run_before_anything_else_is_written() {
        unserved(proxy.when(LateKindsIT::isOfThings));
        Deployer hurried = deployer.withOptions(Site.OPTIONS.withObjectTimeout(Duration.ofSeconds(6)));
        ManifestSet set = site.set(V1 + THING + CONFIG);

        assertThatThrownBy(() -> hurried.apply(set))
                .isInstanceOf(DeployException.TimedOut.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo(
                        "Only namespaces and definitions were written: `CustomResourceDefinition/things.NS.example.com`."
                                + "\nerror KIND_UNSERVED Thing/NS/it: the cluster does not serve kind `Thing` of"
                                + " `NS.example.com/v1`. Check that its custom resource definition is there and established, and"
                                + " apply again. Done: `CustomResourceDefinition/things.NS.example.com` created. Not done: 2 of"
                                + " 3 objects. The next run goes on.");
        assertThat(site.has("configmap", "config")).isFalse();
        assertThat(proxy.requests()).noneMatch(request -> isOfThings(request) && request.isWrite());

        // The definition is there, and the kind still unknown to this server.
        proxy.reset();
        unserved(proxy.when(LateKindsIT::isOfThings).times(4));
        unserved(proxy.when(LateKindsIT::isDiscovery).times(1));
        deployer.apply(set);
        assertThat(deployer.plan(set).isEmpty()).isTrue();
    }

    @Test
    void a_kind_that_others_define_may_be_discovered_late() {
        site.deployer("definitions").apply(site.set(V1));
        unserved(proxy.when(LateKindsIT::isDiscovery).times(4));

        assertThat(deployer.plan(site.set(THING + CONFIG)).problems()).isEmpty();

        assertThat(deployer.apply(site.set(THING + CONFIG)).objects()).hasSize(2);
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_kind() {
        Thread running = Thread.currentThread();
        proxy.when(LateKindsIT::isOfThings)
                .call(request -> running.interrupt())
                .answer(404, "text/plain; charset=utf-8", "404 page not found\n");

        Throwable end = catchThrowable(() -> deployer.apply(site.set(V1 + THING + CONFIG)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(end)
                .isInstanceOf(DeployException.Interrupted.class)
                .extracting(e -> site.shown(e.getMessage()))
                .isEqualTo(
                        "The run was interrupted. Done: `CustomResourceDefinition/things.NS.example.com` created. Not"
                                + " done: 2 of 3 objects. The next run goes on.");
    }

    @Test
    void a_version_that_comes_late_is_waited_for() {
        deployer.apply(site.set(V1 + THING));
        String uid = site.live("things." + site.namespace() + ".example.com", "it", "metadata", "uid")
                .orElseThrow();
        ManifestSet next = site.set(DEFINITION.replace(
                        "VERSIONS",
                        VERSION.replace("storage: true", "storage: false") + ", " + VERSION.replace("v1", "v2"))
                + THING.replace("/v1", "/v2")
                + CONFIG);
        unserved(proxy.when(request -> request.path().contains("/v2/")).times(4));

        Plan plan = deployer.plan(next);
        assertThat(site.shown(plan.text())).contains("""
                ~ Thing/NS/it  update (configuration), not verified yet
                    its API version comes with this plan
                """);
        deployer.apply(plan);

        assertThat(site.live("things." + site.namespace() + ".example.com", "it", "metadata", "uid"))
                .contains(uid);
        assertThat(deployer.plan(next).isEmpty()).isTrue();
    }

    @Test
    void objects_are_asked_about_by_the_schema_that_comes_with_them() {
        deployer.apply(site.set(V1 + THING));
        String more = V1.replace("size: {", "colour: {type: string}, size: {");
        ManifestSet next = site.set(more + THING.replace("size: 1", "colour: red") + CONFIG);
        proxy.when(request -> isOfThings(request) && request.isDryRun() && count(LateKindsIT::isOfDefinition) > 0)
                .times(4)
                .answer(500, "application/json", status(500, "", "{}"));

        Plan plan = site.deployer().plan(next);
        assertThat(plan.problems()).isEmpty();
        assertThat(site.shown(plan.text())).contains("""
                ~ Thing/NS/it  update (configuration), not verified yet
                    the schema of its kind changes with this plan
                """);
        deployer.apply(next);
        assertThat(site.live("things." + site.namespace() + ".example.com", "it", "spec"))
                .contains("{\"colour\":\"red\"}");

        // What the old schema allows, the new one does not.
        proxy.reset();
        String less = more.replace("maximum: 10", "maximum: 5");
        refuseThingsThatAreTooLarge(
                site.set(less + THING.replace("size: 1", "size: 7") + CONFIG.replace("'1'", "'2'")));
        deployer.apply(site.set(less + THING.replace("size: 1", "size: 3") + CONFIG.replace("'1'", "'2'")));
        assertThat(site.live("configmap", "config", "data", "key")).contains("\"2\"");
    }

    private static boolean isOfDefinition(ProxyRequest request) {
        return request.isWrite() && request.path().contains("/customresourcedefinitions/");
    }

    @Test
    void a_namespace_that_is_not_known_yet_is_waited_for() {
        ManifestSet set = site.set(INNER
                + CONFIG.replace("name: config", "name: config, namespace: NS-inner")
                + CONFIG.replace("config", "here"));
        // Once for the plan, and twice after the namespace is made.
        proxy.when(LateKindsIT::isOfInner)
                .times(3)
                .answer(404, "application/json", status(404, "NotFound", "{\"kind\":\"namespaces\"}"));
        forbidInner(3, 2, NO_RIGHT_YET);
        // As a Pod is refused until the namespace has its account.
        forbidInner(5, 1, NO_ACCOUNT_YET);

        deployer.apply(set);

        assertThat(count(LateKindsIT::isOfInner)).isGreaterThan(6);
        assertThat(first(request -> request.isWrite() && request.path().endsWith("/configmaps/here")))
                .isGreaterThan(first(request -> isOfInner(request) && request.code() == 201));
    }

    /** Refuses some requests for the objects in the inner namespace, after others. */
    private void forbidInner(int after, int times, String why) {
        proxy.when(request -> isOfInner(request) && count(LateKindsIT::isOfInner) > after)
                .times(times)
                .answer(
                        403,
                        "application/json",
                        status(403, "Forbidden", "{\"kind\":\"configmaps\"}")
                                .replace("failed to create typed patch object: not yet", why));
    }

    private static final String NO_RIGHT_YET =
            "configmaps is forbidden: User 'u' cannot patch resource 'configmaps' in API group '' in the namespace 'n'";

    private static final String NO_ACCOUNT_YET =
            "configmaps \\\"config\\\" is forbidden: error looking up service account"
                    + " n/default: serviceaccount 'default' not found";

    private static String status(int code, String reason, String details) {
        return "{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":" + code + ",\"reason\":\"" + reason
                + "\",\"details\":" + details + ",\"message\":\"failed to create typed patch object: not yet\"}";
    }

    private static boolean isOfInner(ProxyRequest request) {
        return request.isDryRun() && request.path().contains("-inner/configmaps/");
    }

    @Test
    void the_own_namespace_of_a_release_may_be_known_late_too() {
        Deployer making = EksClient.of(proxy.client())
                .deployer(Release.of("shop", site.namespace() + "-own"))
                .withOptions(Site.OPTIONS.withOwnNamespace(DeployOptions.OwnNamespace.CREATE));
        proxy.when(request -> request.isWrite() && request.path().endsWith("/leases"))
                .times(2)
                .answer(404, "application/json", status(404, "NotFound", "{\"kind\":\"namespaces\"}"));

        assertThat(making.apply(site.set(CONFIG)).objects()).hasSize(1);
    }

    @Test
    void an_object_that_is_converted_by_what_comes_with_it_is_written_last() {
        String conversion = "  conversion: {strategy: Webhook, webhook: {conversionReviewVersions: [v1],"
                + " clientConfig: {service: {namespace: NS, name: converter}}}}\n---\n";
        String definition = DEFINITION
                .replace(
                        "VERSIONS",
                        VERSION.replace("storage: true", "storage: false") + ", " + VERSION.replace("v1", "v2"))
                .replace("---\n", conversion);
        ManifestSet set = site.set(definition
                + "{apiVersion: v1, kind: Service, metadata: {name: converter}, spec: {ports: [{port: 443}]}}\n---\n"
                + THING
                + CONFIG);
        String unanswered = status(500, "", "{}").replace("failed to create typed patch object", "no webhook");
        proxy.when(request -> isOfThings(request) && request.isWrite()).answer(500, "application/json", unanswered);

        assertThatThrownBy(() -> deployer.apply(set))
                .isInstanceOf(DeployException.Unavailable.class)
                .hasMessageContaining(
                        "Applying `Thing/" + site.namespace() + "/it` failed in the cluster (500): no webhook");

        assertThat(proxy.requests())
                .anyMatch(request -> isOfThings(request) && request.isDryRun() && request.code() == 500);
        assertThat(site.has("service", "converter")).isTrue();
        assertThat(site.has("configmap", "config")).isTrue();
    }

    @Test
    void one_of_several_servers_may_know_a_kind_later_than_another() {
        ManifestSet set = site.set(V1 + THING + CONFIG);
        unserved(proxy.when(request -> isOfThings(request) && request.isWrite()).times(3));

        deployer.apply(set);

        assertThat(site.hasAt("/apis/NS.example.com/v1/namespaces/NS/things/it"))
                .isTrue();
    }
}
