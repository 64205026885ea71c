package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a template: of what a tree becomes when the values are left open. */
sealed interface Node {
    /** Nothing: the field or the object is not there. */
    Node ABSENT = new Choice(List.of());

    /** The same in every release. */
    record Constant(Tree tree) implements Node {}

    /** A string, of constant parts and terms. */
    record Text(List<Piece> pieces) implements Node {}

    /**
     * A part of a string.
     *
     * @param constant the text; not used if there is a term
     * @param term the term; null for a constant part
     */
    record Piece(String constant, @Nullable Term term) {}

    /** A number, a string or a tree that a term is; in a list or map, items or entries that it has. */
    record Inserted(Term term) implements Node {}

    /** A map; keys are strings, and terms whose entries are inserted. */
    record Mapping(Map<Object, Node> entries) implements Node {}

    /** A list; a term of {@link Term.Form#ITEMS} inserts its items. */
    record Sequence(List<Node> items) implements Node {}

    /** The first branch whose guard holds; nothing if there is none. */
    record Choice(List<Branch> branches) implements Node {}

    /** A branch of a choice. */
    record Branch(Guard guard, Node node) {}
}
