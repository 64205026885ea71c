package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.manifest.KindOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;

/**
 * An inventory as few bytes: the same bytes for the same content.
 *
 * <p>Kinds and namespaces stand in tables, names without what they share with the name before, and the fields of all
 * members in columns, of which gzip makes more than of rows. What remains of a member is its uid and its digests, 40 bytes
 * that nothing can shorten, and 4 to 12 bytes of its name.
 */
final class InventoryBytes {
    /** Raised with every change of the format that an older reader would misread. */
    static final int VERSION = 2;
    /** A format without dropped fields. */
    private static final int WITHOUT_DROPPED = 1;

    private static final byte[] MAGIC = "wdi".getBytes(StandardCharsets.US_ASCII);
    /** More than any ConfigMap can hold of real inventories, and less than hurts. */
    private static final int LONGEST = 16 << 20;

    private static final int UID_NONE = 0;
    private static final int UID_BITS = 1;
    private static final int UID_TEXT = 2;

    private InventoryBytes() {}

    /** The format is of a version that this reader does not know. */
    static final class Newer extends Exception {
        private static final long serialVersionUID = 1L;

        private final int version;

        Newer(int version) {
            super("format " + version);
            this.version = version;
        }

        int version() {
            return version;
        }
    }

    static byte[] write(Inventory inventory) {
        ByteWriter out = new ByteWriter(1024 + 64 * inventory.members().size());
        out.put(MAGIC, 0, MAGIC.length);
        out.put(VERSION);
        out.put(code(inventory.phase()));
        writeAttempt(inventory.attempt(), out);
        out.putNumber(inventory.ready().size());
        for (long revision : inventory.ready()) {
            out.putNumber(revision);
        }
        writeMembers(inventory.members(), out);
        writeDropped(inventory.members(), out);
        return Gzip.compress(out.bytes(), Deflater.BEST_COMPRESSION);
    }

    static Inventory read(byte[] gzip) throws Damaged, Newer {
        ByteReader in = new ByteReader(Gzip.expand(gzip, LONGEST));
        for (byte expected : MAGIC) {
            if (in.get() != expected) {
                throw new Damaged("it holds something else");
            }
        }
        int version = in.get();
        if (version > VERSION) {
            throw new Newer(version);
        }
        if (version != VERSION && version != WITHOUT_DROPPED) {
            throw new Damaged("there is no format " + version);
        }
        Inventory.Phase phase = phase(in.get());
        Attempt attempt = readAttempt(in);
        List<Long> ready = new ArrayList<>();
        for (int left = in.getCount(Inventory.LONGEST_HISTORY); left > 0; left--) {
            ready.add(in.getNumber());
        }
        List<Member> members = readMembers(in);
        if (version != WITHOUT_DROPPED) {
            members = readDropped(members, in);
        }
        in.end();
        return Inventory.of(phase, attempt, members, List.copyOf(ready));
    }

    private static int code(Inventory.Phase phase) {
        return switch (phase) {
            case APPLYING -> 1;
            case READY -> 2;
            case DELETING -> 3;
        };
    }

    private static Inventory.Phase phase(int code) throws Damaged {
        return switch (code) {
            case 1 -> Inventory.Phase.APPLYING;
            case 2 -> Inventory.Phase.READY;
            case 3 -> Inventory.Phase.DELETING;
            default -> throw new Damaged("there is no phase " + code);
        };
    }

    private static void writeAttempt(Attempt attempt, ByteWriter out) {
        out.putText(attempt.id());
        out.putNumber(attempt.revision());
        attempt.desired().writeTo(out);
        Origin origin = attempt.origin();
        Instant time = origin.time();
        out.putNumber(time.getEpochSecond());
        out.putNumber(time.getNano());
        out.putText(origin.actor());
        out.putText(origin.source());
    }

