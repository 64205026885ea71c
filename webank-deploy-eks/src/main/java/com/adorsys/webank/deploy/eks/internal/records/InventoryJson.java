package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.manifest.KindOrder;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.Deflater;

/**
 * An inventory as compressed JSON: the same bytes for the same content.
 *
 * <p>The members are columns, which gzip makes smaller than rows: a list for each property, in the order of the members.
 * Kinds and namespaces are numbers of tables, names one text, uids and digests bytes in base64, which gzip makes smaller
 * than hexadecimal digits.
 */
final class InventoryJson {
    /** Raised with every change of the format that an older reader would misread. */
    static final int FORMAT = 3;

    /** More than any ConfigMap can hold of real inventories. */
    private static final int LONGEST = 64 << 20;

    /** What no name of an object has. */
    private static final String SEPARATOR = "/";

    private static final int UID_BYTES = 16;
    private static final UUID NO_UUID = new UUID(0, 0);

    private InventoryJson() {}

    /** The format is one that this reader does not know. */
    static final class Newer extends Exception {
        private static final long serialVersionUID = 1L;

        private final long format;

        Newer(long format) {
            super("format " + format);
            this.format = format;
        }

        long format() {
            return format;
        }
    }

    static byte[] write(Inventory inventory) {
        Attempt attempt = inventory.attempt();
        Origin origin = attempt.origin();
        MapTree json = MapTree.builder()
                .put("format", FORMAT)
                .put("phase", inventory.phase().name())
                .put("attempt", attempt.id())
                .put("revision", attempt.revision())
                .put("desired", attempt.desired().isKnown() ? attempt.desired().toString() : "")
                .put("time", origin.time().toString())
                .put("actor", origin.actor())
                .put("source", origin.source())
                .put("ended", ended(inventory.ended()))
                .put("members", members(inventory.members()))
                .build();
        return Gzip.compress(Json.write(json).getBytes(StandardCharsets.UTF_8), Deflater.BEST_COMPRESSION);
    }

    private static MapTree ended(List<Inventory.Ended> ended) {
        List<Tree> revisions = new ArrayList<>();
        List<String> phases = new ArrayList<>();
        for (Inventory.Ended one : ended) {
            revisions.add(ScalarTree.of(one.revision()));
            phases.add(one.phase().name());
        }
        return MapTree.builder()
                .put("revisions", ListTree.of(revisions))
                .put("phases", ListTree.ofStrings(phases))
                .build();
    }

    private static MapTree members(List<Member> members) {
        Map<ApiResource, Integer> kinds = new LinkedHashMap<>();
        Map<String, Integer> namespaces = new LinkedHashMap<>();
        Map<FieldSet, Integer> dropped = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        ByteBuffer uids = ByteBuffer.allocate(members.size() * UID_BYTES);
        MapTree.Builder otherUids = MapTree.builder();
        for (int i = 0; i < members.size(); i++) {
            names.add(members.get(i).id().name());
            String uid = members.get(i).uid();
            UUID bits = uuid(uid);
            uids.putLong(bits.getMostSignificantBits()).putLong(bits.getLeastSignificantBits());
            if (!uid.isEmpty() && bits.equals(NO_UUID)) {
                otherUids.put(Integer.toString(i), uid);
            }
        }
        return MapTree.builder()
                .put("kind", numbers(members, member -> number(kinds, member.resource())))
                .put(
                        "namespace",
                        numbers(
                                members,
                                member -> number(namespaces, member.id().namespace())))
                .put("name", String.join(SEPARATOR, names))
                .put("uid", Base64.getEncoder().encodeToString(uids.array()))
                .put("otherUids", otherUids.build())
                .put("desired", digests(members, Member::desired))
                .put("owned", digests(members, Member::owned))
                .put("completed", digests(members, Member::completed))
                .put("dropped", numbers(members, member -> number(dropped, member.dropped())))
                .put(
                        "kinds",
                        ListTree.of(
                                kinds.keySet().stream().map(InventoryJson::kind).toList()))
                .put("namespaces", ListTree.ofStrings(List.copyOf(namespaces.keySet())))
                .put(
                        "fields",
                        ListTree.of(
                                dropped.keySet().stream().map(FieldSet::tree).toList()))
                .build();
    }

    private static MapTree kind(ApiResource resource) {
        return MapTree.builder()
                .put("apiVersion", resource.apiVersion())
                .put("kind", resource.kind())
                .put("plural", resource.plural())
                .put("namespaced", resource.namespaced())
                .build();
    }

    /** The place of a value in a table, into which it is put if it is new. */
    private static <T> int number(Map<T, Integer> table, T value) {
        return table.computeIfAbsent(value, any -> table.size());
    }

