package com.adorsys.webank.deploy.eks.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Go module that a binary is built from: three files of the class path, and the linker's flags. */
final class GoModule {
    private static final Pattern VERSION = Pattern.compile("(?m)^require (\\S+) v(\\S+)$");
    private static final String KUBERNETES = "kubernetes";
    private static final String DEFAULT_MINOR = "1.35.";
    /** The version of Kubernetes that was asked for; empty for the default. */
    private static final String WANTED = System.getProperty("kubernetes.version", "");

    private final TestBinary binary;
    private final Map<String, byte[]> files;
    private final String required;
    private final String version;

    private GoModule(TestBinary binary, Map<String, byte[]> files) {
        this.binary = binary;
        this.files = files;
        Matcher matcher = VERSION.matcher(new String(Objects.requireNonNull(files.get("go.mod")), UTF_8));
        if (!matcher.find()) {
            throw new IllegalStateException("go.mod of " + binary.module() + " requires nothing");
        }
        this.required = matcher.group(1);
        this.version = matcher.group(2);
    }

    static GoModule of(TestBinary binary) {
        if (!binary.module().equals(KUBERNETES) || WANTED.isEmpty()) {
            return in(binary.module(), binary);
        }
        String folder = WANTED.startsWith(DEFAULT_MINOR) ? KUBERNETES : KUBERNETES + "-" + minor(WANTED);
        boolean isKnown = GoModule.class.getResource("/cluster/" + folder + "/go.mod") != null;
        if (!isKnown || !in(folder, binary).version().equals(WANTED)) {
            throw new IllegalStateException(
                    "-Dkubernetes.version=" + WANTED + " has no module. Choose a version that CONTRIBUTING.md"
                            + " names, or add its module to src/test/resources/cluster.");
        }
        return in(folder, binary);
    }

    /** A version without its patch: {@code 1.35}. */
    static String minor(String version) {
        return version.substring(0, Math.max(0, version.lastIndexOf('.')));
    }

    private static GoModule in(String folder, TestBinary binary) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("go.mod", resource("/cluster/" + folder + "/go.mod"));
        files.put("go.sum", resource("/cluster/" + folder + "/go.sum"));
        files.put(binary.goFile(), resource("/cluster/" + binary.module() + "/" + binary.goFile()));
        return new GoModule(binary, files);
    }

    /** The path of the module that go.mod requires. */
    String required() {
        return required;
    }

    /** The version that go.mod requires, without the {@code v}. */
    String version() {
        return version;
    }

    /** What the folder of its binary is called: another version, other flags or another machine make another folder. */
    String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            digest.update(String.join(
                            " ",
                            binary.goPackage(),
                            linkerFlags(),
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"))
                    .getBytes(UTF_8));
            return String.format(
                    Locale.ROOT,
                    "%s-%s-%s",
                    binary.fileName(),
                    version,
                    HexFormat.of().formatHex(digest.digest(), 0, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kubernetes' own and Argo CD say which version they are only if the linker tells them. */
    String linkerFlags() {
        if (binary == TestBinary.ARGOCD) {
            return "-s -w -X " + required + "/common.version=" + version;
        }
        if (!KUBERNETES.equals(binary.module())) {
            return "-s -w";
        }
        String[] parts = version.split("\\.", -1);
        String at = " -X k8s.io/component-base/version.";
        return "-s -w" + at + "gitVersion=v" + version + at + "gitMajor=" + parts[0] + at + "gitMinor=" + parts[1];
    }

    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = GoModule.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + name, e);
        }
    }
}
