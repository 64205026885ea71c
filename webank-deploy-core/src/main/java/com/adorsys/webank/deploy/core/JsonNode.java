package com.adorsys.webank.deploy.core;

import java.util.List;
import java.util.Optional;

/** A JSON value with its position. No {@code toString} shows a value, since it may be secret. */
public sealed interface JsonNode {
    /** The start of a value or key: line and column, 1 for the first; columns count code points. */
    record Position(int line, int column) {}

    /** The kind of the value in words, such as {@code a list}. */
    String what();

    /** Where the value starts. */
    Position position();

    /** An entry of a map: its key, the position of the key, and its value. */
    record Entry(String key, Position position, JsonNode value) {
        @Override
        public String toString() {
            return "entry: " + value.what();
        }
    }

    /** A map; duplicate keys are kept. */
    record Fields(List<Entry> entries, Position position) implements JsonNode {
        /** The first entry with a key. */
        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        /** The value of the first entry with a key. */
        public Optional<JsonNode> get(String key) {
            return entry(key).map(Entry::value);
        }

        @Override
        public String what() {
            return "a map";
        }

        @Override
        public String toString() {
            return what();
        }
    }

    /** A list. */
    record Items(List<JsonNode> items, Position position) implements JsonNode {
        @Override
        public String what() {
            return "a list";
        }

        @Override
        public String toString() {
            return what();
        }
    }

    /** A string. */
    record Text(String value, Position position) implements JsonNode {
        @Override
        public String what() {
            return "a string";
        }

        @Override
        public String toString() {
            return what();
        }
    }

    /** A number, as it is written. */
    record Numeral(String text, Position position) implements JsonNode {
        @Override
        public String what() {
            return "a number";
        }

        @Override
        public String toString() {
            return what();
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Position position) implements JsonNode {
        @Override
        public String what() {
            return "a bool";
        }

        @Override
        public String toString() {
            return what();
        }
    }

    /** Null. */
    record Null(Position position) implements JsonNode {
        @Override
        public String what() {
            return "null";
        }
    }
}
