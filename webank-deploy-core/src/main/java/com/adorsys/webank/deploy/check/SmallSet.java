package com.adorsys.webank.deploy.check;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of mostly few texts, such as the names of a container's ports. They are hashed only if there are many. */
final class SmallSet extends AbstractSet<String> {
    private static final int MOST = 16;
    private static final String[] NONE = {};

    private String[] few = NONE;
    private int size;
    private @Nullable Set<String> many;

    @Override
    public boolean add(String text) {
        if (many != null) {
            return many.add(text);
        }
        if (contains(text)) {
            return false;
        }
        if (size == MOST) {
            many = new HashSet<>(Arrays.asList(few));
            return many.add(text);
        }
        if (size == few.length) {
            few = Arrays.copyOf(few, size == 0 ? 4 : MOST);
        }
        few[size++] = text;
        return true;
    }

    @Override
    public boolean contains(Object text) {
        if (many != null) {
            return many.contains(text);
        }
        for (int i = 0; i < size; i++) {
            if (few[i].equals(text)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Iterator<String> iterator() {
        return many != null
                ? many.iterator()
                : Arrays.asList(few).subList(0, size).iterator();
    }

    @Override
    public int size() {
        return many != null ? many.size() : size;
    }
}
