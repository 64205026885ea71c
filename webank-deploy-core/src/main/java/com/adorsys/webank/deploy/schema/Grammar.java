package com.adorsys.webank.deploy.schema;

import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.CronSchedule;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The grammars that a string of a manifest may have to follow, each with the code of the problem that a breach is.
 *
 * <p>A grammar returns nothing for a valid text, otherwise a sentence that says what is valid.
 */
public enum Grammar implements Function<String, Optional<String>> {
    /** An RFC 1123 label: the name of a container, a volume or a namespace. */
    LABEL(ProblemCodes.NAME_INVALID),
    /** An RFC 1123 subdomain: the name of most objects. */
    SUBDOMAIN(ProblemCodes.NAME_INVALID),
    /** A DNS name, which may end with a dot: that to which a Service resolves. */
    DNS_NAME(ProblemCodes.NAME_INVALID),
    /** The name of a Service: an RFC 1035 label, which begins with a letter. */
    SERVICE_NAME(ProblemCodes.NAME_INVALID),
    /** The name of an object whose kind allows more than DNS names, as roles do: one segment of a path. */
    PATH_SEGMENT(ProblemCodes.NAME_INVALID),
    /** The name of a port. */
    PORT_NAME(ProblemCodes.NAME_INVALID),
    /** The name of an environment variable: printable ASCII without {@code =}. */
    ENVIRONMENT_NAME(ProblemCodes.NAME_INVALID),
    /** A key in a ConfigMap or a Secret. */
    DATA_KEY(ProblemCodes.NAME_INVALID),
    /** A DNS name, which may begin with {@code *.}: the host of an Ingress rule. */
    HOST(ProblemCodes.HOST_INVALID),
    /** A label's key. */
    LABEL_KEY(ProblemCodes.LABEL_INVALID),
    /** A label's value. */
    LABEL_VALUE(ProblemCodes.LABEL_INVALID),
    /** A name with a domain and {@code /} before it or without: a finalizer. */
    QUALIFIED_NAME(ProblemCodes.NAME_INVALID),
    /** An annotation's key: a label's key whose prefix may have capitals. */
    ANNOTATION_KEY(ProblemCodes.ANNOTATION_INVALID),
    /** A quantity that is not negative: {@code 200m}, {@code 1.5}, {@code 512Mi}. */
    QUANTITY(ProblemCodes.QUANTITY_INVALID),
    /** An OCI reference, with a tag or a digest or without. */
    IMAGE(ProblemCodes.IMAGE_INVALID),
    /**
     * What the API server accepts as an image: a text without spaces at its ends. One in which a template left out a value,
     * as in {@code app:<nil>}, is not taken.
     */
    IMAGE_TEXT(ProblemCodes.IMAGE_INVALID),
    /** The name of a compute resource: a standard one, or one with a domain. */
    RESOURCE_NAME(ProblemCodes.RESOURCE_INVALID),
    /** A percentage: {@code 25%}. */
    PERCENTAGE(ProblemCodes.PERCENTAGE_INVALID),
    /** A path inside a volume: relative, without {@code ..}. */
    SUB_PATH(ProblemCodes.PATH_INVALID),
    /** A path of a file inside a volume: not empty, relative, without {@code ..}. */
    FILE_PATH(ProblemCodes.PATH_INVALID),
    /** A path that begins with a slash. */
    ABSOLUTE_PATH(ProblemCodes.PATH_INVALID),
    /** The name of an HTTP header. */
    HTTP_HEADER(ProblemCodes.NAME_INVALID),
    /** A resource of a container as a variable or a file names it: {@code limits.memory}. */
    RESOURCE_FIELD(ProblemCodes.RESOURCE_INVALID),
    /** A field of a pod as a variable or a file names it: {@code metadata.labels['app']}. */
    POD_FIELD(ProblemCodes.UNKNOWN_VALUE),
    /** An IP address. */
    ADDRESS(ProblemCodes.ADDRESS_INVALID),
    /** An IP address, also in the ambiguous forms that Kubernetes up to 1.35 accepts: {@link Names#legacyAddress}. */
    LEGACY_ADDRESS(ProblemCodes.ADDRESS_INVALID),
    /** The address of a Service in its cluster, or {@code None}. */
    CLUSTER_ADDRESS(ProblemCodes.ADDRESS_INVALID),
    /** As {@link #CLUSTER_ADDRESS}, also in the forms of {@link #LEGACY_ADDRESS}. */
    LEGACY_CLUSTER_ADDRESS(ProblemCodes.ADDRESS_INVALID),
    /** A range of IP addresses: {@code 10.0.0.0/8}. */
    CIDR(ProblemCodes.CIDR_INVALID),
    /** A range of IP addresses, also in the ambiguous forms that Kubernetes up to 1.35 accepts: {@link Cidr#legacy}. */
    LEGACY_CIDR(ProblemCodes.CIDR_INVALID),
    /** Bytes in base64, as the {@code data} of a Secret is written. */
    SECRET_DATA(ProblemCodes.BASE64_INVALID),
    /** Bytes in base64, as the {@code binaryData} of a ConfigMap is written. */
    BINARY_DATA(ProblemCodes.BASE64_INVALID),
    /** Bytes in base64. */
    BYTES(ProblemCodes.BASE64_INVALID),
    /** A schedule of cron, or a name such as {@code @daily}: when a CronJob runs. */
    CRON_SCHEDULE(ProblemCodes.TEXT_INVALID),
    /** A time of RFC 3339, as Go reads it: {@code 2025-01-31T12:00:00Z}. */
    TIME(ProblemCodes.TEXT_INVALID),
    /** Any text except the empty one. */
    NOT_EMPTY(ProblemCodes.TEXT_EMPTY);

