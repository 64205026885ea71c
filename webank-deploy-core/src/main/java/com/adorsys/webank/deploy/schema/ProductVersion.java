package com.adorsys.webank.deploy.schema;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.List;
import java.util.Objects;

/**
 * A minor version of Kubernetes or of Argo CD that manifests are checked for: {@code 1.35}, {@code 3.2}. Immutable.
 *
 * <p>The supported ones are {@link Schemas#kubernetesVersions()} and {@link Schemas#argoCdVersions()}.
 */
public final class ProductVersion implements Comparable<ProductVersion> {
    private final String product;
    private final int major;
    private final int minor;

    private ProductVersion(String product, int major, int minor) {
        this.product = product;
        this.major = major;
        this.minor = minor;
    }

    /**
     * A version of Kubernetes.
     *
     * @param text {@code 1.35}; {@code v1.35.4} and {@code v1.35.4-eks-3025e55} are the same
     * @throws DeployException.InvalidInput if the text is not a version, or the version is not supported
     */
    public static ProductVersion kubernetes(String text) {
        return supported(Schemas.KUBERNETES, text);
    }

    /**
     * A version of Argo CD.
     *
     * @param text {@code 3.2}; {@code v3.2.1} is the same
     * @throws DeployException.InvalidInput if the text is not a version, or the version is not supported
     */
    public static ProductVersion argoCd(String text) {
        return supported(Schemas.ARGO_CD, text);
    }

    private static ProductVersion supported(String product, String text) {
        List<ProductVersion> supported = Schemas.versionsOf(product);
        String plain = text.startsWith("v") ? text.substring(1) : text;
        for (ProductVersion version : supported) {
            if (plain.equals(version.number()) || isPatchOf(version, plain)) {
                return version;
            }
        }
        throw new DeployException.InvalidInput(Problem.error(
                ProblemCodes.VERSION_UNSUPPORTED,
                Location.of(""),
                Problem.quote(text) + " is not a supported version of " + product,
                "write one of " + supported.get(0).number() + " to "
                        + supported.get(supported.size() - 1).number()));
    }

    /** Whether a text is a version with a number after it, and perhaps a suffix, as EKS and others have. */
    private static boolean isPatchOf(ProductVersion version, String text) {
        String prefix = version.number() + ".";
        if (!text.startsWith(prefix)) {
            return false;
        }
        int end = prefix.length();
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end > prefix.length() && (end == text.length() || text.charAt(end) == '-' || text.charAt(end) == '+');
    }

    /** Reads a version of a description. */
    static ProductVersion parse(String product, String text) {
        int dot = text.indexOf('.');
        return new ProductVersion(
                product, Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /** {@code Kubernetes} or {@code Argo CD}. */
    public String product() {
        return product;
    }

    /** {@code 1.35}. */
    public String number() {
        return major + "." + minor;
    }

    /** Compares by product, then by number. */
    @Override
    public int compareTo(ProductVersion other) {
        if (!product.equals(other.product)) {
            return product.compareTo(other.product);
        }
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductVersion that
                && product.equals(that.product)
                && major == that.major
                && minor == that.minor;
    }

    @Override
    public int hashCode() {
        return Objects.hash(product, major, minor);
    }

    /** {@code Kubernetes 1.35}. */
    @Override
    public String toString() {
        return product + " " + number();
    }
}
