package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.Tree;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that a template inserts: a Go expression, and what it evaluates to.
 *
 * <p>Terms are compared by identity: each is created once, by a {@link Dialect}.
 */
final class Term {
    /** How it is inserted. */
    enum Form {
        /** A string, which may be a part of a longer one. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** A whole tree. */
        TREE,
        /** Items of a list. */
        ITEMS,
        /** Entries of a map. */
        ENTRIES
    }

    /** The template of an item that is inserted as it is. */
    static final String ITSELF = "{{ toJson . }}";

    private final Form form;
    private final String path;
    private final String expression;
    private final String item;
    private final Function<Point, @Nullable Tree> value;

    /**
     * A term.
     *
     * @param path the path of the value that it is, for problems; empty if it is computed
     * @param item the template of each item, as JSON, for {@link Form#ITEMS}
     * @param value what it evaluates to; null if it is unset
     */
    Term(Form form, String path, String expression, String item, Function<Point, @Nullable Tree> value) {
        this.form = form;
        this.path = path;
        this.expression = expression;
        this.item = item;
        this.value = value;
    }

    Form form() {
        return form;
    }

    String path() {
        return path;
    }

    String expression() {
        return expression;
    }

    String item() {
        return item;
    }

    @Nullable
    Tree at(Point point) {
        return value.apply(point);
    }

    @Override
    public String toString() {
        return expression;
    }
}
