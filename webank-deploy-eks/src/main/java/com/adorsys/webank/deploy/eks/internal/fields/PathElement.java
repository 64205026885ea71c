package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One step of a path in managed fields: {@code f:spec}, {@code k:{"name":"app"}}, {@code v:"finalizer"} or {@code i:0}.
 */
record PathElement(Kind kind, String field, Tree content) {
    enum Kind {
        FIELD,
        KEY,
        VALUE,
        INDEX
    }

    /** What says that a place is owned itself, beside what is below it. Not a step. */
    static final String SELF = ".";

    /** The step that a text says; null if it says none that is known here, as servers to come may. */
    static @Nullable PathElement parse(String text) {
        if (text.length() < 2 || text.charAt(1) != ':') {
            return null;
        }
        String rest = text.substring(2);
        try {
            return switch (text.charAt(0)) {
                case 'f' -> new PathElement(Kind.FIELD, rest, MapTree.of());
                case 'k' -> json(rest) instanceof MapTree keys ? new PathElement(Kind.KEY, "", keys) : null;
                case 'v' -> new PathElement(Kind.VALUE, "", json(rest));
                case 'i' -> new PathElement(Kind.INDEX, "", ScalarTree.of(Integer.parseInt(rest)));
                default -> null;
            };
        } catch (Json.Malformed | NumberFormatException e) {
            return null;
        }
    }

    /** The step to a field. */
    static PathElement field(String name) {
        return new PathElement(Kind.FIELD, name, MapTree.of());
    }

    private static Tree json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The step as the API server writes it in messages: {@code .spec}, {@code [name="app"]}, {@code [="a"]}, {@code [0]}. */
    String text() {
        return switch (kind) {
            case FIELD -> "." + field;
            case KEY -> {
                MapTree keys = (MapTree) content;
                StringBuilder text = new StringBuilder("[");
                for (int i = 0; i < keys.size(); i++) {
                    text.append(i == 0 ? "" : ",").append(keys.keyAt(i)).append('=');
                    text.append(GoText.of(keys.valueAt(i)));
                }
                yield text.append(']').toString();
            }
            case VALUE -> "[=" + GoText.of(content) + "]";
            case INDEX -> "[" + GoText.of(content) + "]";
        };
    }

    /** Whether an item of a keyed list has this field because it is this item: its key. */
    boolean isKeyField(String name) {
        return kind == Kind.KEY && ((MapTree) content).has(name);
    }

    /** Where the step leads to; null if there is nothing. A key that the server fills in may be missing in an item. */
    @Nullable
    Tree in(@Nullable Tree parent) {
        if (kind == Kind.FIELD) {
            return parent instanceof MapTree map ? map.get(field) : null;
        }
        if (!(parent instanceof ListTree list)) {
            return null;
        }
        int index = indexIn(list);
        return index < 0 ? null : list.get(index);
    }

    /** The position of the item to which the step leads; -1 if there is none. */
    int indexIn(ListTree list) {
        if (kind == Kind.INDEX) {
            int index = Integer.parseInt(((ScalarTree) content).text());
            return index < list.size() ? index : -1;
        }
        int likely = -1;
        for (int i = 0; i < list.size(); i++) {
            if (matches(list.get(i))) {
                return i;
            }
            likely = likely < 0 && mayMatch(list.get(i)) ? i : likely;
        }
        return likely;
    }

    /**
     * A map or list with another value in the place to which the step leads.
     *
     * @param value null to remove the place
     */
    Tree with(@Nullable Tree parent, @Nullable Tree value) {
        if (kind == Kind.FIELD) {
            MapTree map = parent instanceof MapTree known ? known : MapTree.of();
            return value == null ? map.without(field) : map.with(field, value);
        }
        ListTree list = parent instanceof ListTree known ? known : ListTree.of();
        int index = indexIn(list);
        if (index < 0) {
            return value == null ? list : list.plus(value);
        }
        return value == null ? list.without(index) : list.with(index, value);
    }

    /** Whether this step leads to this item of a list, which may leave out some of its keys, as a port its protocol. */
    boolean mayMatch(Tree item) {
        return kind == Kind.KEY ? item instanceof MapTree map && sameKeys(map) > 0 : matches(item);
    }

    /** Whether this step leads to exactly this item of a list. */
    boolean matches(Tree item) {
        return switch (kind) {
            case KEY -> item instanceof MapTree map && sameKeys(map) == ((MapTree) content).size();
            case VALUE -> Scalars.same(content, item);
            case FIELD, INDEX -> false;
        };
    }

    /** Whether this step leads to the item of a list at an index. */
    boolean matches(Tree item, int index) {
        return kind == Kind.INDEX ? ((ScalarTree) content).text().equals(Integer.toString(index)) : matches(item);
    }

    /** An item of a list with the keys to which this step leads. */
    MapTree withKeys(MapTree item) {
        MapTree keyed = item;
        if (kind == Kind.KEY) {
            MapTree keys = (MapTree) content;
            for (int i = 0; i < keys.size(); i++) {
                keyed = keyed.with(keys.keyAt(i), keys.valueAt(i));
            }
        }
        return keyed;
    }

    /** How many of the keys an item has; -1 if it has another value for one. */
    private int sameKeys(MapTree item) {
        MapTree keys = (MapTree) content;
        int same = 0;
        for (int i = 0; i < keys.size(); i++) {
            Tree value = item.get(keys.keyAt(i));
            if (value != null) {
                if (!Scalars.same(keys.valueAt(i), value)) {
                    return -1;
                }
                same++;
            }
        }
        return same;
    }
}
