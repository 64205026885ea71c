package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.TreePlace;
import com.adorsys.webank.deploy.yaml.YamlPart.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds trees from the events of snakeyaml-engine, the parser that Jackson YAML uses. The events have the style of a
 * scalar, every tag, every position and the start of documents, which Jackson's tokens do not have.
 */
final class YamlComposer {
    private static final int MOST_FROM_ALIASES = 100_000;
    private static final int MOST_PROBLEMS = 50;
    private static final String TAGS = "tag:yaml.org,2002:";

    private final String file;
    private final GoYamlText source;
    private final TabLines tabs;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final String text;
    private final Iterator<Event> events;
    /** Where the text starts in the file. */
    private final Origin origin;

    /** The keys and positions of what is being read, by level; null for an item of a list. */
    private final @Nullable String[] keys = new String[YamlWriter.DEEPEST + 2];

    private final int[] positions = new int[YamlWriter.DEEPEST + 2];
    private int level;
    /** The places of the parts of the value that was read last. */
    private List<TreePlace> parts = TreePlace.NONE;

    private int depth;
    /** The deepest level that was reached since the last anchor started. */
    private int deepest;
    /** How many values the document has so far, including those from aliases. */
    private long values;

    private long fromAliases;
    private @Nullable Mark last;

    /** The value of an anchor; its tree is null while it is being read. */
    private static final class Anchored {
        private @Nullable Tree tree;
        private long values;
        private int levels;
    }

    private YamlComposer(String file, String original, GoYamlText source, Origin origin) {
        this.file = file;
        this.origin = origin;
        this.source = source;
        this.text = source.text();
        this.tabs = new TabLines(original, origin.line());
        this.events = events(text);
    }

    private static Iterator<Event> events(String text) {
        // One read for the whole text: with small reads a long scalar costs the square of its length.
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(text.length() + 1)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        return new ParserImpl(settings, new StreamReader(settings, text));
    }

