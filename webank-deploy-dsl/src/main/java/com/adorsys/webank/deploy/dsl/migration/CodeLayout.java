package com.adorsys.webank.deploy.dsl.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays expressions out on lines as palantir-java-format does, so that the written code passes the check of a build that uses it.
 *
 * <p>An expression becomes a tree of levels, with tokens, and breaks at which a line may end. A level that fits is written on the
 * line. Otherwise there are two ways: all of its breaks end a line, or only the last level in it is broken. The one with fewer lines
 * is taken.
 *
 * @see <a href="https://github.com/palantir/palantir-java-format">palantir-java-format</a>
 */
final class CodeLayout {
    private static final int WIDTH = 120;

    /** The column up to which the last call of a chain must begin, if the chain is on one line. */
    private static final int LAST_CALL = 80;

    /** As many nested choices are tried before the first way is taken. */
    private static final int MOST_CHOICES = 20;

    /** Arguments that are all shorter than this fill lines. */
    private static final int SHORT = 10;

    private static final int CONTINUATION = 8;

    private final Deque<Level> open = new ArrayDeque<>();
    /** The level that gets the next token: the one with the last break. */
    private Level current = plain();

    private CodeLayout() {
        open.addLast(current);
    }

    /**
     * The text of a statement that returns an expression.
     *
     * @param indent the number of spaces before it
     */
    static String returning(Code code, int indent) {
        CodeLayout layout = new CodeLayout();
        Level root = layout.current;
        layout.token("return ");
        layout.code(code);
        layout.token(";");
        State start = new State(" ".repeat(indent), indent, indent, indent, 0, 0, false);
        return root.place(start).text + "\n";
    }

    // From code to levels.

    private void code(Code code) {
        if (code instanceof Code.Chain chain) {
            if (chain.type() != null) {
                staticChain(chain, chain.type().getSimpleName());
            } else {
                ownChain(chain);
            }
        } else if (code instanceof Code.Atom atom) {
            token(atom.text());
        }
    }

    /** A chain whose first call is on a type, and stays beside its name. */
    private void staticChain(Code.Chain chain, String type) {
        boolean single = chain.links().size() == 1;
        Level whole = new Level(CONTINUATION, Inlined.IF_SIMPLE);
        whole.isChain = true;
        whole.isStatic = true;
        whole.isSimple = single;
        open.addLast(whole);
        Level name = new Level(0, Inlined.NEVER);
        name.prefersLast = false;
        open.addLast(name);
        token(type);
        breakAt(new Break(Fill.IF_NEEDED, "", true));
        Code.Link first = chain.links().get(0);
        token("." + first.method());
        close();
        arguments(first, single ? 0 : CONTINUATION);
        for (Code.Link link : chain.links().subList(1, chain.links().size())) {
            link(link);
        }
        close();
    }

    /** A chain that begins with a method of the class itself. If that is short, the next call stays beside it. */
    private void ownChain(Code.Chain chain) {
        boolean single = chain.links().size() == 1;
        Level whole = new Level(CONTINUATION, Inlined.IF_SIMPLE);
        whole.isChain = true;
        whole.isSimple = single;
        open.addLast(whole);
        Code.Link first = chain.links().get(0);
        token(first.method());
        arguments(first, single ? 0 : CONTINUATION);
        boolean isShort = new Code.Chain(null, List.of(first)).flat().length() <= CONTINUATION;
        for (Code.Link link : chain.links().subList(1, chain.links().size())) {
            if (isShort && link.comments().isEmpty()) {
                token("." + link.method());
                arguments(link, CONTINUATION);
            } else {
                link(link);
            }
            isShort = false;
        }
        close();
    }

    private void link(Code.Link link) {
        breakAt(new Break(Fill.ALL, "", true));
        for (String comment : link.comments()) {
            token("// " + comment);
            breakAt(new Break(Fill.ALWAYS, "", false));
        }
        token("." + link.method());
        arguments(link, CONTINUATION);
    }

    private void arguments(Code.Link link, int indent) {
        List<Code> arguments = link.arguments();
        open.addLast(new Level(0, Inlined.IF_INNER));
        Level all = new Level(indent, Inlined.IF_INNER);
        all.isSimple = arguments.size() <= 1;
        open.addLast(all);
        token("(");
        if (!arguments.isEmpty()) {
            breakAt(new Break(Fill.ALL, "", false));
            if (arguments.size() > 1 && isFormat(arguments.get(0))) {
                open.addLast(plain());
                code(arguments.get(0));
                token(",");
                breakAt(new Break(Fill.ALL, " ", false));
                open.addLast(plain());
                list(arguments.subList(1, arguments.size()));
                close();
                close();
            } else {
                list(arguments);
            }
        }
        token(")");
        close();
        close();
    }

    private static Level plain() {
        Level level = new Level(0, Inlined.NEVER);
        level.prefersLast = false;
        return level;
    }

