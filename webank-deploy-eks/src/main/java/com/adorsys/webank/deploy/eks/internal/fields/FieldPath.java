package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps from an object to one of its managed fields. Immutable. */
public record FieldPath(List<PathElement> steps) {
    static FieldPath of(List<PathElement> steps) {
        return new FieldPath(List.copyOf(steps));
    }

    /**
     * The field that the API server names in a message.
     *
     * @param live the object as the server gives it
     * @param text the field as the server writes it: {@code .spec.template.spec.containers[name="app"].image}
     * @return empty if nobody manages such a field
     */
    public static Optional<FieldPath> find(MapTree live, String text) {
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            Place found = find(Place.of(entry.fields(), live, live), text);
            if (found != null) {
                return Optional.of(found.path());
            }
        }
        return Optional.empty();
    }

    /** @param rest of the path, from a place on */
    private static @Nullable Place find(Place parent, String rest) {
        for (Place place : parent.below()) {
            String step = place.step().text();
            Place found = !rest.startsWith(step)
                    ? null
                    : rest.equals(step) ? place : find(place, rest.substring(step.length()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The value of the field in an object; null if the object does not have it. */
    public @Nullable Tree in(MapTree object) {
        Tree at = object;
        for (PathElement step : steps) {
            at = step.in(at);
        }
        return at;
    }

    /**
     * An object with another value of the field.
     *
     * @param value null to remove the field
     * @return the object itself if it does not have what holds the field
     */
    public MapTree with(MapTree object, @Nullable Tree value) {
        return with(object, 0, value) instanceof MapTree changed ? changed : object;
    }

    private Tree with(Tree parent, int step, @Nullable Tree value) {
        PathElement element = steps.get(step);
        Tree there = element.in(parent);
        if (step < steps.size() - 1) {
            return there == null ? parent : element.with(parent, with(there, step + 1, value));
        }
        return there == null && value == null ? parent : element.with(parent, value);
    }

    /**
     * The path as a JSON pointer into an object, with the positions that its list items have there; empty if it does not have
     * one of them.
     */
    public Optional<String> pointer(MapTree object) {
        StringBuilder pointer = new StringBuilder();
        Tree at = object;
        for (PathElement step : steps) {
            int position = at instanceof ListTree list ? step.indexIn(list) : -1;
            if (step.kind() != PathElement.Kind.FIELD && position < 0) {
                return Optional.empty();
            }
            pointer.append('/');
            if (position < 0) {
                pointer.append(step.field().replace("~", "~0").replace("/", "~1"));
            } else {
                pointer.append(position);
            }
            at = step.in(at);
        }
        return Optional.of(pointer.toString());
    }

    /** The path as the API server writes it: {@code .spec.template.spec.containers[name="app"].image}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (PathElement step : steps) {
            text.append(step.text());
        }
        return text.toString();
    }
}
