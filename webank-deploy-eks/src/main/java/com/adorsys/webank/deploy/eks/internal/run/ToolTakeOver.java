package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds out whether Argo CD or Flux would undo a take-over, and what is to be done there. Only reads. */
final class ToolTakeOver {
    private final RunContext context;
    private final List<PlannedObject> objects;
    private final TakeOver takeOver;
    private final ToolSource source;
    private final Set<Place> places = new LinkedHashSet<>();
    private final Map<Place, MapTree> found =
            new TreeMap<>(Comparator.comparing(Place::namespace).thenComparing(Place::name));
    private boolean unreadable;

    private ToolTakeOver(RunContext context, List<PlannedObject> objects, TakeOver takeOver, ToolSource source) {
        this.context = context;
        this.objects = objects;
        this.takeOver = takeOver;
        this.source = source;
        for (ToolMark mark : context.consents().marks(takeOver)) {
            if (mark.source() == source) {
                String known = mark.namespace().isEmpty() ? takeOver.namespace() : mark.namespace();
                places.add(new Place(known, mark.name()));
            }
        }
    }

    /**
     * Where a source is to be found.
     *
     * @param namespace empty if it is not known
     */
    private record Place(String namespace, String name) {
        boolean isAt(Place known) {
            return name.equals(known.name) && (namespace.isEmpty() || namespace.equals(known.namespace));
        }

        @Override
        public String toString() {
            return namespace.isEmpty() ? name : namespace + "/" + name;
        }
    }

    /**
     * What a plan has to say about a take-over.
     *
     * @param objects what happens to every object of the set and of the release
     */
    static List<Problem> problems(RunContext context, List<PlannedObject> objects, TakeOver takeOver) {
        List<Problem> problems = new ArrayList<>();
        for (ToolSource source : ToolSource.values()) {
            problems.addAll(new ToolTakeOver(context, objects, takeOver, source).problems());
        }
        return problems;
    }

    private List<Problem> problems() {
        boolean seen = !places.isEmpty();
        // A release of Helm that no object shows a HelmRelease of was made by Helm itself.
        boolean named = takeOver.tool() == source.tool() && !takeOver.isHelm();
        if (!seen && !named) {
            return List.of();
        }
        if (!seen) {
            places.add(new Place(takeOver.namespace(), takeOver.name()));
        }
        List<Problem> missing = new ArrayList<>();
        for (Place place : places) {
            find(place);
            if (seen && found.keySet().stream().noneMatch(place::isAt)) {
                missing.add(missing(place));
            }
        }
        List<Problem> problems = new ArrayList<>();
        found.values().forEach(object -> problems.add(problem(object)));
        problems.addAll(missing);
        found.values().forEach(object -> problems.addAll(left(object)));
        if (problems.isEmpty() && !context.consents().holds(takeOver)) {
            problems.add(warning(
                    ProblemCodes.OPTION_WITHOUT_EFFECT,
                    Problem.quote("--take-over " + source.prefix() + ":" + name()) + " has no effect: no object in the"
                            + " set is deployed by " + source.text() + " " + Problem.quote(name()),
                    "leave it out"));
        }
        return problems;
    }

    private Problem missing(Place place) {
        String text = source.text() + " " + Problem.quote(place.toString());
        return warning(
                ProblemCodes.OWNER_REMAINS,
                unreadable
                        ? text + " may not be read: it would undo this if it is there and is not switched off"
                        : text + " is not in this cluster: if it is in another one, it would undo this",
                source == ToolSource.APPLICATION
                        ? "switch its automated sync off, and delete it without its objects"
                        : "suspend it, and delete it while it is suspended");
    }

    private Problem problem(MapTree object) {
        String text = text(object);
        if (source.isActive(object)) {
            return Problem.error(
                    ProblemCodes.OWNER_ACTIVE,
                    Location.of(context.release().toString()),
                    text + (source == ToolSource.APPLICATION ? " syncs automatically" : " is not suspended")
                            + ": it would undo the take-over",
                    source.switchOff(object));
        }
        return warning(
                ProblemCodes.OWNER_REMAINS,
                text
                        + (source == ToolSource.APPLICATION
                                ? " is still there: a sync would undo the take-over"
                                : " is suspended: it would undo the take-over once it is resumed"),
                source.removal(object));
    }

    private String text(MapTree object) {
        return source.text() + " "
                + Problem.quote(
                        Trees.text(object, "metadata", "namespace") + "/" + Trees.text(object, "metadata", "name"));
    }

    /** Warnings about objects that the source deploys and the set does not have. */
    private List<Problem> left(MapTree object) {
        Set<ResourceId> planned = new HashSet<>();
        objects.forEach(known -> planned.add(known.id()));
        List<Problem> problems = new ArrayList<>();
        for (ToolSource.Deployed deployed : source.deployed(object)) {
            Optional<ApiResource> resource = context.resources().findInGroup(deployed.group(), deployed.kind());
            if (resource.isEmpty()) {
                continue;
            }
            ResourceId id =
                    ResourceId.of(resource.get().apiVersion(), deployed.kind(), deployed.namespace(), deployed.name());
            if (!planned.contains(id) && isMarked(resource.get().path(id.namespace(), id.name()), object)) {
                problems.add(warning(
                        ProblemCodes.OWNER_MARK_LEFT,
                        Problem.quote(id.toString()) + " is deployed by " + text(object)
                                + " and is not in the set: it stays as it is",
                        "put it into the set, or delete it by hand if nobody needs it"));
            }
        }
        return problems;
    }

    /** Whether an object is there that says that it belongs to a source. */
    private boolean isMarked(String path, MapTree object) {
        LiveObject owner = new LiveObject(object);
        return context.api()
                .findIfAllowed(path)
                .map(live -> ToolMark.of(new LiveObject(live)).stream()
                        .anyMatch(mark -> mark.source() == source && mark.names(owner.namespace(), owner.name())))
                .orElse(false);
    }

    private String name() {
        return (takeOver.namespace().isEmpty() ? "" : takeOver.namespace() + "/") + takeOver.name();
    }

    private void find(Place place) {
        try {
            Optional<ApiResource> resource = context.resources().findInGroup(source.group(), source.kind());
            if (resource.isPresent()) {
                find(resource.get(), place);
            }
        } catch (ApiException e) {
            if (!e.isForbidden()) {
                throw e;
            }
            unreadable = true;
        }
    }

    private void find(ApiResource resource, Place place) {
        if (!place.namespace().isEmpty()) {
            read(resource, place);
            return;
        }
        String named = "?fieldSelector=" + ApiServer.encoded("metadata.name=" + place.name());
        try {
            context.api().list(resource.path("") + named, this::add);
        } catch (ApiException e) {
            if (!e.isForbidden()) {
                throw e;
            }
            read(resource, new Place(source.usualNamespace(), place.name()));
        }
    }

    private void read(ApiResource resource, Place place) {
        context.api().find(resource.path(place.namespace(), place.name())).ifPresent(this::add);
    }

    private void add(MapTree object) {
        LiveObject live = new LiveObject(object);
        found.put(new Place(live.namespace(), live.name()), object);
    }

    private Problem warning(String code, String what, String remedy) {
        return Problems.warning(context.release(), code, what, remedy);
    }
}
