package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.internal.ChartExtras;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.internal.IngressRenderer;
import com.adorsys.webank.deploy.dsl.internal.Metadata;
import com.adorsys.webank.deploy.dsl.internal.PostgresRenderer;
import com.adorsys.webank.deploy.dsl.internal.SecretSourceRenderer;
import com.adorsys.webank.deploy.dsl.internal.ServiceRenderer;
import com.adorsys.webank.deploy.dsl.internal.steps.StepContext;
import com.adorsys.webank.deploy.dsl.network.HostRule;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.RoutePath;
import com.adorsys.webank.deploy.dsl.network.RouteTarget;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.secret.SecretSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders a release: each component, each database, and what belongs to the Webank itself as one part, then applies the
 * posture's steps. Not thread-safe; use it once.
 */
final class ReleaseRendering {
    private final ReleaseNames names;
    private final Posture posture;
    private final Map<String, MapTree> backends = new LinkedHashMap<>();
    private final Map<String, InClusterDatabase> databases = new LinkedHashMap<>();
    private final List<ReleasePart> parts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private final StepContext context;

    private ReleaseRendering(@Nullable Webank webank, Surroundings surroundings, Release release, Posture posture) {
        this.names = new ReleaseNames(release, posture.versions());
        this.posture = posture;
        this.context = new StepContext(release, webank, surroundings, problems);
    }

    /** Renders a whole Webank. */
    static Rendering of(Webank webank, Release release, Posture posture) {
        ReleaseRendering rendering = new ReleaseRendering(
                webank,
                new Surroundings(Chart.WEBANK.chartName(), webank.network(), Surroundings.Requests.OWN_INGRESS),
                release,
                posture);
        List<Component> components = webank.components();
        List<ComponentRendering> renderings = new ArrayList<>(components.size());
        for (Component component : components) {
            renderings.add(new ComponentRendering(component, component.traits().name(), rendering.names));
        }
        rendering.render(components, renderings);
        rendering.addOwn(webank);
        if (!posture.isChart()) {
            rendering.problems.addAll(WebankConflicts.ofValues(webank));
        }
        return rendering.finish();
    }

    /** Renders a single component. */
    static Rendering of(Component component, Release release, Posture posture, Surroundings surroundings) {
        ReleaseRendering rendering = new ReleaseRendering(null, surroundings, release, posture);
        rendering.render(
                List.of(component), List.of(new ComponentRendering(component, surroundings.name(), rendering.names)));
        return rendering.finish();
    }

