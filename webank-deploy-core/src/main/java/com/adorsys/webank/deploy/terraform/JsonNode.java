package com.adorsys.webank.deploy.terraform;

import java.util.List;
import java.util.Optional;

/** A value of a JSON text, and where it stands. No {@code toString} shows a value, since it may be secret. */
sealed interface JsonNode {
    /** Where something begins: line and column, 1 for the first; columns count code points. */
    record Position(int line, int column) {}

    /** What it is, in words, without its value. */
    String what();

    /** Where it begins. */
    Position position();

    /** An entry of a map: its key, where that stands, and its value. */
    record Entry(String key, Position position, JsonNode value) {
        @Override
        public String toString() {
            return "entry: " + value.what();
        }
    }

    /** A map; keys that are there twice are both kept. */
    record Fields(List<Entry> entries, Position position) implements JsonNode {
        /** The first entry of a key. */
        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        /** The first value of a key. */
        Optional<JsonNode> get(String key) {
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
    record Truth(boolean value, Position position) implements JsonNode {
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
