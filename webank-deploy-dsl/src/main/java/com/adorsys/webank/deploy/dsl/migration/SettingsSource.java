package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.dsl.Backend;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.pod.Probes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the settings in which a value differs from another one: from the defaults with a builder, or from a value that is there
 * already with its {@code with...} methods.
 */
final class SettingsSource {
    private final Notes notes;
    private final boolean isBuilder;
    private Code.Chain code;

    private SettingsSource(Notes notes, boolean isBuilder, Code.Chain start) {
        this.notes = notes;
        this.isBuilder = isBuilder;
        this.code = start;
    }

    /** Settings for a builder. */
    static SettingsSource builder(Notes notes, Class<?> type) {
        return new SettingsSource(notes, true, Code.call(type, "builder"));
    }

    /** Changes of a value. */
    static SettingsSource changes(Notes notes, Code.Chain value) {
        return new SettingsSource(notes, false, value);
    }

    /** The expression. */
    Code.Chain code() {
        return isBuilder ? code.then("build") : code;
    }

    /** The expression of a component that a builder makes. */
    static Code component(Component component, Notes notes) {
        Class<?> type = component instanceof OnlineBanking
                ? OnlineBanking.class
                : component instanceof UserApp ? UserApp.class : PendingRegistration.class;
        SettingsSource source = builder(notes, type);
        source.component(component, usual(component), true);
        return source.code();
    }

    /** The expression of a component, changed from one that values of the charts make. */
    static Code component(Component component, Code.Chain charts, Component ofCharts, Notes notes) {
        SettingsSource source = changes(notes, charts);
        source.component(component, ofCharts, false);
        return source.code();
    }

    /** A component with nothing but what its builder requires. */
    private static Component usual(Component component) {
        if (component instanceof OnlineBanking obs) {
            return OnlineBanking.builder()
                    .image(obs.image())
                    .database(obs.database())
                    .secrets(obs.secrets().orElseThrow())
                    .build();
        }
        if (component instanceof PendingRegistration prs) {
            return PendingRegistration.builder()
                    .image(prs.image())
                    .database(prs.database())
                    .secrets(prs.secrets().orElseThrow())
                    .build();
        }
        return UserApp.builder().image(component.image()).build();
    }

    private void component(Component own, Component usual, boolean isRequired) {
        one("image", "image", own.image(), null, Expressions::image);
        if (own instanceof Backend backend && usual instanceof Backend other) {
            one(
                    "database",
                    "database",
                    own.usedDatabase().orElseThrow(),
                    isRequired ? null : other.usedDatabase().orElse(null),
                    Expressions::database);
            optional(
                    "secrets",
                    "envFrom",
                    backend.secrets(),
                    isRequired ? Optional.empty() : other.secrets(),
                    Expressions::secret);
        }
        one("pullPolicy", "image", own.pullPolicy(), usual.pullPolicy(), Code::constant);
        many("imagePullSecrets", "image", own.imagePullSecrets(), usual.imagePullSecrets(), Expressions::secret);
        one("scaling", "replicaCount autoscaling", own.scaling(), usual.scaling(), Expressions::scaling);
        one("strategy", "strategy", own.strategy(), usual.strategy(), Expressions::strategy);
        optional("resources", "resources", own.resources(), usual.resources(), Expressions::resources);
        if (own instanceof UserApp app && usual instanceof UserApp other) {
            entries("publicEnv", "PublicEnv", "env", app.publicEnv(), other.publicEnv());
        }
        if (own instanceof Backend backend && usual instanceof Backend other) {
            many("env", "env", backend.env(), other.env(), Expressions::variable);
            many("envFrom", "envFrom", backend.envFrom(), other.envFrom(), Expressions::source);
        }
        many("volumes", "volumes", own.volumes(), usual.volumes(), Expressions::volume);
        many("volumeMounts", "volumeMounts", own.volumeMounts(), usual.volumeMounts(), Expressions::mount);
        one("port", "service", own.port(), usual.port(), port -> Code.number(port));
        one(
                "probes",
                "livenessProbe readinessProbe",
                own.probes(),
                isSame(own.probes(), usual.probes(), own.port()) ? own.probes() : usual.probes(),
                probes -> Expressions.probes(probes, own.port()));
        one("service", "service", own.service(), usual.service(), Expressions::service);
        optional(
                "serviceAccount", "serviceAccount", own.serviceAccount(), usual.serviceAccount(), Expressions::account);
        ingress(own.ingress(), usual.ingress());
        entries("labels", "Labels", "commonLabels", own.labels(), usual.labels());
        entries("annotations", "Annotations", "commonAnnotations", own.annotations(), usual.annotations());
        name("nameOverride", own.nameOverride(), usual.nameOverride());
        name("fullnameOverride", own.fullnameOverride(), usual.fullnameOverride());
        name("namespaceOverride", own.namespaceOverride(), usual.namespaceOverride());
    }

    /** Whether probes do the same in a container that listens on a port. */
    private static boolean isSame(Probes own, Probes usual, int port) {
        return own.liveness()
                        .map(probe -> probe.tree(port))
                        .equals(usual.liveness().map(probe -> probe.tree(port)))
                && own.readiness()
                        .map(probe -> probe.tree(port))
                        .equals(usual.readiness().map(probe -> probe.tree(port)))
                && own.startup().equals(usual.startup());
    }

    void ingress(Optional<Ingress> own, Optional<Ingress> usual) {
        optional("ingress", "ingress", own, usual, Expressions::ingress);
    }

    void name(String name, Optional<String> own, Optional<String> usual) {
        optional(name, name, own, usual, Code::text);
    }

    /** A part that is made by a method of its own. */
    void part(String name) {
        add(isBuilder ? name : with(name), "", Code.own(name));
    }

    private <T> void one(String name, String keys, T own, @Nullable T usual, Function<T, Code> write) {
        if (!Objects.equals(own, usual)) {
            add(isBuilder ? name : with(name), keys, write.apply(own));
        }
    }

    private <T> void optional(
            String name, String keys, Optional<? extends T> own, Optional<? extends T> usual, Function<T, Code> write) {
        if (own.isPresent()) {
            one(name, keys, own.get(), usual.orElse(null), write);
        } else if (usual.isPresent()) {
            add(with(name), keys, Code.call(Optional.class, "empty"));
        }
    }

    private <T> void many(String name, String keys, List<T> own, List<T> usual, Function<T, Code> write) {
        if (own.equals(usual)) {
            return;
        }
        List<Code> items = new ArrayList<>();
        for (T item : own) {
            items.add(write.apply(item));
        }
        if (items.isEmpty()) {
            items.add(Code.call(List.class, "of"));
        }
        add(isBuilder ? "add" + capital(name) : with(name), keys, items.toArray(new Code[0]));
    }

    void entries(String name, String capital, String keys, Map<String, String> own, Map<String, String> usual) {
        // The order of variables is that of the container.
        if (new ArrayList<>(own.entrySet()).equals(new ArrayList<>(usual.entrySet()))) {
            return;
        }
        if (!isBuilder && !usual.isEmpty()) {
            add(with(name), keys, Code.call(Map.class, "of"));
        }
        for (Map.Entry<String, String> entry : own.entrySet()) {
            add((isBuilder ? "put" : "plus") + capital, keys, Code.text(entry.getKey()), Code.text(entry.getValue()));
        }
    }

    private void add(String method, String keys, Code... arguments) {
        code = code.then(new Code.Link(method, List.of(arguments), notes.take(keys)));
    }

    private static String with(String name) {
        return "with" + capital(name);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
