package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that wraps a part of a manifest; equality is by content. Immutable. */
public abstract class TreeValue {
    private final MapTree tree;
    private final @Nullable SecretRef versionedSecret;

    /** Wraps a part of a manifest. */
    protected TreeValue(MapTree tree) {
        this(tree, null);
    }

    /** Wraps a part of a manifest that refers to a Secret, of which the version is no part. */
    TreeValue(MapTree tree, @Nullable SecretRef secret) {
        this.tree = tree;
        this.versionedSecret = secret == null || secret.version().isEmpty() ? null : secret;
    }

    /** The wrapped part of the manifest, with the structure of the Kubernetes API. */
    public final MapTree tree() {
        return tree;
    }

    /** The Secret that it refers to, if the reference has a version. */
    public final Optional<SecretRef> versionedSecret() {
        return Optional.ofNullable(versionedSecret);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof TreeValue that
                && getClass() == that.getClass()
                && tree.equals(that.tree)
                && Objects.equals(versionedSecret, that.versionedSecret);
    }

    @Override
    public final int hashCode() {
        return tree.hashCode();
    }

    /** The names of the fields that are set; no values. */
    @Override
    public String toString() {
        return String.join(", ", tree.keys());
    }

    /** A copy of a tree with one more item in the list of a key. */
    static MapTree plus(MapTree tree, String key, Tree item) {
        return tree.with(key, Trees.list(tree, key).plus(item));
    }

    /**
     * A duration as the API expects it.
     *
     * @param least the minimum number of seconds
     */
    static long seconds(String place, String field, Duration time, long least) {
        if (time.toNanosPart() != 0 || time.toSeconds() < least || time.toSeconds() > Integer.MAX_VALUE) {
            throw invalid(
                    ProblemCodes.OUT_OF_RANGE,
                    place,
                    "`" + field + "` is `" + time + "`, not a whole number of seconds of " + least + " or more",
                    "Give whole seconds");
        }
        return time.toSeconds();
    }

    static long port(String place, int port) {
        if (port < 1 || port > 65535) {
            throw invalid(
                    ProblemCodes.OUT_OF_RANGE,
                    place,
                    "the port `" + port + "` is not between 1 and 65535",
                    "Give the container's port");
        }
        return port;
    }

    /**
     * A text that has a grammar.
     *
     * @param complaint what is wrong with the text, if something is
     * @param what it should be
     */
    static String checked(String code, String place, String text, Optional<String> complaint, String what) {
        if (complaint.isPresent()) {
            throw invalid(
                    code, place, Problem.quote(text) + " is not a valid " + what + ": " + complaint.get(), "Change it");
        }
        return text;
    }

    static String labelKey(String place, String text) {
        return checked(ProblemCodes.LABEL_INVALID, place, text, Names.labelKey(text), "key of a label");
    }

    static String labelValue(String place, String text) {
        return checked(ProblemCodes.LABEL_INVALID, place, text, Names.labelValue(text), "value of a label");
    }

    static String objectName(String place, String text, String what) {
        return checked(ProblemCodes.NAME_INVALID, place, text, Names.subdomain(text), "name of a " + what);
    }

    static String address(String place, String text) {
        return checked(ProblemCodes.ADDRESS_INVALID, place, text, Names.address(text), "address");
    }

    static String notEmpty(String place, String field, String text) {
        if (text.isBlank()) {
            throw invalid(ProblemCodes.TEXT_EMPTY, place, "`" + field + "` is empty", "Write it");
        }
        return text;
    }

    static DeployException.InvalidInput invalid(String code, String place, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, Location.of(place), what, remedy));
    }
}
