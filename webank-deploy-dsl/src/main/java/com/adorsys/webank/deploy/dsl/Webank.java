package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.PlusLabels;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.secret.SecretSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A Webank: its components, and the Ingress that routes to them. Immutable.
 *
 * <p>{@code /} is routed to the user app, {@code /api} to online banking, {@code /api/prs} to pending registration, and
 * each {@link Microservice#route} to its service.
 */
@Value.Immutable
@DeployStyle
public abstract class Webank implements WithWebank, PlusLabels<Webank>, PlusAnnotations<Webank> {
    Webank() {}

    /**
     * A builder: {@code onlineBanking}, {@code userApp}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableWebank.OnlineBankingBuildStage builder() {
        return ImmutableWebank.builder();
    }

    /** The online-banking backend. */
    public abstract OnlineBanking onlineBanking();

    /** The web front end. */
    public abstract UserApp userApp();

    /** The registration service, if there is one. */
    public abstract Optional<PendingRegistration> pendingRegistration();

    /** Further services. */
    public abstract List<Microservice> microservices();

    /** The Ingress for requests from outside the cluster. Default: none. */
    public abstract Optional<Ingress> ingress();

    /**
     * Where the values of Secrets come from that components refer to, such as an {@link
     * com.adorsys.webank.deploy.secret.ExternalSecret ExternalSecret}. They are part of the release, in its namespace. Default:
     * none; the Secrets are already in the cluster.
     */
    public abstract List<SecretSource> secretSources();

    /**
     * Who may connect to the pods, and where they may connect to, beyond what the components say. Default: no settings, so
     * that the hardened posture refuses every connection that depends on one, and reports it by {@link Rendering#missing}.
     */
    @Value.Default
    public NetworkIsolation network() {
        return NetworkIsolation.none();
    }

    /** Labels of the Ingress, in addition to the standard ones. */
    @Override
    public abstract Map<String, String> labels();

    /** Annotations of the Ingress, in addition to those from its settings. */
    @Override
    public abstract Map<String, String> annotations();

    /** Replaces {@code webank} in the Ingress's name and labels. */
    public abstract Optional<String> nameOverride();

    /** The Ingress's name. Default: derived from the release's name. */
    public abstract Optional<String> fullnameOverride();

    /** The Ingress's namespace. Default: the release's. */
    public abstract Optional<String> namespaceOverride();

    /** A copy with a changed online banking. */
    public final Webank withOnlineBanking(UnaryOperator<OnlineBanking> change) {
        return withOnlineBanking(change.apply(onlineBanking()));
    }

    /** A copy with a changed user app. */
    public final Webank withUserApp(UnaryOperator<UserApp> change) {
        return withUserApp(change.apply(userApp()));
    }

    /**
     * A copy with a changed pending registration.
     *
     * @throws DeployException.InvalidInput if there is none
     */
    public final Webank withPendingRegistration(UnaryOperator<PendingRegistration> change) {
        return withPendingRegistration(change.apply(pendingRegistration()
                .orElseThrow(() -> invalid(
                        ProblemCodes.MISSING_KEY,
                        "pendingRegistration",
                        "this Webank has no pending registration to change",
                        "set one first with `pendingRegistration` of the builder"))));
    }

    /**
     * A copy with a changed Ingress.
     *
     * @throws DeployException.InvalidInput if there is none
     */
    public final Webank withIngress(UnaryOperator<Ingress> change) {
        return withIngress(Ingress.class, change);
    }

    /**
     * A copy with a changed Ingress of a given type: {@code withIngress(AlbIngress.class, alb ->
     * alb.withScheme(INTERNAL))}.
     *
     * @param type the type of the present Ingress
     * @throws DeployException.InvalidInput if there is none, or it is of another type
     */
    public final <T extends Ingress> Webank withIngress(Class<T> type, UnaryOperator<T> change) {
        Ingress present = ingress()
                .orElseThrow(() -> invalid(
                        ProblemCodes.MISSING_KEY,
                        "ingress",
                        "this Webank has no Ingress to change",
                        "set one first with `ingress` of the builder"));
        if (!type.isInstance(present)) {
            String actual = present instanceof AlbIngress ? "AlbIngress" : "ClassIngress";
            throw invalid(
                    ProblemCodes.WRONG_TYPE,
                    "ingress",
                    "the Ingress of this Webank is `" + actual + "`, not `" + type.getSimpleName() + "`",
                    "did you mean `" + actual + ".class`? If not, set another Ingress");
        }
        return withIngress(change.apply(type.cast(present)));
    }

    /** A copy with changed settings of the network. */
    public final Webank withNetwork(UnaryOperator<NetworkIsolation> change) {
        return withNetwork(change.apply(network()));
    }

    /**
     * A copy with one microservice changed, chosen by name.
     *
     * @throws DeployException.InvalidInput if there is no microservice of that name
     */
    public final Webank withMicroservice(String name, UnaryOperator<Microservice> change) {
        List<Microservice> changed = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Microservice service : microservices()) {
            names.add(service.name());
            changed.add(service.name().equals(name) ? change.apply(service) : service);
        }
        if (!names.contains(name)) {
            throw invalid(
                    ProblemCodes.COMPONENT_UNKNOWN,
                    "microservices",
                    "there is no microservice " + Problem.quote(name),
                    names.isEmpty() ? "add one first with `plusMicroservices`" : Names.remedy(name, names));
        }
        return withMicroservices(changed);
    }

    /** A copy with further services. */
    public final Webank plusMicroservices(Microservice... services) {
        return withMicroservices(Additions.to(microservices(), services));
    }

    /** A copy with further sources of Secrets. */
    public final Webank plusSecretSources(SecretSource... sources) {
        return withSecretSources(Additions.to(secretSources(), sources));
    }

    private static DeployException.InvalidInput invalid(String code, String path, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, Location.of(path), what, remedy));
    }

    /**
     * A copy with other images.
     *
     * @param images by component: {@code obs}, {@code prs}, {@code userapp}, or a microservice's name; other components
     *     keep their images
     * @throws DeployException.InvalidInput if there is no such component
     */
    public final Webank withImages(Map<String, Image> images) {
        List<String> names = new ArrayList<>();
        for (Component component : components()) {
            names.add(component.traits().name());
        }
        List<Problem> problems = new ArrayList<>();
        Webank changed = this;
        for (Map.Entry<String, Image> entry : images.entrySet()) {
            String name = entry.getKey();
            Image image = entry.getValue();
            if (!names.contains(name)) {
                problems.add(Problem.error(
                        ProblemCodes.COMPONENT_UNKNOWN,
                        Location.of(name),
                        "there is no component `" + name + "`",
                        Names.remedy(name, names)));
                continue;
            }
            changed = switch (name) {
                case "obs" -> changed.withOnlineBanking(obs -> obs.withImage(image));
                case "prs" -> changed.withPendingRegistration(prs -> prs.withImage(image));
                case "userapp" -> changed.withUserApp(app -> app.withImage(image));
                default -> changed.withMicroservice(name, service -> service.withImage(image));
            };
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return changed;
    }

    /** The image of each component, by the names that {@link #withImages} takes, in the order of their routes. */
    public final Map<String, Image> images() {
        Map<String, Image> images = new LinkedHashMap<>();
        for (Component component : components()) {
            images.put(component.traits().name(), component.image());
        }
        return images;
    }

    /** Every component, in the order of their routes. */
    @Value.Lazy
    public List<Component> components() {
        List<Component> all = new ArrayList<>();
        all.add(userApp());
        all.add(onlineBanking());
        if (pendingRegistration().isPresent()) {
            all.add(pendingRegistration().get());
        }
        all.addAll(microservices());
        return List.copyOf(all);
    }

    /**
     * Renders every object in the {@link Posture#hardened() hardened} posture.
     *
     * @throws DeployException.InvalidInput with every conflict between components
     */
    public final ManifestSet render(Release release) {
        return render(release, Posture.hardened());
    }

    /**
     * Renders every object. The same values give the same manifests on every machine.
     *
     * @throws DeployException.InvalidInput with every conflict between components
     */
    public final ManifestSet render(Release release, Posture posture) {
        return rendering(release, posture).manifests();
    }

    /**
     * Renders every object, and says what the posture warns of.
     *
     * @throws DeployException.InvalidInput as {@link #render(Release, Posture)}
     */
    public final Rendering rendering(Release release, Posture posture) {
        return ReleaseRendering.of(this, release, posture);
    }

    /** Settings that only chart values have. */
    @Value.Default
    ChartOnly chartOnly() {
        return ChartOnly.NONE;
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("webank");
        checks.labels("labels", labels());
        checks.annotations("annotations", annotations());
        checks.name("nameOverride", nameOverride());
        checks.name("fullnameOverride", fullnameOverride());
        checks.name("namespaceOverride", namespaceOverride());
        checkMicroservices(checks);
        checkSecretSources(checks);
        WebankConflicts.check(this, checks);
        checks.throwIfAny();
    }

    private void checkSecretSources(ValueChecks checks) {
        List<String> names = new ArrayList<>();
        List<String> created = new ArrayList<>();
        for (SecretSource source : secretSources()) {
            names.add(source.kind() + "/" + source.name());
            created.addAll(source.createdSecrets());
        }
        checks.distinct("secretSources", names);
        checks.distinct("secretSources.createdSecrets", created);
    }

    private void checkMicroservices(ValueChecks checks) {
        List<String> names = new ArrayList<>();
        List<String> routes = new ArrayList<>();
        for (Microservice service : microservices()) {
            for (Traits fixed : Traits.FIXED) {
                if (fixed.name().equals(service.name())) {
                    checks.error(
                            ProblemCodes.NAME_RESERVED,
                            "microservices.name",
                            Problem.quote(service.name()) + " is reserved for `" + fixed.path() + "`",
                            "Choose another name");
                }
                if (service.route().equals(Optional.of(fixed.route()))) {
                    checks.error(
                            ProblemCodes.NAME_RESERVED,
                            "microservices.route",
                            Problem.quote(fixed.route()) + " is reserved for `" + fixed.path() + "`",
                            "Choose another path");
                }
            }
            names.add(service.name());
            service.route().ifPresent(routes::add);
        }
        checks.distinct("microservices.name", names);
        checks.distinct("microservices.route", routes);
    }

    /** What reading values uses of the generated builder. */
    interface Builder extends ReadComponents.WebankBuilder {}
}