    private void render(List<Component> components, List<ComponentRendering> renderings) {
        for (int i = 0; i < components.size(); i++) {
            backends.put(components.get(i).traits().name(), renderings.get(i).backend());
        }
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            if (component.ingress().isPresent()) {
                checkOwn(
                        component.traits().path() + ".ingress",
                        component.ingress().get());
            }
            parts.add(renderings.get(i).render(databaseHost(component), backends));
        }
    }

    private String databaseHost(Component component) {
        Database database = component.ownDatabase();
        if (database instanceof ExternalDatabase external) {
            return external.host().text();
        }
        if (!(database instanceof InClusterDatabase own)) {
            return "";
        }
        InClusterDatabase other = databases.putIfAbsent(own.alias(), own);
        if (other != null && !other.equals(own)) {
            problems.add(Problem.error(
                    ProblemCodes.DATABASE_CONFLICT,
                    Location.of(component.traits().path() + ".database"),
                    "the database `" + own.alias() + "` differs from the one that another component has",
                    "Give both components the same value, or another alias"));
        }
        return names.fullname(own);
    }

    /** Adds what belongs to no component: the Ingress that routes to every one, and the sources of Secrets. */
    private void addOwn(Webank webank) {
        List<MapTree> objects = new ArrayList<>(1 + webank.secretSources().size());
        String chartName = Chart.WEBANK.chartName();
        String name = ChartNames.name(chartName, webank.nameOverride().orElse(null));
        Metadata standard = new Metadata(
                names.fullname(webank),
                webank.namespaceOverride().orElse(names.release().namespace()),
                names.labels(name, Chart.WEBANK, chartName),
                MapTree.of());
        if (webank.ingress().isPresent()) {
            objects.add(ingress(webank, webank.ingress().get(), standard));
        }
        for (SecretSource source : webank.secretSources()) {
            objects.add(SecretSourceRenderer.render(source, standard));
        }
        if (!objects.isEmpty()) {
            parts.add(ReleasePart.of(chartName, objects));
        }
    }

    private MapTree ingress(Webank webank, Ingress settings, Metadata standard) {
        checkTargets("ingress", settings);
        List<RoutePath> routes = new ArrayList<>();
        for (Component component : webank.components()) {
            if (component.route().isPresent()) {
                routes.add(RoutePath.prefix(
                        component.route().get(),
                        RouteTarget.component(component.traits().name())));
            }
        }
        List<RoutePath> all = new ArrayList<>(routes);
        all.addAll(settings.paths());
        checkPaths("ingress.paths", all);
        ChartExtras extras = webank.chartOnly().extras();
        // Values contain all labels and annotations of the Ingress, except those added later.
        Map<String, String> labels = ComponentRendering.added(webank.labels(), extras.labels());
        Map<String, String> annotations = ComponentRendering.added(webank.annotations(), extras.annotations());
        Metadata metadata = standard.with(
                Metadata.merged(Metadata.merged(standard.labels(), labels), settings.labels()),
                Metadata.merged(ComponentRendering.sorted(annotations), settings.allAnnotations()));
        return IngressRenderer.render(settings, metadata, routes, backends);
    }

    /** Checks a component's own Ingress, whose first path is `/`. */
    private void checkOwn(String place, Ingress ingress) {
        checkTargets(place, ingress);
        List<RoutePath> all = new ArrayList<>();
        all.add(RoutePath.prefix("/", RouteTarget.component("")));
        all.addAll(ingress.paths());
        checkPaths(place + ".paths", all);
    }

    /** Reports each path of an Ingress that is routed to a missing component. */
    private void checkTargets(String place, Ingress ingress) {
        if (ingress.defaultBackend().isPresent()) {
            checkTarget(place + ".defaultBackend", ingress.defaultBackend().get());
        }
        for (RoutePath path : ingress.paths()) {
            checkTarget(place + ".paths", path.target());
        }
        for (HostRule rule : ingress.rules()) {
            checkPaths(place + ".rules", rule.paths());
            for (RoutePath path : rule.paths()) {
                checkTarget(place + ".rules", path.target());
            }
        }
    }

    /** Reports duplicate paths of a host of an Ingress. */
    private void checkPaths(String place, List<RoutePath> paths) {
        Set<String> seen = new HashSet<>();
        for (RoutePath path : paths) {
            if (!seen.add(path.type() + path.path())) {
                problems.add(Problem.error(
                        ProblemCodes.DUPLICATE,
                        Location.of(place),
                        "the path " + Problem.quote(path.path()) + " is there twice",
                        "Remove one of them"));
            }
        }
    }

    private void checkTarget(String place, RouteTarget target) {
        String component = target.component().orElse("");
        if (!component.isEmpty() && !backends.containsKey(component)) {
            problems.add(Problem.error(
                    ProblemCodes.COMPONENT_UNKNOWN,
                    Location.of(place),
                    "there is no component " + Problem.quote(component),
                    Names.remedy(component, List.copyOf(backends.keySet()))));
        }
    }

    private void addDatabase(InClusterDatabase database) {
        MapTree selector = names.selector(database.alias());
        Metadata metadata = new Metadata(
                names.fullname(database),
                names.release().namespace(),
                names.labels(database.alias(), null, database.alias()),
                MapTree.of());
        MapTree port = ServiceRenderer.port("postgres", PostgresRenderer.PORT, PostgresRenderer.PORT);
        parts.add(ReleasePart.of(
                database,
                List.of(
                        ServiceRenderer.headless(metadata, selector, port),
                        PostgresRenderer.render(database, metadata, selector))));
    }

    /** Adds the databases, applies the posture, and creates the set. */
    private Rendering finish() {
        for (InClusterDatabase database : databases.values()) {
            addDatabase(database);
        }
        List<ReleasePart> finished = posture.apply(parts, context, problems);
        DeployException.InvalidInput.throwIfErrors(problems);
        List<Manifest> manifests = new ArrayList<>(parts.size() * 3);
        for (ReleasePart part : finished) {
            for (MapTree object : part.objects()) {
                manifests.add(Manifest.of(object));
            }
        }
        return new Rendering(ManifestSet.of(manifests), problems, context.missing());
    }
}