    private static ListTree numbers(List<Member> members, Function<Member, Integer> number) {
        List<Tree> numbers = new ArrayList<>(members.size());
        for (Member member : members) {
            numbers.add(ScalarTree.of(number.apply(member)));
        }
        return ListTree.of(numbers);
    }

    /** The 128 bits of a uid in the usual notation, as that of every known server is; {@link #NO_UUID} for any other. */
    private static UUID uuid(String uid) {
        try {
            UUID bits = UUID.fromString(uid);
            return bits.toString().equals(uid) ? bits : NO_UUID;
        } catch (IllegalArgumentException e) {
            return NO_UUID;
        }
    }

    private static String digests(List<Member> members, Function<Member, Digest> digest) {
        ByteBuffer bytes = ByteBuffer.allocate(members.size() * Digest.BYTES);
        members.forEach(member -> digest.apply(member).writeTo(bytes));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static Inventory read(byte[] gzip) throws Damaged, Newer {
        try {
            MapTree json = Json.readMap(Gzip.expand(gzip, LONGEST));
            long format = Trees.number(json, 0, "format");
            if (format > FORMAT) {
                throw new Newer(format);
            }
            if (format != FORMAT) {
                throw new Damaged("there is no format " + format);
            }
            Origin origin = Origin.of(Instant.parse(Trees.text(json, "time")), Trees.text(json, "actor"))
                    .from(Trees.text(json, "source"));
            Attempt attempt = new Attempt(
                    Trees.text(json, "attempt"),
                    Trees.number(json, -1, "revision"),
                    Digest.parse(Trees.text(json, "desired")),
                    origin);
            return Inventory.of(
                    Inventory.Phase.valueOf(Trees.text(json, "phase")),
                    attempt,
                    readMembers(Trees.map(json, "members")),
                    readEnded(Trees.map(json, "ended")));
        } catch (Json.Malformed
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException
                | DateTimeException
                | DeployException.InvalidInput e) {
            throw new Damaged("its content is not readable");
        }
    }

    private static List<Inventory.Ended> readEnded(MapTree json) {
        ListTree revisions = Trees.list(json, "revisions");
        ListTree phases = Trees.list(json, "phases");
        List<Inventory.Ended> ended = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            ended.add(new Inventory.Ended(
                    Trees.number(revisions.get(i), -1), Inventory.Phase.valueOf(Trees.text(phases.get(i)))));
        }
        return List.copyOf(ended);
    }

    private static List<Member> readMembers(MapTree json) throws Damaged {
        List<ApiResource> kinds = new ArrayList<>();
        for (Tree kind : Trees.list(json, "kinds")) {
            MapTree tree = Trees.map(kind);
            kinds.add(new ApiResource(
                    Trees.text(tree, "apiVersion"),
                    Trees.text(tree, "kind"),
                    Trees.text(tree, "plural"),
                    Trees.isTrue(tree, "namespaced")));
        }
        ListTree namespaces = Trees.list(json, "namespaces");
        ListTree fields = Trees.list(json, "fields");
        ListTree kindOf = Trees.list(json, "kind");
        String[] names = Trees.text(json, "name").split(SEPARATOR, -1);
        ByteBuffer uids = column(json, "uid");
        MapTree otherUids = Trees.map(json, "otherUids");
        ByteBuffer desired = column(json, "desired");
        ByteBuffer owned = column(json, "owned");
        ByteBuffer completed = column(json, "completed");
        List<Member> members = new ArrayList<>(kindOf.size());
        for (int i = 0; i < kindOf.size(); i++) {
            ApiResource its = kinds.get((int) Trees.number(kindOf.get(i), -1));
            String namespace = Trees.text(namespaces.get(at(json, "namespace", i)));
            ResourceId id = ResourceId.of(its.apiVersion(), its.kind(), namespace, names[i]);
            UUID bits = new UUID(uids.getLong(), uids.getLong());
            String uid = bits.equals(NO_UUID) ? Trees.text(otherUids, Integer.toString(i)) : bits.toString();
            members.add(Member.of(id, its)
                    .withUid(uid)
                    .withDigests(Digest.readFrom(desired), Digest.readFrom(owned))
                    .withCompleted(Digest.readFrom(completed))
                    .withDropped(FieldSet.of(Trees.map(fields, at(json, "dropped", i)))));
            if (i > 0 && KindOrder.compare(members.get(i - 1).id(), id) >= 0) {
                throw new Damaged("its members are not in order");
            }
        }
        return Collections.unmodifiableList(members);
    }

    private static int at(MapTree json, String column, int row) {
        return (int) Trees.number(Trees.list(json, column).get(row), -1);
    }

    private static ByteBuffer column(MapTree json, String name) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(Trees.text(json, name)));
    }
}