    static YamlDocument one(String file, String text) {
        List<YamlDocument> documents = documents(file, text, 1);
        if (documents.isEmpty()) {
            boolean blank = text.isBlank();
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.YAML_EMPTY,
                    Location.ofFile(file),
                    blank ? "the file is empty" : "the file has no value, only comments or document markers",
                    "Write a document into it"));
        }
        return documents.get(0);
    }

    static List<YamlDocument> all(String file, String text) {
        return all(file, text, Origin.START);
    }

    /** The documents of a part of a file. */
    static List<YamlDocument> all(String file, String text, Origin origin) {
        return documents(file, text, origin, Integer.MAX_VALUE);
    }

    private static List<YamlDocument> documents(String file, String text, int most) {
        return documents(file, text, Origin.START, most);
    }

    private static List<YamlDocument> documents(String file, String text, Origin origin, int most) {
        GoYamlText source = new GoYamlText(text);
        while (true) {
            try {
                return new YamlComposer(file, text, source, origin).run(most);
            } catch (Mended mended) {
                // The source is different now.
            } catch (NextObject next) {
                return objects(file, JsonObjects.of(text, origin), most);
            }
        }
    }

    private static List<YamlDocument> objects(String file, JsonObjects objects, int most) {
        List<YamlDocument> documents = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            if (documents.size() == most) {
                problems.add(severalDocuments(file, objects.origin(i)));
                break;
            }
            try {
                documents.addAll(documents(file, objects.text(i), objects.origin(i), most));
            } catch (DeployException.InvalidInput e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new DeployException.InvalidInput(problems);
        }
        return documents;
    }

    private static Problem severalDocuments(String file, Origin second) {
        return Problem.error(
                ProblemCodes.YAML_SEVERAL_DOCUMENTS,
                Location.of(file, second.line() + 1, second.column() + 1, ""),
                "a second document starts here, and only one is expected",
                "Keep one document in the file");
    }

    private List<YamlDocument> run(int most) {
        List<YamlDocument> documents = new ArrayList<>();
        try {
            for (Event event = next(); event.getEventId() != Event.ID.StreamEnd; event = next()) {
                if (!(event instanceof DocumentStartEvent start)) {
                    continue;
                }
                boolean isExtra = documents.size() == most;
                YamlDocument document = document(start, isExtra);
                if (document != null && isExtra) {
                    problems.add(severalDocuments(
                            file, new Origin(mark(start).getLine(), mark(start).getColumn(), false)));
                    throw new Stop();
                }
                if (document != null) {
                    documents.add(document);
                }
            }
            tabs.report(Integer.MAX_VALUE, file, problems);
        } catch (Stop stop) {
            tabs.report(lastLine() - 1, file, problems);
        }
        if (!problems.isEmpty()) {
            throw new DeployException.InvalidInput(problems);
        }
        return documents;
    }

    private @Nullable YamlDocument document(DocumentStartEvent start, boolean isExtra) {
        anchors.clear();
        values = 0;
        fromAliases = 0;
        deepest = 0;
        Optional<SpecVersion> version = start.getSpecVersion();
        if (version.isPresent()
                && (version.get().getMajor() != 1 || version.get().getMinor() != 1)) {
            add(
                    ProblemCodes.YAML_VERSION,
                    mark(start),
                    "the `%YAML` line asks for another version than 1.1, and Helm and kubectl refuse that",
                    "Remove the line");
        }
        Event root = next();
        if (root instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty()
                && scalar.getTag().isEmpty()
                && scalar.getAnchor().isEmpty()) {
            return null;
        }
        if (isExtra) {
            return new YamlDocument(file, ScalarTree.ofNull(), Locations.none());
        }
        Tree tree = value(root);
        return new YamlDocument(file, tree, Locations.of(file, tree, place(root, parts)));
    }

    private Tree value(Event event) {
        if (event instanceof AliasEvent alias) {
            parts = TreePlace.NONE;
            return alias(alias);
        }
        NodeEvent node = (NodeEvent) event;
        long before = values;
        values++;
        int deepestBefore = deepest;
        Anchored anchored = null;
        if (node.getAnchor().isPresent()) {
            anchored = new Anchored();
            anchors.put(node.getAnchor().get().getValue(), anchored);
            deepest = depth;
        }
        Tree tree;
        if (node instanceof ScalarEvent scalar) {
            parts = TreePlace.NONE;
            tree = scalar(scalar);
        } else {
            tree = collection((CollectionStartEvent) node);
        }
        if (anchored != null) {
            anchored.tree = tree;
            anchored.values = values - before;
            anchored.levels = deepest - depth;
            deepest = Math.max(deepest, deepestBefore);
        }
        return tree;
    }

    private Tree alias(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            // The message does not show the name: it may be a password that starts with an asterisk.
            add(
                    ProblemCodes.YAML_ALIAS,
                    mark(alias),
                    "this alias has no anchor above it",
                    "Put its anchor before a value above, or quote a text that starts with `*`");
            return ScalarTree.ofNull();
        }
        if (anchored.tree == null) {
            add(
                    ProblemCodes.YAML_ALIAS,
                    mark(alias),
                    "this alias is inside the value that it refers to",
                    "Write the value out");
            return ScalarTree.ofNull();
        }
        countAliased(anchored.values, alias);
        reachLevel(depth + anchored.levels, alias);
        return anchored.tree;
    }

    private void countAliased(long aliased, Event by) {
        values += aliased;
        fromAliases += aliased;
        if (fromAliases > MOST_FROM_ALIASES) {
            add(
                    ProblemCodes.YAML_ALIAS_BOMB,
                    mark(by),
                    "the aliases of this document expand to more than 100,000 values",
                    "Write the values out, or split the file");
            throw new Stop();
        }
    }

    private void reachLevel(int reached, Event by) {
        deepest = Math.max(deepest, reached);
        if (deepest > YamlWriter.DEEPEST) {
            level = 0;
            add(ProblemCodes.YAML_TOO_DEEP, mark(by), "this is nested deeper than 100 levels", "Nest it less");
            throw new Stop();
        }
    }

    private Tree collection(CollectionStartEvent start) {
        depth++;
        reachLevel(depth, start);
        boolean isMap = start instanceof MappingStartEvent;
        if (start.getTag().isPresent()) {
            String tag = start.getTag().get();
            if (!isKnown(tag)) {
                unknownTag(tag, start);
            } else if (!tag.equals(TAGS + (isMap ? "map" : "seq"))) {
                wrongTag(tag, isMap ? "a map" : "a list", start);
            }
        }
        int line = mark(start).getLine();
        if (start.isFlow()) {
            tabs.openFlow(line);
        }
        Tree tree = isMap ? map() : list();
        if (start.isFlow()) {
            tabs.closeFlow(lastLine());
        }
        depth--;
        return tree;
    }

    private ListTree list() {
        List<Tree> items = new ArrayList<>();
        List<TreePlace> places = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            positions[level++] = items.size();
            items.add(value(event));
            places.add(place(event, parts));
            level--;
        }
        parts = places;
        return ListTree.of(items);
    }

    /** The entries of a map while it is read. */
    private static final class Entries {
        private final MapTree.Builder map = MapTree.builder();
        private final List<String> keys = new ArrayList<>();
        private final List<TreePlace> places = new ArrayList<>();
        /** Those of the keys that come from a merge key. */
        private Set<String> merged = Set.of();
        /** Whether the {@code ---} before another object is missing, which is reported once. */
        private boolean isNextObject;

        private boolean isWritten(String key) {
            return map.has(key) && !merged.contains(key);
        }

        /** The line of a key that is there. */
        private int line(String key) {
            return places.get(keys.indexOf(key)).line();
        }

        private void put(String key, Tree value, TreePlace place) {
            if (map.has(key)) {
                places.set(keys.indexOf(key), place);
                merged.remove(key);
            } else {
                keys.add(key);
                places.add(place);
            }
            map.put(key, value);
        }

        private void merge(String key, Tree value, TreePlace place) {
            put(key, value, place);
            if (merged.isEmpty()) {
                merged = new HashSet<>();
            }
            merged.add(key);
        }
    }

    private MapTree map() {
        Entries entries = new Entries();
        Mark merge = null;
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (isMergeKey(event)) {
                if (merge != null) {
                    add(
                            ProblemCodes.YAML_DUPLICATE_KEY,
                            mark(event),
                            "a second merge key `<<`, after that of line " + (merge.getLine() + 1),
                            "Merge both in one: `<<: [*a, *b]`");
                }
                merge = mark(event);
                merge(entries, event);
                continue;
            }
            String key = key(event);
            if (key == null) {
                value(next());
                continue;
            }
            keys[level++] = key;
            if (entries.isWritten(key)) {
                boolean isOfNextObject = level == 1 && entries.isNextObject;
                entries.isNextObject |= level == 1 && key.equals("apiVersion");
                if (!isOfNextObject) {
                    add(
                            ProblemCodes.YAML_DUPLICATE_KEY,
                            mark(event),
                            "this key is there twice, first in line " + entries.line(key),
                            entries.isNextObject
                                    ? "Write `---` on a line of its own above it if another object starts here"
                                    : "Remove or rename one of the two");
                }
                value(next());
            } else {
                Tree value = value(next());
                entries.put(key, value, place(event, parts));
            }
            keys[--level] = null;
        }
        parts = entries.places;
        return entries.map.build();
    }

    private static boolean isMergeKey(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && (scalar.getTag().isEmpty()
                        ? scalar.isPlain()
                        : scalar.getTag().get().equals(TAGS + "merge"));
    }

    /**
     * Merges the maps of a merge key: the first of several maps wins, and a later key of the map itself wins over all.
     */
    private void merge(Entries entries, Event key) {
        Event event = next();
        int before = problems.size();
        keys[level++] = "<<";
        Tree value = value(event);
        keys[--level] = null;
        if (problems.size() > before) {
            return;
        }
        List<Tree> sources = value instanceof ListTree list ? list.items() : List.of(value);
        for (Tree source : sources) {
            if (!(source instanceof MapTree merged)) {
                add(
                        ProblemCodes.YAML_MERGE,
                        mark(event),
                        "the merge key `<<` needs a map or a list of maps, and this is " + kind(source),
                        "Refer to a map, or put the key in quotes if it is not a merge key");
                continue;
            }
            for (int i = 0; i < merged.size(); i++) {
                String name = merged.keyAt(i);
                if (entries.isWritten(name)) {
                    keys[level++] = name;
                    add(
                            ProblemCodes.YAML_MERGE,
                            mark(key),
                            "the merge key `<<` follows this key of line " + entries.line(name)
                                    + " and contains it too: Helm uses the merged value, other tools the written one",
                            "Put `<<` first in its map");
                    keys[--level] = null;
                } else if (!entries.map.has(name)) {
                    entries.merge(name, merged.valueAt(i), place(key, TreePlace.NONE));
                }
            }
        }
    }

    /** A key's text; null, with a problem, for a key that has none. */
    private @Nullable String key(Event event) {
        int before = problems.size();
        Tree tree = value(event);
        if (tree instanceof ScalarTree scalar) {
            String key = PlainScalars.key(scalar);
            if (key == null && problems.size() == before) {
                add(ProblemCodes.YAML_KEY, mark(event), "a key is empty or null", "Give it a name, or write `\"\"`");
            }
            return key;
        }
        boolean template = event instanceof MappingStartEvent start && start.isFlow();
        add(
                ProblemCodes.YAML_KEY,
                mark(event),
                "a key is " + tree.describe() + ", and a key can only be a text",
                template ? "Put a text that starts with `{{` in quotes" : "Write the key as a text");
        return null;
    }

    private ScalarTree scalar(ScalarEvent event) {
        String text = source.restored(event.getValue());
        if (!event.isPlain()) {
            tabs.scalar(mark(event), placed(event.getEndMark().orElseThrow()));
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                checkSurrogates(text, i, event);
                break;
            }
        }
        Optional<String> tag = event.getTag();
        if (tag.isEmpty()) {
            return event.isPlain() ? PlainScalars.resolve(text) : ScalarTree.of(text);
        }
        return tagged(tag.get(), text, event);
    }

    private ScalarTree tagged(String tag, String text, ScalarEvent event) {
        if (tag.equals(TAGS + "str")) {
            return ScalarTree.of(text);
        }
        if (!isKnown(tag)) {
            unknownTag(tag, event);
            return ScalarTree.of(text);
        }
        ScalarTree found = PlainScalars.resolve(text);
        ScalarTree.Kind wanted = switch (tag.substring(TAGS.length())) {
            case "int" -> ScalarTree.Kind.INTEGER;
            case "float" -> ScalarTree.Kind.FLOAT;
            case "bool" -> ScalarTree.Kind.BOOLEAN;
            case "null" -> ScalarTree.Kind.NULL;
            default -> ScalarTree.Kind.STRING;
        };
        if (wanted == ScalarTree.Kind.FLOAT && found.kind() == ScalarTree.Kind.INTEGER) {
            return ScalarTree.ofFloat(found.text() + ".0").withSource(text);
        }
        if (wanted == ScalarTree.Kind.STRING || found.kind() != wanted) {
            wrongTag(tag, kind(found), event);
        }
        return found;
    }

    private static boolean isKnown(String tag) {
        return switch (tag) {
            case TAGS + "str", TAGS + "int", TAGS + "float", TAGS + "bool", TAGS + "null", TAGS + "map", TAGS + "seq" ->
                true;
            default -> false;
        };
    }

    private void unknownTag(String tag, Event event) {
        add(
                ProblemCodes.YAML_TAG,
                mark(event),
                (tag.startsWith(TAGS) ? "the tag `" + shortTag(tag) + "`" : "this tag") + " is not known",
                "Remove it, or put a text that starts with `!` in quotes; known tags are `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!map` and `!!seq`");
    }

    private void wrongTag(String tag, String found, Event event) {
        add(
                ProblemCodes.YAML_TAG,
                mark(event),
                "the tag `" + shortTag(tag) + "` does not fit " + found,
                "Remove the tag, or write a value that fits it");
    }

    /** A tag for messages. An unknown one is not shown, since it may be a password that starts with {@code !!}. */
    private static String shortTag(String tag) {
        String name = tag.substring(TAGS.length());
        return switch (name) {
            case "binary", "timestamp", "set", "omap", "pairs", "merge", "value", "yaml" -> "!!" + name;
            default -> isKnown(tag) ? "!!" + name : "!!...";
        };
    }

    /** The kind of a tree in words, without the value of a number, which may be secret. */
    private static String kind(Tree tree) {
        return tree instanceof ScalarTree scalar
                        && (scalar.kind() == ScalarTree.Kind.INTEGER || scalar.kind() == ScalarTree.Kind.FLOAT)
                ? "a number"
                : tree.describe();
    }

    private void checkSurrogates(String text, int from, Event event) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    add(
                            ProblemCodes.YAML_LONE_SURROGATE,
                            mark(event),
                            "an escape is half of a surrogate pair, which is not a character",
                            "Write both halves, or the character itself");
                    return;
                }
                i++;
            }
        }
    }

    private Event next() {
        Event event;
        try {
            event = events.next();
        } catch (RuntimeException e) {
            // Every exception of the parser, even one of a bug, means that it cannot read the text.
            if (e instanceof MarkedYamlEngineException marked
                    && marked.getProblemMark().isPresent()) {
                Mark at = marked.getProblemMark().get();
                int index = text.offsetByCodePoints(0, at.getIndex());
                if (source.mend(index)) {
                    throw new Mended();
                }
                if (!origin.isObject() && depth == 0 && isNextObject(index)) {
                    throw new NextObject();
                }
            }
            Problem syntax = SyntaxProblem.of(file, e, last == null ? null : placed(last), this::placed);
            if (!tabs.report(syntax.location().line() - 1, file, problems)) {
                problems.add(syntax);
            }
            throw new Stop();
        }
        Optional<Mark> start = event.getStartMark();
        if (start.isPresent()) {
            last = start.get();
        }
        return event;
    }

    /** Whether a JSON object is here, after another one. */
    private boolean isNextObject(int index) {
        String start = text.stripLeading();
        return index > 0
                && text.startsWith("{", index)
                && (start.startsWith("---") ? start.substring(3).stripLeading() : start).startsWith("{");
    }

    /** A mark of the text, in the file. */
    private Mark placed(Mark mark) {
        return origin.line() == 0 && origin.column() == 0
                ? mark
                : new Mark(
                        mark.getName(),
                        mark.getIndex(),
                        origin.line() + mark.getLine(),
                        mark.getLine() == 0 ? origin.column() + mark.getColumn() : mark.getColumn(),
                        mark.getBuffer(),
                        mark.getPointer());
    }

    private TreePlace place(Event event, List<TreePlace> parts) {
        Mark mark = mark(event);
        return TreePlace.of(mark.getLine() + 1, mark.getColumn() + 1, parts);
    }

    /** The path of what is being read. */
    private String path() {
        String path = "";
        for (int i = 0; i < level; i++) {
            String key = keys[i];
            path = key == null ? TreePath.child(path, positions[i]) : TreePath.child(path, key);
        }
        return path;
    }

    private Mark mark(Event event) {
        return placed(event.getStartMark().orElseThrow());
    }

    private int lastLine() {
        return last == null ? 0 : placed(last).getLine();
    }

    private void add(String code, Mark mark, String what, String remedy) {
        problems.add(
                Problem.error(code, Location.of(file, mark.getLine() + 1, mark.getColumn() + 1, path()), what, remedy));
        if (problems.size() >= MOST_PROBLEMS) {
            throw new Stop();
        }
    }

    /** The text was changed, and is to be read again. */
    private static final class Mended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mended() {
            super(null, null, false, false);
        }
    }

    /** A JSON object follows another one. */
    private static final class NextObject extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NextObject() {
            super(null, null, false, false);
        }
    }

    /** Stops reading; the problem is already recorded. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }
}