    private static Attempt readAttempt(ByteReader in) throws Damaged {
        String id = in.getText();
        long revision = in.getNumber();
        Digest desired = Digest.readFrom(in);
        long second = in.getNumber();
        int nano = in.getCount(999_999_999);
        String actor = in.getText();
        String source = in.getText();
        try {
            return new Attempt(id, revision, desired, new Origin(Instant.ofEpochSecond(second, nano), actor, source));
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw new Damaged("its last run is not readable");
        }
    }

    private static void writeMembers(List<Member> members, ByteWriter out) {
        Map<ApiResource, Integer> resources = new LinkedHashMap<>();
        Map<String, Integer> namespaces = new LinkedHashMap<>();
        for (Member member : members) {
            resources.putIfAbsent(member.resource(), resources.size());
            namespaces.putIfAbsent(member.id().namespace(), namespaces.size());
        }
        out.putNumber(resources.size());
        for (ApiResource resource : resources.keySet()) {
            out.putText(resource.apiVersion());
            out.putText(resource.kind());
            out.putText(resource.plural());
            out.put(resource.namespaced() ? 1 : 0);
        }
        out.putNumber(namespaces.size());
        namespaces.keySet().forEach(out::putText);
        out.putNumber(members.size());
        for (Member member : members) {
            out.putNumber(resources.getOrDefault(member.resource(), 0));
        }
        for (Member member : members) {
            out.putNumber(namespaces.getOrDefault(member.id().namespace(), 0));
        }
        writeNames(members, out);
        writeUids(members, out);
        for (Member member : members) {
            member.desired().writeTo(out);
        }
        for (Member member : members) {
            member.owned().writeTo(out);
        }
    }

