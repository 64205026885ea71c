package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.schema.Schemas;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads and writes fabric8's types as views of manifests. This is the only class that loads fabric8 and databind, so
 * that code without views needs neither.
 *
 * <p>A view is read strictly: a key that the type does not know, or a value of another type, is an error. It is written
 * without unset fields, and with maps sorted by key.
 */
final class TypedViews {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new StrictIntrospector())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private TypedViews() {}

    /** The manifest of an object. */
    static Manifest manifest(HasMetadata object) {
        return Manifest.of(tree(object));
    }

    /** The kind of a class of objects. */
    static String kind(Class<?> type) {
        return HasMetadata.getKind(objectType(type));
    }

    /** A manifest as an object of a class. */
    static <T> T view(Manifest manifest, Class<T> type, Locations locations) {
        checkVersion(manifest, objectType(type), locations);
        List<Problem> problems = new ArrayList<>();
        T view = read(manifest, type, locations, problems);
        if (view != null && problems.isEmpty()) {
            checkBooleans("", manifest.tree(), tree(view), type, locations, problems);
        }
        if (!problems.isEmpty() || view == null) {
            throw new DeployException.InvalidInput(problems);
        }
        return view;
    }

    /** The tree of a manifest after an edit of its view. */
    static <T> Tree edit(Manifest manifest, Class<T> type, UnaryOperator<T> edit, Locations locations) {
        T view = view(manifest, type, locations);
        MapTree before = tree(view);
        T edited = Objects.requireNonNull(edit.apply(view), "the edit's result");
        return TypedEdit.apply(
                Schemas.typeOf(manifest.apiVersion(), manifest.kind()).orElse(null),
                manifest.tree(),
                before,
                tree(edited));
    }

    private static <T> @Nullable T read(Manifest manifest, Class<T> type, Locations locations, List<Problem> problems) {
        UnknownKeys unknown = new UnknownKeys(type, locations, problems);
        try {
            return MAPPER.readerFor(type).withHandler(unknown).readValue(node(manifest.tree()));
        } catch (JacksonException e) {
            // The exception's own message may hold values.
            String path = path(e.getPath());
            problems.add(mismatch(path, kindAt(manifest.tree(), e.getPath()), type, locations));
            return null;
        }
    }

    /** Reports booleans that fabric8 accepts as text, in quantities and in ports by name. Kubernetes refuses them. */
    private static void checkBooleans(
            String path,
            Tree original,
            @Nullable Tree view,
            Class<?> type,
            Locations locations,
            List<Problem> problems) {
        if (original instanceof MapTree map && view instanceof MapTree seen) {
            for (int i = 0; i < map.size(); i++) {
                String key = map.keyAt(i);
                String below = TreePath.child(path, key);
                checkBooleans(below, map.valueAt(i), seen.get(key), type, locations, problems);
            }
        } else if (original instanceof ListTree list && view instanceof ListTree seen && list.size() == seen.size()) {
            for (int i = 0; i < list.size(); i++) {
                checkBooleans(TreePath.child(path, i), list.get(i), seen.get(i), type, locations, problems);
            }
        } else if (original instanceof ScalarTree scalar
                && scalar.kind() == ScalarTree.Kind.BOOLEAN
                && view != null
                && !scalar.equals(view)) {
            problems.add(mismatch(path, "a boolean", type, locations));
        }
    }

    private static Problem mismatch(String path, String what, Class<?> type, Locations locations) {
        return Problem.error(
                ProblemCodes.TYPE_MISMATCH,
                locations.of(path),
                "`" + path + "` is " + what + ", which " + type.getSimpleName() + " does not accept there",
                "correct the value's type");
    }

    /** Checked here and not by the compiler, which would then need fabric8 for all overloads of the method. */
    private static Class<? extends HasMetadata> objectType(Class<?> type) {
        if (!HasMetadata.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException("`" + type.getName()
                    + "` is not a class of Kubernetes objects; use one that implements " + HasMetadata.class.getName());
        }
        return type.asSubclass(HasMetadata.class);
    }

    private static void checkVersion(Manifest manifest, Class<? extends HasMetadata> type, Locations locations) {
        if (GenericKubernetesResource.class.isAssignableFrom(type)) {
            return;
        }
        String kind = kind(type);
        String apiVersion = HasMetadata.getApiVersion(type);
        if (!manifest.kind().equals(kind)
                || apiVersion != null && !manifest.apiVersion().equals(apiVersion)) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.TYPE_MISMATCH,
                    locations.of(""),
                    "`" + manifest + "` is a " + manifest.kind() + " of `" + manifest.apiVersion() + "`; the class "
                            + type.getName() + " is for " + kind
                            + (apiVersion == null ? "" : " of `" + apiVersion + "`"),
                    "use the class of that version"));
        }
    }

    private static MapTree tree(Object object) {
        JsonNode node;
        try {
            node = MAPPER.valueToTree(object);
        } catch (JacksonException e) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.OBJECT_UNWRITABLE,
                    Location.of(path(e.getPath())),
                    "an object of " + object.getClass().getName() + " cannot be written as JSON",
                    "correct the class or the value in it"));
        }
        MapTree tree = (MapTree) tree(node);
        boolean emptyStatus = tree.get("status") instanceof MapTree status && status.isEmpty();
        return emptyStatus ? tree.without("status") : tree;
    }

    private static JsonNode node(Tree tree) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (tree instanceof MapTree map) {
            ObjectNode node = nodes.objectNode();
            for (int i = 0; i < map.size(); i++) {
                node.set(map.keyAt(i), node(map.valueAt(i)));
            }
            return node;
        }
        if (tree instanceof ListTree list) {
            ArrayNode node = nodes.arrayNode(list.size());
            for (Tree item : list) {
                node.add(node(item));
            }
            return node;
        }
        ScalarTree scalar = (ScalarTree) tree;
        return switch (scalar.kind()) {
            case STRING -> nodes.stringNode(scalar.text());
            case BOOLEAN -> nodes.booleanNode(scalar.text().equals("true"));
            case NULL -> nodes.nullNode();
            case INTEGER -> integer(nodes, new BigInteger(scalar.text()));
            case FLOAT -> {
                BigDecimal number = scalar.number();
                yield number == null ? nodes.stringNode(scalar.text()) : nodes.numberNode(number);
            }
        };
    }

    /** The smallest node for the number: fabric8 recognizes a port number by its type int. */
    private static JsonNode integer(JsonNodeFactory nodes, BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return nodes.numberNode(number.intValue());
        }
        return number.bitLength() < Long.SIZE ? nodes.numberNode(number.longValue()) : nodes.numberNode(number);
    }

    private static Tree tree(JsonNode node) {
        if (node.isObject()) {
            MapTree.Builder map = MapTree.builder(node.size());
            for (var entry : node.properties()) {
                if (!entry.getValue().isNull()) {
                    map.put(entry.getKey(), tree(entry.getValue()));
                }
            }
            return map.build();
        }
        if (node.isArray()) {
            Tree[] items = new Tree[node.size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = tree(node.get(i));
            }
            return ListTree.of(items);
        }
        if (node.isBoolean()) {
            return ScalarTree.of(node.booleanValue());
        }
        if (node.isIntegralNumber()) {
            return ScalarTree.of(node.bigIntegerValue());
        }
        if (node.isNumber()) {
            return ScalarTree.ofFloat(
                    switch (node.asString()) {
                        case "NaN" -> ".nan";
                        case "Infinity" -> ".inf";
                        case "-Infinity" -> "-.inf";
                        default -> node.asString();
                    });
        }
        return node.isNull() ? ScalarTree.ofNull() : ScalarTree.of(node.asString());
    }

    private static String path(List<JacksonException.Reference> references) {
        String path = "";
        for (JacksonException.Reference reference : references) {
            String key = reference.getPropertyName();
            path = key == null ? TreePath.child(path, reference.getIndex()) : TreePath.child(path, key);
        }
        return path;
    }

    private static String kindAt(Tree tree, List<JacksonException.Reference> references) {
        Tree here = tree;
        for (JacksonException.Reference reference : references) {
            Tree next = null;
            String key = reference.getPropertyName();
            if (here instanceof MapTree map && key != null) {
                next = map.get(key);
            } else if (here instanceof ListTree list && key == null && reference.getIndex() < list.size()) {
                next = list.get(Math.max(0, reference.getIndex()));
            }
            if (next == null) {
                return "something";
            }
            here = next;
        }
        if (!(here instanceof ScalarTree scalar)) {
            return here.describe();
        }
        // Not `describe`, which shows numbers: this may be a secret one.
        return switch (scalar.kind()) {
            case STRING -> "a string";
            case INTEGER -> "an integer";
            case FLOAT -> "a number with a fraction";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
        };
    }

    /**
     * Makes unknown keys an error in fabric8's classes, which would collect them as additional properties. Classes for
     * keys of any name, and classes of others, still collect them.
     */
    private static final class StrictIntrospector extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
            if (annotated instanceof AnnotatedMember member) {
                Class<?> type = member.getDeclaringClass();
                if (type.getName().startsWith("io.fabric8.kubernetes.api.model.")
                        && type != GenericKubernetesResource.class
                        && type != FieldsV1.class) {
                    return false;
                }
            }
            return super.hasAnySetter(config, annotated);
        }
    }

    /** Adds a problem for every key that a type does not know. */
    private static final class UnknownKeys extends DeserializationProblemHandler {
        private final Class<?> type;
        private final Locations locations;
        private final List<Problem> problems;

        UnknownKeys(Class<?> type, Locations locations, List<Problem> problems) {
            this.type = type;
            this.locations = locations;
            this.problems = problems;
        }

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                @Nullable ValueDeserializer<?> deserializer,
                Object bean,
                String name) {
            // At the start of a map or list the parser is in it already.
            TokenStreamContext inside = parser.streamReadContext();
            boolean entered =
                    parser.currentToken() != null && parser.currentToken().isStructStart();
            String path = path(entered ? inside.getParent() : inside, name);
            problems.add(Problem.error(
                    ProblemCodes.UNKNOWN_KEY,
                    locations.of(path),
                    "`" + path + "` is not known to " + type.getSimpleName(),
                    remedy(deserializer, name)));
            parser.skipChildren();
            return true;
        }

        private static String remedy(@Nullable ValueDeserializer<?> deserializer, String name) {
            List<String> known = new ArrayList<>();
            Collection<Object> names = deserializer == null ? null : deserializer.getKnownPropertyNames();
            if (names != null) {
                for (Object one : names) {
                    known.add(one.toString());
                }
            }
            Optional<String> nearest = Names.nearest(name, known);
            return nearest.isPresent() ? "perhaps " + Problem.quote(nearest.get()) + " is meant" : "leave it out";
        }

        private static String path(TokenStreamContext context, String name) {
            List<TokenStreamContext> up = new ArrayList<>();
            for (TokenStreamContext here = context; here != null; here = here.getParent()) {
                up.add(here);
            }
            String path = "";
            for (int i = up.size() - 1; i > 0; i--) {
                TokenStreamContext here = up.get(i);
                if (here.inObject()) {
                    path = TreePath.child(path, here.currentName());
                } else if (here.inArray()) {
                    path = TreePath.child(path, here.getCurrentIndex());
                }
            }
            return TreePath.child(path, name);
        }
    }
}
