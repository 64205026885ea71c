package com.adorsys.webank.deploy.gitops;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * A commit in its two parts: the signature, and what it is for. They are separated as Git does: every header whose name starts
 * with {@code gpgsig} is left out of the content, and {@code gpgsig} is the signature.
 */
final class SignedCommit {
    private static final String HEADER = "gpgsig";

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ByteArrayOutputStream signature = new ByteArrayOutputStream();

    private SignedCommit() {}

    static SignedCommit parse(byte[] raw) {
        SignedCommit commit = new SignedCommit();
        boolean isInSignature = false;
        boolean isInOther = false;
        int start = 0;
        while (start < raw.length && raw[start] != '\n') {
            int end = lineEnd(raw, start);
            boolean continues = raw[start] == ' ';
            isInSignature = continues ? isInSignature : startsWith(raw, start, HEADER + " ");
            isInOther = continues ? isInOther : !isInSignature && startsWith(raw, start, HEADER);
            if (isInSignature) {
                int from = start + (continues ? 1 : HEADER.length() + 1);
                commit.signature.write(raw, from, end - from);
            } else if (!isInOther) {
                commit.content.write(raw, start, end - start);
            }
            start = end;
        }
        commit.content.write(raw, start, raw.length - start);
        return commit;
    }

    /** The position after the end of a line. */
    private static int lineEnd(byte[] raw, int start) {
        int end = start;
        while (end < raw.length && raw[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, raw.length);
    }

    private static boolean startsWith(byte[] raw, int start, String text) {
        if (start + text.length() > raw.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (raw[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The signature in its armor; empty if the commit is not signed. */
    Optional<byte[]> signature() {
        return signature.size() == 0 ? Optional.empty() : Optional.of(signature.toByteArray());
    }

    /** The commit without the signature. */
    byte[] content() {
        return content.toByteArray();
    }
}