    /** Whether the first of several arguments looks like a format, after which the others are a list of their own. */
    private static boolean isFormat(Code code) {
        if (!(code instanceof Code.Atom atom) || !atom.text().startsWith("\"")) {
            return false;
        }
        String text = atom.text();
        boolean hasPlace = text.indexOf('%') >= 0;
        for (int i = 0; i + 2 < text.length() && !hasPlace; i++) {
            hasPlace = text.charAt(i) == '{'
                    && text.charAt(i + 1) >= '0'
                    && text.charAt(i + 1) <= '9'
                    && text.charAt(i + 2) == '}';
        }
        return hasPlace;
    }

    private void list(List<Code> arguments) {
        Level list = new Level(0, Inlined.IF_INNER);
        list.isSimple = arguments.size() <= 1;
        open.addLast(list);
        Fill fill = Fill.IF_NEEDED;
        for (Code argument : arguments) {
            if (argument.flat().length() >= SHORT) {
                fill = Fill.ALL;
            }
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                token(",");
                breakAt(new Break(fill, " ", false));
            }
            code(arguments.get(i));
        }
        close();
    }

    private void token(String text) {
        current.docs.add(new Token(text));
    }

    private void breakAt(Break place) {
        current = open.getLast();
        current.docs.add(place);
    }

    private void close() {
        Level closed = open.removeLast();
        open.getLast().docs.add(closed);
    }

    // The parts of a text.

    private sealed interface Doc {
        /** The length on one line; {@link #ENDLESS} if it cannot be on one. */
        int width();
    }

    private static final int ENDLESS = 1_000_000;

    private record Token(String text) implements Doc {
        @Override
        public int width() {
            return text.length();
        }
    }

    private enum Fill {
        /** If one break of its level ends a line, all of them do. */
        ALL,
        /** Ends a line if what comes after it does not fit. */
        IF_NEEDED,
        /** Always ends a line. */
        ALWAYS
    }

    /**
     * Where a line may end.
     *
     * @param flat what is there otherwise
     * @param isBeforeCall whether a call of a chain comes after it
     */
    private record Break(Fill fill, String flat, boolean isBeforeCall) implements Doc {
        @Override
        public int width() {
            return fill == Fill.ALWAYS ? ENDLESS : flat.length();
        }
    }

    /** When the last level of another one is broken instead of that one. */
    private enum Inlined {
        NEVER,
        /** If its own last level is. */
        IF_INNER,
        /** If everything around it is simple; otherwise, if its own last level is. */
        IF_SIMPLE
    }

    /**
     * How far a text is written.
     *
     * @param indent the indent of the next line
     * @param lastIndent the indent of the line that was begun last
     * @param mustBreak whether the next break ends a line, since what came before it did not fit
     */
    private record State(
            String text, int column, int indent, int lastIndent, int lines, int choices, boolean mustBreak) {
        State plus(String added) {
            return new State(text + added, column + added.length(), indent, lastIndent, lines, choices, mustBreak);
        }

        State nextLine() {
            return new State(text + "\n" + " ".repeat(indent), indent, indent, indent, lines + 1, choices, mustBreak);
        }

        State indented(int more) {
            return new State(text, column, indent + more, lastIndent, lines, choices, false);
        }

        State withoutIndent() {
            return new State(text, column, lastIndent, lastIndent, lines, choices, false);
        }

        State broken() {
            return new State(text, column, indent, indent, lines, choices, mustBreak);
        }

        State withMustBreak(boolean must) {
            return new State(text, column, indent, lastIndent, lines, choices, must);
        }

        State withChoice() {
            return new State(text, column, indent, lastIndent, lines, choices + 1, mustBreak);
        }

        /** This state, with what was written in a level. */
        State after(State inner) {
            return new State(inner.text, inner.column, indent, lastIndent, inner.lines, choices, mustBreak);
        }
    }

    private static final class Level implements Doc {
        private final int indent;
        private final Inlined inlined;
        private final List<Doc> docs = new ArrayList<>();
        private boolean prefersLast = true;
        private boolean isChain;
        /** Whether it begins with the name of a type. */
        private boolean isStatic;

        private boolean isSimple = true;

        Level(int indent, Inlined inlined) {
            this.indent = indent;
            this.inlined = inlined;
        }

        @Override
        public int width() {
            return width(docs);
        }

        private static int width(List<Doc> docs) {
            int width = 0;
            for (Doc doc : docs) {
                width = Math.min(ENDLESS, width + doc.width());
            }
            return width;
        }

        /** The column after these parts, if they fit on the line; -1 if not. */
        private int fit(int start, List<Doc> parts) {
            int column = start;
            int lastCall = 0;
            for (Doc doc : parts) {
                if (doc instanceof Level level) {
                    column = level.fit(column, level.docs);
                    if (column < 0) {
                        return -1;
                    }
                } else {
                    if (doc instanceof Break at && at.isBeforeCall) {
                        lastCall = column;
                    }
                    column = Math.min(ENDLESS, column + doc.width());
                }
            }
            return isChain && lastCall > LAST_CALL || column > WIDTH ? -1 : column;
        }

        State place(State state) {
            if (fit(state.column, docs) >= 0) {
                return state.plus(flat(docs));
            }
            State first = prefersLast ? state.withChoice() : state;
            State broken = broken(first);
            if (prefersLast && first.choices < MOST_CHOICES) {
                Optional<State> last = breakLast(first.withoutIndent(), true);
                if (last.isPresent() && last.get().lines < broken.lines) {
                    return state.after(last.get());
                }
            }
            return state.after(broken);
        }

        private static String flat(List<Doc> docs) {
            StringBuilder text = new StringBuilder();
            for (Doc doc : docs) {
                if (doc instanceof Token token) {
                    text.append(token.text);
                } else if (doc instanceof Break at) {
                    text.append(at.flat);
                } else if (doc instanceof Level level) {
                    text.append(flat(level.docs));
                }
            }
            return text.toString();
        }

        /** With a line for each of its parts. */
        private State broken(State start) {
            State state = start.indented(indent);
            List<List<Doc>> parts = parts(docs);
            List<Break> breaks = breaks(docs);
            if (!breaks.isEmpty()) {
                state = state.broken();
            }
            state = part(state, null, parts.get(0));
            for (int i = 0; i < breaks.size(); i++) {
                state = part(state, breaks.get(i), parts.get(i + 1));
            }
            return state;
        }

        private State part(State before, @Nullable Break at, List<Doc> part) {
            State state = before;
            int gap = at == null ? 0 : at.width();
            boolean ends = at != null && at.fill == Fill.ALL
                    || state.mustBreak
                    || gap >= ENDLESS
                    || fit(state.column + gap, part) < 0;
            if (at != null) {
                state = ends ? state.nextLine() : state.plus(at.flat);
            }
            return inRow(state, part);
        }

        /** Without a line for each of its parts; the levels in it may be broken. */
        private State inOneRow(State start, List<Doc> row) {
            State state = start;
            List<List<Doc>> parts = parts(row);
            List<Break> breaks = breaks(row);
            for (int i = 0; i < parts.size(); i++) {
                if (i > 0) {
                    state = state.plus(breaks.get(i - 1).flat);
                }
                state = inRow(state, parts.get(i));
            }
            return state;
        }

        private static State inRow(State start, List<Doc> part) {
            boolean fits = start.column + width(part) <= WIDTH;
            State state = start.withMustBreak(false);
            for (Doc doc : part) {
                state = doc instanceof Level level ? level.place(state) : state.plus(((Token) doc).text);
            }
            return fits ? state : state.withMustBreak(true);
        }

        /** With only the last level in it broken; empty if that is not possible. */
        private Optional<State> breakLast(State state, boolean isSimpleSoFar) {
            if (docs.isEmpty() || !(docs.get(docs.size() - 1) instanceof Level last)) {
                return Optional.empty();
            }
            List<Doc> leading = docs.subList(0, docs.size() - 1);
            if (last.inlined == Inlined.NEVER || fit(state.column, leading) < 0) {
                return Optional.empty();
            }
            State before = inOneRow(state, leading);
            if (before.lines != state.lines) {
                return Optional.empty();
            }
            boolean simple = isSimpleSoFar && isSimple;
            Optional<State> after = Optional.empty();
            if (last.inlined == Inlined.IF_SIMPLE && simple) {
                if (before.column + last.beginning(WIDTH - before.indent) <= WIDTH) {
                    after = Optional.of(last.place(before));
                }
            } else if (last.prefersLast) {
                after = last.breakLast(before, simple);
            }
            return after.filter(state2 -> state2.column <= WIDTH);
        }

        /** The width of what must be beside the text before it. */
        private int beginning(int available) {
            if (isStatic && docs.get(0).width() <= available) {
                return docs.get(0).width();
            }
            for (Doc doc : docs) {
                if (!(doc instanceof Level level)) {
                    break;
                }
                if (!level.isEmpty()) {
                    return level.beginning(available);
                }
            }
            return 0;
        }

        private boolean isEmpty() {
            for (Doc doc : docs) {
                if (!(doc instanceof Level level && level.isEmpty())) {
                    return false;
                }
            }
            return true;
        }

        private static List<List<Doc>> parts(List<Doc> docs) {
            List<List<Doc>> parts = new ArrayList<>();
            parts.add(new ArrayList<>());
            for (Doc doc : docs) {
                if (doc instanceof Break) {
                    parts.add(new ArrayList<>());
                } else {
                    parts.get(parts.size() - 1).add(doc);
                }
            }
            return parts;
        }

        private static List<Break> breaks(List<Doc> docs) {
            List<Break> breaks = new ArrayList<>();
            for (Doc doc : docs) {
                if (doc instanceof Break at) {
                    breaks.add(at);
                }
            }
            return breaks;
        }
    }
}