    private static List<Member> readMembers(ByteReader in) throws Damaged {
        List<ApiResource> resources = new ArrayList<>();
        for (int left = in.getCount(); left > 0; left--) {
            resources.add(new ApiResource(in.getText(), in.getText(), in.getText(), in.getCount(1) == 1));
        }
        List<String> namespaces = new ArrayList<>();
        for (int left = in.getCount(); left > 0; left--) {
            namespaces.add(in.getText());
        }
        int size = in.getCount();
        int[] resource = readIndexes(size, resources.size(), in);
        int[] namespace = readIndexes(size, namespaces.size(), in);
        String[] names = readNames(size, in);
        String[] uids = readUids(size, in);
        Digest[] desired = readDigests(size, in);
        Digest[] owned = readDigests(size, in);
        List<Member> members = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ApiResource its = resources.get(resource[i]);
            try {
                ResourceId id = ResourceId.of(its.apiVersion(), its.kind(), namespaces.get(namespace[i]), names[i]);
                members.add(Member.of(id, its).withUid(uids[i]).withDigests(desired[i], owned[i]));
                if (i > 0 && KindOrder.compare(members.get(i - 1).id(), id) >= 0) {
                    throw new Damaged("its members are not in order");
                }
            } catch (IllegalArgumentException | DeployException.InvalidInput e) {
                throw new Damaged("a member is none that could be");
            }
        }
        return Collections.unmodifiableList(members);
    }

    /** The sets of fields in a table, and for each member the place of its own there; 0 for none, as most have. */
    private static void writeDropped(List<Member> members, ByteWriter out) {
        Map<String, Integer> sets = new LinkedHashMap<>();
        for (Member member : members) {
            if (!member.dropped().isEmpty()) {
                sets.putIfAbsent(Json.write(member.dropped().tree()), sets.size() + 1);
            }
        }
        out.putNumber(sets.size());
        sets.keySet().forEach(out::putText);
        for (Member member : members) {
            boolean none = member.dropped().isEmpty();
            out.putNumber(
                    none ? 0 : sets.getOrDefault(Json.write(member.dropped().tree()), 0));
        }
    }

    private static List<Member> readDropped(List<Member> members, ByteReader in) throws Damaged {
        List<FieldSet> sets = new ArrayList<>(List.of(FieldSet.of()));
        try {
            for (int left = in.getCount(); left > 0; left--) {
                sets.add(FieldSet.of(Json.readMap(in.getText().getBytes(StandardCharsets.UTF_8))));
            }
        } catch (Json.Malformed e) {
            throw new Damaged("the fields of a member are not readable");
        }
        int[] dropped = readIndexes(members.size(), sets.size(), in);
        List<Member> complete = new ArrayList<>(members.size());
        for (int i = 0; i < dropped.length; i++) {
            complete.add(dropped[i] == 0 ? members.get(i) : members.get(i).withDropped(sets.get(dropped[i])));
        }
        return Collections.unmodifiableList(complete);
    }

    private static int[] readIndexes(int size, int end, ByteReader in) throws Damaged {
        int[] indexes = new int[size];
        for (int i = 0; i < size; i++) {
            indexes[i] = in.getCount(end - 1);
        }
        return indexes;
    }

    /** How much of each name is that of the name before; how long the rest is; all the rests. */
    private static void writeNames(List<Member> members, ByteWriter out) {
        ByteWriter lengths = new ByteWriter(members.size());
        ByteWriter rests = new ByteWriter(members.size() * 16);
        String before = "";
        for (Member member : members) {
            String name = member.id().name();
            int shared = shared(before, name);
            byte[] rest = name.substring(shared).getBytes(StandardCharsets.UTF_8);
            out.putNumber(shared);
            lengths.putNumber(rest.length);
            rests.put(rest, 0, rest.length);
            before = name;
        }
        out.putAll(lengths);
        out.putAll(rests);
    }

    private static String[] readNames(int size, ByteReader in) throws Damaged {
        int[] shared = new int[size];
        int[] lengths = new int[size];
        for (int i = 0; i < size; i++) {
            shared[i] = in.getCount();
        }
        for (int i = 0; i < size; i++) {
            lengths[i] = in.getCount();
        }
        String[] names = new String[size];
        String before = "";
        for (int i = 0; i < size; i++) {
            if (shared[i] > before.length()) {
                throw new Damaged("a name begins with more than there is");
            }
            before = before.substring(0, shared[i]) + in.getText(lengths[i]);
            names[i] = before;
        }
        return names;
    }

    /** Up to a whole character, of which one may be two in Java. */
    private static int shared(String a, String b) {
        int end = Math.min(a.length(), b.length());
        int shared = 0;
        while (shared < end && a.charAt(shared) == b.charAt(shared)) {
            shared++;
        }
        return shared > 0 && Character.isHighSurrogate(a.charAt(shared - 1)) ? shared - 1 : shared;
    }

    private static void writeUids(List<Member> members, ByteWriter out) {
        ByteWriter uids = new ByteWriter(members.size() * 16);
        for (Member member : members) {
            String uid = member.uid();
            if (uid.isEmpty()) {
                out.put(UID_NONE);
            } else if (isBits(uid)) {
                out.put(UID_BITS);
                UUID bits = UUID.fromString(uid);
                uids.putLong(bits.getMostSignificantBits());
                uids.putLong(bits.getLeastSignificantBits());
            } else {
                out.put(UID_TEXT);
                uids.putText(uid);
            }
        }
        out.putAll(uids);
    }

    private static String[] readUids(int size, ByteReader in) throws Damaged {
        int[] forms = readIndexes(size, UID_TEXT + 1, in);
        String[] uids = new String[size];
        for (int i = 0; i < size; i++) {
            if (forms[i] == UID_BITS) {
                long high = in.getLong();
                uids[i] = new UUID(high, in.getLong()).toString();
            } else {
                uids[i] = forms[i] == UID_NONE ? "" : in.getText();
            }
        }
        return uids;
    }

    /** Whether a uid is nothing but 128 bits in the usual notation; that of every known server is. */
    private static boolean isBits(String uid) {
        if (uid.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = uid.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static Digest[] readDigests(int size, ByteReader in) throws Damaged {
        Digest[] digests = new Digest[size];
        for (int i = 0; i < size; i++) {
            digests[i] = Digest.readFrom(in);
        }
        return digests;
    }
}
