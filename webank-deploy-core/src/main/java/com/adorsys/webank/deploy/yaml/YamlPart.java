package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;

/** A part of a text that can be read on its own: a document, or an item of a long list. Immutable, and read when it is asked for. */
public final class YamlPart {
    private final String file;
    private final byte[] bytes;
    private final Origin origin;
    private final Form form;

    /** What the bytes are. */
    interface Form {
        /** The documents among what was read. */
        List<YamlDocument> documents(List<YamlDocument> read);
    }

    YamlPart(String file, byte[] bytes, Origin origin, Form form) {
        this.file = file;
        this.bytes = bytes;
        this.origin = origin;
        this.form = form;
    }

    /** How many bytes of the text it is. */
    public int size() {
        return bytes.length;
    }

    /**
     * Reads the documents of the part, without empty ones.
     *
     * @throws DeployException.InvalidInput if it is not YAML
     */
    public List<YamlDocument> read() {
        List<YamlDocument> documents =
                origin.column() == 0 ? BlockParser.documents(file, bytes, origin.line(), Integer.MAX_VALUE) : null;
        return form.documents(documents != null ? documents : YamlComposer.all(file, decoded(), origin));
    }

    private String decoded() {
        try {
            return YamlText.decode(file, bytes);
        } catch (DeployException.InvalidInput e) {
            List<Problem> problems = new ArrayList<>();
            for (Problem problem : e.problems()) {
                Location place = problem.location();
                problems.add(
                        place.line() == 0
                                ? problem
                                : problem.at(
                                        Location.of(file, origin.line() + place.line(), place.column(), place.path())));
            }
            throw new DeployException.InvalidInput(problems);
        }
    }

    /** Documents as they are. */
    static final class Documents implements Form {
        @Override
        public List<YamlDocument> documents(List<YamlDocument> read) {
            return read;
        }
    }

    /** Items of a list in block style, with their dashes: one, unless they share values. */
    static final class BlockItem implements Form {
        private final Form item;

        BlockItem(MapTree list) {
            this.item = new Item(list);
        }

        @Override
        public List<YamlDocument> documents(List<YamlDocument> read) {
            List<YamlDocument> items = new ArrayList<>();
            for (YamlDocument document : read) {
                if (document.tree() instanceof ListTree list) {
                    List<Locations> places = document.locations().ofItems("");
                    for (int i = 0; i < list.size(); i++) {
                        items.add(new YamlDocument(document.file(), list.get(i), places.get(i)));
                    }
                }
            }
            return item.documents(items);
        }
    }

    /** An item of a list. */
    static final class Item implements Form {
        private final MapTree list;

        /**
         * An item.
         *
         * @param list what was read of the list before its items
         */
        Item(MapTree list) {
            this.list = list;
        }

        @Override
        public List<YamlDocument> documents(List<YamlDocument> read) {
            List<YamlDocument> objects = new ArrayList<>();
            for (YamlDocument item : read) {
                YamlDocument object = YamlDocument.item(list, item);
                if (object == null) {
                    throw new DeployException.InvalidInput(
                            YamlDocument.notAnObject(item.locations().of("")));
                }
                objects.add(object);
            }
            return objects;
        }
    }

    /** Where a part starts in its file, from 0; and whether it is an object of JSON, which no other one follows. */
    record Origin(int line, int column, boolean isObject) {
        static final Origin START = new Origin(0, 0, false);
    }
}
