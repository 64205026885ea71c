package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.dsl.internal.PodContainers;
import com.adorsys.webank.deploy.dsl.internal.PodPath;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A part of a release during rendering: the objects of one component or of the database in the cluster, or the Ingress
 * and the sources of Secrets of the Webank. Immutable; a {@link PostureStep} returns a changed copy.
 *
 * <p>Objects are trees with the structure of manifests: {@code object.with("key", value)}, {@code object.at("spec",
 * "replicas")}.
 */
public final class ReleasePart {
    private final String name;
    private final @Nullable Component component;
    private final @Nullable InClusterDatabase database;
    private final List<MapTree> objects;

    private ReleasePart(
            String name, @Nullable Component component, @Nullable InClusterDatabase database, List<MapTree> objects) {
        this.name = name;
        this.component = component;
        this.database = database;
        this.objects = objects;
    }

    /** Creates the part of a component; the caller must not change the list afterwards. */
    static ReleasePart of(Component component, List<MapTree> objects) {
        return new ReleasePart(component.traits().name(), component, null, objects);
    }

    /** Creates the part of a database; the caller must not change the list afterwards. */
    static ReleasePart of(InClusterDatabase database, List<MapTree> objects) {
        return new ReleasePart(database.alias(), null, database, objects);
    }

    /** Creates any other part; the caller must not change the list afterwards. */
    public static ReleasePart of(String name, List<MapTree> objects) {
        return new ReleasePart(name, null, null, objects);
    }

    private ReleasePart withObjects(List<MapTree> changed) {
        return new ReleasePart(name, component, database, changed);
    }

    /** {@code obs}, {@code prs}, {@code userapp}, a microservice's name, a database's alias, or {@code webank}. */
    public String name() {
        return name;
    }

    /** The component that it is rendered from; empty for a database and for what belongs to the Webank itself. */
    public Optional<Component> component() {
        return Optional.ofNullable(component);
    }

    /** The database that it is rendered from; empty for a component and for the Ingress of the Webank. */
    public Optional<InClusterDatabase> database() {
        return Optional.ofNullable(database);
    }

    /** Its path in the model, for problems: {@code onlineBanking}, {@code microservices.NAME} or the like. */
    public String path() {
        return component == null ? name : component.traits().path();
    }

    /** The objects, in the order in which they were created. */
    public List<MapTree> objects() {
        return Collections.unmodifiableList(objects);
    }

    /** The first object of a kind. */
    public Optional<MapTree> object(String kind) {
        return Optional.ofNullable(find(kind));
    }

    /** Whether there is an object of a kind. */
    public boolean has(String kind) {
        return find(kind) != null;
    }

    /** A copy with an object, which replaces one with the same kind, namespace and name. */
    public ReleasePart with(MapTree object) {
        List<MapTree> changed = new ArrayList<>(objects.size() + 1);
        boolean replaced = false;
        for (MapTree present : objects) {
            boolean same = !replaced && isSame(present, object);
            changed.add(same ? object : present);
            replaced |= same;
        }
        if (!replaced) {
            changed.add(object);
        }
        return withObjects(changed);
    }

    /** A copy without the objects of a kind. */
    public ReleasePart without(String kind) {
        List<MapTree> kept = new ArrayList<>(objects.size());
        for (MapTree object : objects) {
            if (!kind(object).equals(kind)) {
                kept.add(object);
            }
        }
        return withObjects(kept);
    }

    /** A copy with every object changed. */
    public ReleasePart edit(UnaryOperator<MapTree> edit) {
        MapTree[] edited = new MapTree[objects.size()];
        boolean changes = false;
        for (int i = 0; i < edited.length; i++) {
            edited[i] = made(edit, objects.get(i));
            changes |= isOther(edited[i], objects.get(i));
        }
        return changes ? withObjects(Arrays.asList(edited)) : this;
    }

    /** A copy with every object of a kind changed. */
    public ReleasePart edit(String kind, UnaryOperator<MapTree> edit) {
        return edit(new Edit(Scope.OBJECT_OF_KIND, kind, edit));
    }

    /** A copy with every workload changed, that is every object with a pod template, whatever its kind. */
    public ReleasePart editWorkloads(UnaryOperator<MapTree> edit) {
        return edit(new Edit(Scope.WORKLOAD, "", edit));
    }

    /** A copy with every pod changed: the {@code spec} of the pod template of each workload. */
    public ReleasePart editPods(UnaryOperator<MapTree> edit) {
        return edit(new Edit(Scope.POD, "", edit));
    }

    /** A copy with every container of every pod changed, including init containers and sidecars. */
    public ReleasePart editContainers(UnaryOperator<MapTree> edit) {
        return editPods(new Edit(Scope.CONTAINERS, "", edit));
    }

    private enum Scope {
        OBJECT_OF_KIND,
        WORKLOAD,
        POD,
        CONTAINERS,
        RESULT
    }

    /** An edit of some objects, or of something in each. */
    private record Edit(Scope scope, String kind, UnaryOperator<MapTree> edit) implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree tree) {
            return switch (scope) {
                case OBJECT_OF_KIND -> ReleasePart.kind(tree).equals(kind) ? edit.apply(tree) : tree;
                case WORKLOAD -> Trees.value(tree, PodPath.spec(tree)) instanceof MapTree ? edit.apply(tree) : tree;
                case POD -> Trees.edit(tree, new Edit(Scope.RESULT, "", edit), PodPath.spec(tree));
                case CONTAINERS -> PodContainers.edit(tree, new Edit(Scope.RESULT, "", edit));
                case RESULT -> made(edit, tree);
            };
        }
    }

    private @Nullable MapTree find(String kind) {
        for (int i = 0; i < objects.size(); i++) {
            if (kind(objects.get(i)).equals(kind)) {
                return objects.get(i);
            }
        }
        return null;
    }

    private static MapTree made(UnaryOperator<MapTree> edit, MapTree tree) {
        return Objects.requireNonNull(edit.apply(tree), "the function of an edit returned null");
    }

    /**
     * Whether the objects are not identical. This is cheaper than comparing them; equal objects only cost an extra
     * copy.
     */
    private static boolean isOther(Tree one, Tree other) {
        return one != other;
    }

    static String kind(MapTree object) {
        return Trees.text(object.get("kind"));
    }

    private static boolean isSame(MapTree one, MapTree other) {
        return kind(one).equals(kind(other))
                && one.at("metadata", "name").equals(other.at("metadata", "name"))
                && one.at("metadata", "namespace").equals(other.at("metadata", "namespace"));
    }

    /** The name, and the kinds of the objects. */
    @Override
    public String toString() {
        List<String> kinds = new ArrayList<>();
        for (MapTree object : objects) {
            kinds.add(kind(object));
        }
        return name + " " + kinds;
    }
}
