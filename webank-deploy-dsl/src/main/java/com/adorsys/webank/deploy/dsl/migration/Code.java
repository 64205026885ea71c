package com.adorsys.webank.deploy.dsl.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression of Java: a chain of calls, or what needs no further structure. Immutable. */
sealed interface Code {
    /** Adds the types that the expression names. */
    void collectTypes(Set<Class<?>> types);

    /**
     * A literal, a constant or a variable, which is never broken into lines.
     *
     * @param type the type that it names, if there is one
     */
    record Atom(String text, @Nullable Class<?> type) implements Code {
        @Override
        public void collectTypes(Set<Class<?>> types) {
            if (type != null) {
                types.add(type);
            }
        }
    }

    /**
     * Calls, each on the result of the one before.
     *
     * @param type the type that the first call is on; null for a method of the class itself
     * @param links the calls, at least one
     */
    record Chain(@Nullable Class<?> type, List<Link> links) implements Code {
        public Chain {
            links = List.copyOf(links);
        }

        /** This chain with one more call. */
        Chain then(String method, Code... arguments) {
            return then(new Link(method, List.of(arguments), List.of()));
        }

        /** This chain with one more call. */
        Chain then(Link link) {
            List<Link> longer = new ArrayList<>(links);
            longer.add(link);
            return new Chain(type, longer);
        }

        @Override
        public void collectTypes(Set<Class<?>> types) {
            if (type != null) {
                types.add(type);
            }
            for (Link link : links) {
                for (Code argument : link.arguments()) {
                    argument.collectTypes(types);
                }
            }
        }
    }

    /**
     * A call.
     *
     * @param comments the lines of comments above it
     */
    record Link(String method, List<Code> arguments, List<String> comments) {
        public Link {
            arguments = List.copyOf(arguments);
            comments = List.copyOf(comments);
        }
    }

    /** A call of a static method. */
    static Chain call(Class<?> type, String method, Code... arguments) {
        return new Chain(type, List.of(new Link(method, List.of(arguments), List.of())));
    }

    /** A call of a method of the class itself. */
    static Chain own(String method) {
        return new Chain(null, List.of(new Link(method, List.of(), List.of())));
    }

    /** A text, as a literal that has the same value in every encoding of the source. */
    static Code text(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        literal.append(c);
                    } else {
                        String digits = Integer.toHexString(c);
                        literal.append("\\u")
                                .append("0".repeat(4 - digits.length()))
                                .append(digits);
                    }
                }
            }
        }
        return new Atom(literal.append('"').toString(), null);
    }

    /** A number. */
    static Code number(long value) {
        return new Atom(value == (int) value ? Long.toString(value) : value + "L", null);
    }

    /** A constant of an enumeration. */
    static Code constant(Enum<?> value) {
        Class<?> type = value.getDeclaringClass();
        Class<?> outer = type.getDeclaringClass();
        String name = outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
        return new Atom(name + "." + value.name(), outer == null ? type : outer);
    }

    /** The expression on one line. */
    default String flat() {
        if (this instanceof Chain chain) {
            StringBuilder text = new StringBuilder(chain.type == null ? "" : chain.type.getSimpleName());
            for (Link link : chain.links) {
                text.append(text.isEmpty() ? "" : ".").append(link.method).append('(');
                for (int i = 0; i < link.arguments.size(); i++) {
                    text.append(i == 0 ? "" : ", ").append(link.arguments.get(i).flat());
                }
                text.append(')');
            }
            return text.toString();
        }
        return ((Atom) this).text;
    }
}
