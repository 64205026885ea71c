package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.JsonNode;
import com.adorsys.webank.deploy.core.JsonReader;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules between the keys of ConfigMaps and Secrets. */
final class DataRules {
    private static final int MOST_BYTES = 1 << 20;

    private DataRules() {}

    static void checkConfigMap(Manifest map, Report report) {
        MapTree data = Trees.map(map.tree(), "data");
        MapTree binary = Trees.map(map.tree(), "binaryData");
        for (String key : data.keys()) {
            if (binary.has(key)) {
                report.error(
                        ProblemCodes.DUPLICATE,
                        TreePath.child("binaryData", key),
                        Problem.quote(key) + " is a key of `data` too",
                        "rename one of them");
            }
        }
        checkSize("data", texts(data) + bytes(binary), report);
    }

    static void checkSecret(Manifest secret, Report report) {
        MapTree data = Trees.map(secret.tree(), "data");
        MapTree texts = Trees.map(secret.tree(), "stringData");
        Set<String> keys = new LinkedHashSet<>(data.keys());
        keys.addAll(texts.keys());
        String type = Trees.text(secret.tree(), "type");
        switch (type) {
            case "kubernetes.io/tls" -> {
                required(type, keys, "tls.crt", report);
                required(type, keys, "tls.key", report);
            }
            case "kubernetes.io/dockerconfigjson" -> {
                required(type, keys, ".dockerconfigjson", report);
                checkJson(secret, ".dockerconfigjson", report);
            }
            case "kubernetes.io/dockercfg" -> {
                required(type, keys, ".dockercfg", report);
                checkJson(secret, ".dockercfg", report);
            }
            case "kubernetes.io/ssh-auth" -> required(type, keys, "ssh-privatekey", report);
            case "kubernetes.io/basic-auth" -> {
                if (!keys.contains("password")) {
                    required(type, keys, "username", report);
                }
            }
            case "kubernetes.io/service-account-token" -> {
                if (secret.annotation("kubernetes.io/service-account.name").isEmpty()) {
                    report.error(
                            ProblemCodes.MISSING_KEY,
                            "metadata.annotations[\"kubernetes.io/service-account.name\"]",
                            "the annotation `kubernetes.io/service-account.name` is missing in a Secret of type `"
                                    + type + "`",
                            "write the name of the ServiceAccount");
                }
            }
            default -> {}
        }
        MapTree.Builder kept = MapTree.builder(data.size());
        for (String key : data.keys()) {
            if (!texts.has(key)) {
                kept.put(key, Trees.text(data, key));
            }
        }
        checkSize("data", bytes(kept.build()) + texts(texts), report);
    }

    private static void required(String type, Set<String> keys, String key, Report report) {
        if (!keys.contains(key)) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    TreePath.child("data", key),
                    "`" + key + "` is missing in a Secret of type `" + type + "`",
                    "add it, or write another type");
        }
    }

    /** Reports a value that is not an object of JSON: the API server reads it. */
    private static void checkJson(Manifest secret, String key, Report report) {
        MapTree texts = Trees.map(secret.tree(), "stringData");
        boolean isText = texts.has(key);
        if (!isText && !Trees.map(secret.tree(), "data").has(key)) {
            return;
        }
        String text = isText ? Trees.text(texts, key) : decoded(Trees.text(secret.tree(), "data", key));
        String json = text == null ? "null" : text.strip();
        if (!json.equals("null") && !isJsonObject(json)) {
            report.error(
                    ProblemCodes.TEXT_INVALID,
                    TreePath.child(isText ? "stringData" : "data", key),
                    "`" + key + "` is not an object of JSON",
                    "write what `docker login` wrote into its file, as in `{\"auths\": {...}}`");
        }
    }

    private static boolean isJsonObject(String text) {
        try {
            JsonReader reader = new JsonReader("", text);
            return reader.value() instanceof JsonNode.Fields && reader.rest().isEmpty();
        } catch (DeployException.InvalidInput e) {
            return false;
        }
    }

    /** The text of a value in base64; null if it is not base64, which is reported elsewhere. */
    private static @Nullable String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void checkSize(String path, long bytes, Report report) {
        if (bytes > MOST_BYTES) {
            report.error(
                    ProblemCodes.OBJECT_TOO_LARGE,
                    path,
                    "the data has " + bytes + " bytes, more than " + MOST_BYTES,
                    "divide it, or keep it outside of the cluster");
        }
    }

    private static long texts(MapTree data) {
        long bytes = 0;
        for (String key : data.keys()) {
            bytes += Trees.text(data, key).getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    /** The bytes that texts in base64 stand for. */
    private static long bytes(MapTree data) {
        long bytes = 0;
        for (String key : data.keys()) {
            String text = Trees.text(data, key);
            long digits = 0;
            for (int i = 0; i < text.length(); i++) {
                char digit = text.charAt(i);
                digits += digit > ' ' && digit != '=' ? 1 : 0;
            }
            bytes += digits * 3 / 4;
        }
        return bytes;
    }
}
