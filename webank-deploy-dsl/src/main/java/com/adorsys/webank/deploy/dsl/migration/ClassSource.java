package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.SyncPolicy;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.PendingRegistration;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes the class of a migration: a method for each component, and one for what they are parts of. */
final class ClassSource {
    private static final String INDENT = "    ";
    private static final String CHART_ONLY = "chartOnly";

    private final Migration migration;
    private final JavaClassName name;
    private final Chart chart;
    private final StringBuilder methods = new StringBuilder();
    private final Set<Class<?>> types = new HashSet<>();

    ClassSource(Migration migration, JavaClassName name) {
        this.migration = migration;
        this.name = name;
        this.chart = migration.values().chart();
    }

    String text() {
        migration.model().webank().ifPresent(this::webank);
        for (Map.Entry<String, Migration.Part> entry : migration.parts().entrySet()) {
            component(entry.getKey(), entry.getValue());
        }
        chartOnly();
        Release release = migration.model().release();
        method(
                "The release that the values are for.",
                "public",
                Release.class,
                "release()",
                Code.call(Release.class, "of", Code.text(release.name()), Code.text(release.namespace())),
                new Notes());
        if (chart == Chart.WEBANK) {
            migration.application().ifPresent(this::environment);
        }
        return header() + methods + "}\n";
    }

    private String header() {
        Set<String> imports = new TreeSet<>();
        for (Class<?> type : types) {
            if (!type.equals(String.class)) {
                imports.add(type.getName());
            }
            if (type.getSimpleName().equals(name.simpleName())) {
                throw new DeployException.InvalidInput(JavaClassName.problem(
                        "class",
                        "the class would have the name of " + Problem.quote(type.getName()) + ", which it uses",
                        "Choose another name"));
            }
        }
        StringBuilder text = new StringBuilder();
        name.packageName()
                .ifPresent(words -> text.append("package ").append(words).append(";\n\n"));
        for (String type : imports) {
            text.append("import ").append(type).append(";\n");
        }
        return text.append("\n/** Written from values of the chart ")
                .append(chart.chartName())
                .append(", and equal to them in the chart posture. */\npublic final class ")
                .append(name.simpleName())
                .append(" {\n")
                .append(INDENT)
                .append("private ")
                .append(name.simpleName())
                .append("() {}\n")
                .toString();
    }

    private void webank(Webank webank) {
        Notes notes = migration.notes("");
        SettingsSource source;
        Webank own = webank;
        Webank usual;
        if (migration.isBuilt()) {
            own = PlainSettings.of(webank);
            usual = Webank.builder()
                    .onlineBanking(webank.onlineBanking())
                    .userApp(webank.userApp())
                    .build();
            source = SettingsSource.builder(notes, Webank.class);
        } else {
            usual = ChartValues.read(chart, migration.chartOnly(), "", Locations.none())
                    .toModel(migration.model().release())
                    .webank()
                    .orElseThrow();
            source = SettingsSource.changes(notes, Code.own(CHART_ONLY));
        }
        source.part("onlineBanking");
        source.part("userApp");
        source.part("pendingRegistration");
        source.ingress(own.ingress(), usual.ingress());
        source.entries("labels", "Labels", "commonLabels", own.labels(), usual.labels());
        source.entries("annotations", "Annotations", "commonAnnotations", own.annotations(), usual.annotations());
        source.name("nameOverride", own.nameOverride(), usual.nameOverride());
        source.name("fullnameOverride", own.fullnameOverride(), usual.fullnameOverride());
        source.name("namespaceOverride", own.namespaceOverride(), usual.namespaceOverride());
        method("The Webank that the values describe.", "public", Webank.class, "webank()", source.code(), notes);
    }

    private void component(String key, Migration.Part part) {
        Component component = part.component();
        Class<?> type = component instanceof OnlineBanking
                ? OnlineBanking.class
                : component instanceof UserApp ? UserApp.class : PendingRegistration.class;
        String method = Character.toLowerCase(type.getSimpleName().charAt(0))
                + type.getSimpleName().substring(1);
        Notes notes = migration.notes(key);
        Component read = part.read();
        Code code;
        if (read == null) {
            // The charts ignore resources, and the chart posture would render them.
            ignoredResources(key, notes);
            code = SettingsSource.component(component, notes);
        } else {
            Code.Chain start = Code.own(CHART_ONLY);
            if (chart == Chart.WEBANK) {
                start = start.then(method);
                start = type == PendingRegistration.class ? start.then("orElseThrow") : start;
            }
            code = SettingsSource.component(component, start, read, notes);
        }
        method(
                chart == Chart.WEBANK ? "" : "The component that the values describe.",
                chart == Chart.WEBANK ? "private" : "public",
                type,
                method + "()",
                code,
                notes);
    }

