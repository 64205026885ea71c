package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.Instant;

/**
 * What the annotations of one of a revision's Secrets say.
 *
 * @param number which part it is, from 1; 0 if that is not readable
 * @param of how many parts there are; 0 if that is not readable
 * @param digest of the set
 * @param content the SHA-256 of the whole compressed content, by which the parts of one writing know each other: the same set
 *     may be compressed otherwise by another JDK
 * @param objects how many objects the set has
 * @param origin where it came from
 */
record RevisionPart(int number, int of, String digest, String content, int objects, Origin origin) {
    private static final String PART = RecordNames.DOMAIN + "part";
    private static final String DIGEST = RecordNames.DOMAIN + "digest";
    private static final String CONTENT = RecordNames.DOMAIN + "content";
    private static final String OBJECTS = RecordNames.DOMAIN + "objects";
    private static final String TIME = RecordNames.DOMAIN + "time";
    private static final String ACTOR = RecordNames.DOMAIN + "actor";
    private static final String SOURCE = RecordNames.DOMAIN + "source";

    static RevisionPart of(MapTree metadata) {
        MapTree annotations = Trees.map(metadata, "annotations");
        String part = annotations.string(PART).orElse("");
        int slash = part.indexOf('/');
        int number = slash < 0 ? 0 : number(part.substring(0, slash));
        int of = slash < 0 ? 0 : number(part.substring(slash + 1));
        Instant time = LeaseRecord.instant(annotations.string(TIME).orElse("")).orElse(Instant.EPOCH);
        return new RevisionPart(
                number < 1 || number > of ? 0 : number,
                of,
                annotations.string(DIGEST).orElse(""),
                annotations.string(CONTENT).orElse(""),
                number(annotations.string(OBJECTS).orElse("")),
                Origin.of(time, annotations.string(ACTOR).orElse(""))
                        .from(annotations.string(SOURCE).orElse("")));
    }

    MapTree annotations() {
        return MapTree.builder()
                .put(PART, number + "/" + of)
                .put(DIGEST, digest)
                .put(CONTENT, content)
                .put(OBJECTS, Integer.toString(objects))
                .put(TIME, origin.time().toString())
                .put(ACTOR, origin.actor())
                .put(SOURCE, origin.source())
                .build();
    }

    RevisionPart at(int other) {
        return new RevisionPart(other, of, digest, content, objects, origin);
    }

    /** Whether another is the same part of the same content, whoever wrote it. */
    boolean isSame(RevisionPart other) {
        return number == other.number && of == other.of && digest.equals(other.digest) && content.equals(other.content);
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