    private static final String AN_IMAGE =
            "an image is a registry, a repository in lower case and a tag or digest, as in `ghcr.io/owner/name:1.0`";

    private final String code;

    Grammar(String code) {
        this.code = code;
    }

    /** The code of the problem that a breach of this grammar is. */
    public String code() {
        return code;
    }

    /**
     * A regular expression that every valid text matches. Some texts that match are not valid: a host that is an address, a
     * prefix of a label's key of more than 253 characters, an image, a port's name without a letter or with two {@code -} in a
     * row, a path with {@code ..}, a schedule with a number out of range, base64 of a wrong length, a day that a month does not
     * have, a field that no pod has, and much that looks like an address or a range of addresses.
     */
    public String pattern() {
        return GrammarPatterns.of(this);
    }

    /** The most characters that a valid text has; 0 where the {@link #pattern} says it, or where there is no limit. */
    public int longest() {
        return GrammarPatterns.longest(this);
    }

    @Override
    public Optional<String> apply(String text) {
        return switch (this) {
            case LABEL -> Names.label(text);
            case SUBDOMAIN -> Names.subdomain(text);
            case DNS_NAME -> Names.subdomain(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
            case SERVICE_NAME ->
                Names.label(text).isEmpty() && !isDigit(text.charAt(0))
                        ? Optional.empty()
                        : Optional.of(
                                "a Service's name has at most 63 characters of a-z, 0-9 and -, begins with a letter and ends with a letter or digit");
            case PATH_SEGMENT ->
                !text.isEmpty()
                                && !text.equals(".")
                                && !text.equals("..")
                                && text.indexOf('/') < 0
                                && text.indexOf('%') < 0
                        ? Optional.empty()
                        : Optional.of("a name is not empty, neither . nor .., and has no / and no %");
            case PORT_NAME -> Names.portName(text);
            case CRON_SCHEDULE -> CronSchedule.fieldsOrName(text);
            case ENVIRONMENT_NAME ->
                isEnvironmentName(text)
                        ? Optional.empty()
                        : Optional.of("a variable's name has at least one character, each printable ASCII and not =");
            case DATA_KEY -> Names.dataKey(text);
            case HOST ->
                Names.subdomain(text.startsWith("*.") ? text.substring(2) : text)
                                        .isEmpty()
                                && !(isDigit(last(text)) && isAddress(text))
                        ? Optional.empty()
                        : Optional.of(
                                "a host is a DNS name in lower case, at most 253 characters, which may begin with `*.` and is no address");
            case LABEL_KEY, QUALIFIED_NAME -> Names.labelKey(text);
            case LABEL_VALUE -> Names.labelValue(text);
            case ANNOTATION_KEY -> Names.labelKey(text.toLowerCase(Locale.ROOT));
            case QUANTITY ->
                isQuantity(text)
                        ? Optional.empty()
                        : Optional.of(
                                meantQuantity(text)
                                        + "a quantity is a number that is not negative, with a suffix of m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei or none");
            case IMAGE -> isImage(text) ? Optional.empty() : Optional.of(AN_IMAGE);
            case IMAGE_TEXT ->
                !text.isBlank() && text.equals(text.strip()) && !text.contains("<nil>") && !text.contains("<no value>")
                        ? Optional.empty()
                        : Optional.of(AN_IMAGE);
            case RESOURCE_NAME ->
                isResourceName(text)
                        ? Optional.empty()
                        : Optional.of(
                                "a resource is cpu, memory, ephemeral-storage, hugepages-<size>, or a name with a domain as in `example.com/gpu`");
            case PERCENTAGE ->
                isPercentage(text)
                        ? Optional.empty()
                        : Optional.of("a percentage is a whole number and %, as in `25%`");
            case SUB_PATH ->
                text.startsWith("/") || hasParentStep(text)
                        ? Optional.of("a path inside a volume is relative and has no `..`")
                        : Optional.empty();
            case FILE_PATH ->
                text.isEmpty() || text.startsWith("/") || hasParentStep(text)
                        ? Optional.of("a path of a file inside a volume is not empty, is relative and has no `..`")
                        : Optional.empty();
            case ABSOLUTE_PATH ->
                text.startsWith("/") ? Optional.empty() : Optional.of("a path begins with a slash, as in `/health`");
            case HTTP_HEADER ->
                isHeader(text)
                        ? Optional.empty()
                        : Optional.of("a name of a header has at least one character of A-Z, a-z, 0-9 and -");
            case RESOURCE_FIELD ->
                isResourceField(text)
                        ? Optional.empty()
                        : Optional.of(
                                "a resource is `limits.` or `requests.` and then cpu, memory, ephemeral-storage or hugepages-<size>");
            case POD_FIELD ->
                PodFields.contain(text) ? Optional.empty() : Optional.of("the fields are " + PodFields.LISTED);
            case ADDRESS -> Names.address(text);
            case LEGACY_ADDRESS -> Names.legacyAddress(text);
            case CLUSTER_ADDRESS -> orNone(text, ADDRESS);
            case LEGACY_CLUSTER_ADDRESS -> orNone(text, LEGACY_ADDRESS);
            case CIDR -> Cidr.problem(text).map(Problem::remedy);
            case LEGACY_CIDR -> Cidr.legacy(text).isPresent() ? Optional.empty() : CIDR.apply(text);
            case SECRET_DATA -> base64(text, "stringData");
            case BINARY_DATA -> base64(text, "data");
            case BYTES -> isBase64(text) ? Optional.empty() : Optional.of("the value is written in base64");
            case TIME ->
                Times.isTime(text)
                        ? Optional.empty()
                        : Optional.of("a time has a date, a time of day and a time zone, as in `2025-01-31T12:00:00Z`");
            case NOT_EMPTY -> text.isEmpty() ? Optional.of("a text that is not empty is expected") : Optional.empty();
        };
    }

    private static Optional<String> base64(String text, String plain) {
        return isBase64(text)
                ? Optional.empty()
                : Optional.of("the value is written in base64; plain text goes below `" + plain + "`");
    }

    private static Optional<String> orNone(String text, Grammar address) {
        return text.equals("None")
                ? Optional.empty()
                : address.apply(text).map(rule -> "write `None`, or an address; " + rule);
    }

    private static char last(String text) {
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAddress(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i)) && text.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnvironmentName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '=') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isImage(String text) {
        boolean pinned = text.indexOf('@') >= 0 || text.indexOf(':', text.lastIndexOf('/') + 1) >= 0;
        try {
            Image.parse(pinned ? text : text + ":latest");
            return true;
        } catch (DeployException.InvalidInput invalid) {
            return false;
        }
    }