    private void ignoredResources(String key, Notes notes) {
        migration
                .read(key)
                .resources()
                .ifPresent(resources -> notes.add(
                        "resources",
                        ".resources(" + Expressions.resources(resources).flat() + ")"));
    }

    private void chartOnly() {
        boolean isUsed = !migration.isBuilt();
        Class<?> type = Webank.class;
        Code.Chain code = Code.call(
                        ChartValues.class,
                        "read",
                        Code.constant(chart),
                        Expressions.tree(migration.chartOnly()),
                        Code.text(""),
                        Code.call(Locations.class, "none"))
                .then("toModel", Code.own("release"));
        for (Migration.Part part : migration.parts().values()) {
            isUsed |= part.read() != null;
            if (chart != Chart.WEBANK) {
                Component component = part.component();
                type = component instanceof OnlineBanking
                        ? OnlineBanking.class
                        : component instanceof UserApp ? UserApp.class : PendingRegistration.class;
            }
        }
        if (isUsed) {
            code = chart == Chart.WEBANK
                    ? code.then("webank")
                    : code.then("component").then("map", new Code.Atom(type.getSimpleName() + ".class::cast", type));
            method(
                    "What no builder offers, as values of the chart.",
                    "private",
                    type,
                    CHART_ONLY + "()",
                    code.then("orElseThrow"),
                    new Notes());
        }
    }

    private void environment(MapTree application) {
        Release release = migration.model().release();
        String known = Trees.text(application, "metadata", "name");
        String prefix = "webank-";
        boolean isPrefixed = known.startsWith(prefix)
                && Names.label(known.substring(prefix.length())).isEmpty();
        String environment = isPrefixed
                ? known.substring(prefix.length())
                : Names.label(known).isEmpty() ? known : release.namespace();
        Code.Chain code = Code.call(Environment.class, "builder")
                .then("name", Code.text(environment))
                .then("webank", Code.own("webank"))
                .then("destination", destination(Trees.map(application, "spec", "destination"), release))
                .then("repository", new Code.Atom("repository", null));
        code = different(code, "releaseName", release.name(), "webank");
        code = code.then("posture", Code.call(Posture.class, "chart"));
        code = different(code, "applicationName", known, "webank-" + environment);
        code = different(code, "project", Trees.text(application, "spec", "project"), "webank");
        MapTree automated = Trees.map(application, "spec", "syncPolicy", "automated");
        if (!Trees.isTrue(automated, "prune") || !Trees.isTrue(automated, "selfHeal")) {
            code = code.then("syncPolicy", Code.call(SyncPolicy.class, "manual"));
        }
        types.add(String.class);
        method(
                "The environment of the Application, whose manifests are committed to a Git repository.",
                "public",
                Environment.class,
                "environment(String repository)",
                code.then("build"),
                new Notes());
    }

    /** The destination; as the Application has it, if it breaks the rules of the typed one. */
    private static Code destination(MapTree tree, Release release) {
        String server = Trees.text(tree, "server");
        String cluster = Trees.text(tree, "name");
        Code namespace = Code.text(release.namespace());
        try {
            Destination inCluster = Destination.inCluster(release.namespace());
            if (server.isEmpty() ? cluster.isEmpty() : server.equals(inCluster.cluster())) {
                return Code.call(Destination.class, "inCluster", namespace);
            }
            String given = server.isEmpty()
                    ? Destination.cluster(cluster, release.namespace()).cluster()
                    : Destination.server(server, release.namespace()).cluster();
            return Code.call(Destination.class, server.isEmpty() ? "cluster" : "server", Code.text(given), namespace);
        } catch (DeployException.InvalidInput notTyped) {
            return Code.call(Destination.class, "of", Expressions.tree(tree.with("namespace", release.namespace())));
        }
    }

    private static Code.Chain different(Code.Chain code, String setting, String value, String usual) {
        return value.isEmpty() || value.equals(usual) ? code : code.then(setting, Code.text(value));
    }

    private void method(String purpose, String visibility, Class<?> type, String signature, Code code, Notes notes) {
        types.add(type);
        code.collectTypes(types);
        methods.append('\n');
        if (!purpose.isEmpty()) {
            methods.append(INDENT).append("/** ").append(purpose).append(" */\n");
        }
        methods.append(INDENT)
                .append(visibility)
                .append(" static ")
                .append(type.getSimpleName())
                .append(' ');
        methods.append(signature).append(" {\n");
        for (String line : notes.rest()) {
            methods.append(INDENT).append(INDENT).append("// ").append(line).append('\n');
        }
        methods.append(CodeLayout.returning(code, Notes.INDENT_OF_STATEMENT))
                .append(INDENT)
                .append("}\n");
    }
}
