package com.adorsys.webank.deploy.eks.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A page of a list of metadata in protobuf, of which the uids and resource versions are read. The fields have the numbers of
 * <a href="https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/generated.proto">meta/v1</a>, in the
 * envelope that the <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding">API
 * concepts</a> describe.
 */
final class VersionsPage {
    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final int LENGTH_DELIMITED = 2;

    private final byte[] bytes;
    private final Map<String, String> versions;
    private String next = "";
    private boolean isList;

    private VersionsPage(byte[] bytes, Map<String, String> versions) {
        this.bytes = bytes;
        this.versions = versions;
    }

    /** It is not in protobuf, or damaged. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What is done with a field of a message. */
    @FunctionalInterface
    private interface Fields {
        /** Takes a field of the wire type for messages, texts and bytes, which stands at these positions. */
        void take(int number, int from, int to) throws Unreadable;
    }

    /**
     * Reads a page.
     *
     * @param versions to which the versions of its objects are added by their uids, but not of those that are being deleted
     * @return the token of the next page; empty if this is the last
     */
    static String read(byte[] page, Map<String, String> versions) throws Unreadable {
        for (int i = 0; i < MAGIC.length; i++) {
            if (page.length <= i || page[i] != MAGIC[i]) {
                throw new Unreadable();
            }
        }
        VersionsPage reading = new VersionsPage(page, versions);
        reading.message(MAGIC.length, page.length, reading::envelope);
        if (!reading.isList) {
            throw new Unreadable();
        }
        return reading.next;
    }

    private void envelope(int number, int from, int to) throws Unreadable {
        if (number == 2) {
            isList = true;
            message(from, to, this::list);
        }
    }

    private void list(int number, int from, int to) throws Unreadable {
        if (number == 1) {
            message(from, to, this::listMetadata);
        } else if (number == 2) {
            message(from, to, this::item);
        }
    }

    private void listMetadata(int number, int from, int to) {
        if (number == 3) {
            next = text(from, to);
        }
    }

    private void item(int number, int from, int to) throws Unreadable {
        if (number != 1) {
            return;
        }
        String[] found = {"", "", ""};
        message(from, to, (field, begin, end) -> {
            switch (field) {
                case 5 -> found[0] = text(begin, end);
                case 6 -> found[1] = text(begin, end);
                case 9 -> found[2] = "deleted";
                default -> {}
            }
        });
        if (found[2].isEmpty()) {
            versions.put(found[0], found[1]);
        }
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private void message(int from, int to, Fields fields) throws Unreadable {
        int[] at = {from};
        while (at[0] < to) {
            long tag = varint(at, to);
            int type = (int) (tag & 7);
            int length = switch (type) {
                case 0 -> {
                    varint(at, to);
                    yield 0;
                }
                case 1 -> 8;
                case 5 -> 4;
                case LENGTH_DELIMITED -> {
                    long given = varint(at, to);
                    yield given < 0 || given > to - at[0] ? -1 : (int) given;
                }
                default -> -1;
            };
            if (length < 0 || length > to - at[0]) {
                throw new Unreadable();
            }
            if (type == LENGTH_DELIMITED) {
                fields.take((int) (tag >>> 3), at[0], at[0] + length);
            }
            at[0] += length;
        }
    }

    private long varint(int[] at, int to) throws Unreadable {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at[0] >= to) {
                break;
            }
            byte next = bytes[at[0]++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new Unreadable();
    }
}