    private static boolean isResourceName(String text) {
        return text.equals("cpu")
                || text.equals("memory")
                || text.equals("ephemeral-storage")
                || text.startsWith("hugepages-") && text.length() > 10
                || text.indexOf('/') > 0 && Names.labelKey(text).isEmpty();
    }

    private static boolean isHeader(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '-')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isResourceField(String text) {
        if (!text.startsWith("limits.") && !text.startsWith("requests.")) {
            return false;
        }
        String name = text.substring(text.indexOf('.') + 1);
        return name.equals("cpu")
                || name.equals("memory")
                || name.equals("ephemeral-storage")
                || name.startsWith("hugepages-");
    }

    private static boolean isPercentage(String text) {
        int last = text.length() - 1;
        if (last < 1 || last > 9 || text.charAt(last) != '%') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The standard alphabet with padding; line breaks are skipped, as Go does. */
    private static boolean isBase64(String text) {
        int length = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                continue;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '+' || c == '/';
            if (c == '=') {
                padding++;
            } else if (!letter || padding > 0) {
                return false;
            }
            length++;
        }
        return length % 4 == 0 && padding <= 2;
    }

    private static boolean hasParentStep(String path) {
        int from = 0;
        while (true) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (to - from == 2 && path.startsWith("..", from)) {
                return true;
            }
            if (slash < 0) {
                return false;
            }
            from = slash + 1;
        }
    }

    /** A decimal number, then a suffix or an exponent; see the API's {@code resource.Quantity}. */
    private static boolean isQuantity(String text) {
        int i = text.startsWith("+") ? 1 : 0;
        int digits = 0;
        int dots = 0;
        while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
            if (text.charAt(i) == '.') {
                dots++;
            } else {
                digits++;
            }
            i++;
        }
        if (digits == 0 || dots > 1) {
            return false;
        }
        return switch (text.substring(i)) {
            case "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei" -> true;
            default -> isExponent(text, i);
        };
    }

    private static final int LONGEST_QUANTITY = 20;

    /** {@code did you mean `512M`? If not, }: for a space, a comma, or a suffix in other letters; empty if nothing is near. */
    private static String meantQuantity(String text) {
        if (text.length() > LONGEST_QUANTITY) {
            return "";
        }
        String meant = text.replace(" ", "").replace(',', '.');
        int suffix = meant.length();
        while (suffix > 0 && Character.isLetter(meant.charAt(suffix - 1))) {
            suffix--;
        }
        String letters = switch (meant.substring(suffix).toLowerCase(java.util.Locale.ROOT)) {
            case "b" -> "";
            case "kb" -> "k";
            case "mb" -> "M";
            case "g", "gb" -> "G";
            case "t", "tb" -> "T";
            case "ki", "kib" -> "Ki";
            case "mi", "mib" -> "Mi";
            case "gi", "gib" -> "Gi";
            case "ti", "tib" -> "Ti";
            default -> meant.substring(suffix);
        };
        meant = meant.substring(0, suffix) + letters;
        return isQuantity(meant) && !meant.equals(text) ? "did you mean `" + meant + "`? If not, " : "";
    }

    private static boolean isExponent(String text, int start) {
        if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
            return false;
        }
        int i = start + 1;
        if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        int digits = text.length() - i;
        for (; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return digits > 0 && digits < 10;
    }
}
