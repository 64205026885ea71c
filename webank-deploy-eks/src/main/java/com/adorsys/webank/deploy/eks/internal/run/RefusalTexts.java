package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API server's refusals in words of this library. The server is written in Go, and its texts name types of Go, or what
 * its libraries say.
 *
 * <p>A text of an unknown form is left as it is.
 */
final class RefusalTexts {
    private static final Pattern TYPED =
            Pattern.compile("(?s)failed to create typed \\w+ object \\(.*?\\): (?<rest>.*)");
    private static final Pattern CONVERTED =
            Pattern.compile("unable to convert unstructured object to [^:]*: (?<why>.*)");
    private static final Pattern FORBIDDEN = Pattern.compile("^\\S+ \"[^\"]*\" is forbidden: ");
    private static final Pattern TYPED_ERROR = Pattern.compile("(?<path>\\.[^:\\s]+|\\.[^\\n]*?\\]): (?<why>.*)");
    private static final Pattern STRICT = Pattern.compile("strict decoding error: (?<rest>.*)");
    private static final Pattern STRICT_ERROR = Pattern.compile("(?<what>unknown|duplicate) field \"(?<path>[^\"]*)\"");
    private static final Pattern STRUCT = Pattern.compile(
            "json: cannot unmarshal (?<found>\\w+)(?: \\S+)? into Go (?:struct field \\w+\\.(?<path>\\S+)|value) of type (?<type>\\S+)");
    private static final Pattern WEBHOOK = Pattern.compile(
            "failed calling webhook \"(?<name>[^\"]*)\": (?:failed to call webhook: )?(?:Post \"(?<url>[^\"]*)\": )?(?<why>.*)");
    private static final Pattern SAID = Pattern.compile(
            "(?<what>Required value|Invalid value|Unsupported value|Duplicate value|Not found|Forbidden|Too long|Too many)(?:: (?<rest>.*))?");
    private static final Pattern QUOTED = Pattern.compile("(?<value>\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s:]+): (?<rest>.*)");

    private static final String ROOTS = "unable to load root certificates";

    private RefusalTexts() {}

    /** What a refusal says, on one line. */
    static String of(ApiException e) {
        List<String> fields = e.isInvalid() ? fields(e, RefusalTexts::field) : List.of();
        return OneLine.of(fields.isEmpty() ? of(e.serverMessage()) : String.join("; ", fields));
    }

    /** What a refusal says without naming a value, on one line; empty if that is not known. */
    static Optional<String> withoutValues(ApiException e) {
        if (e.isForbidden() || e.isDenied()) {
            return Optional.of(of(e));
        }
        String said = e.serverMessage();
        return typed(said).or(() -> converted(said)).map(OneLine::of);
    }

    /** A text of the server, in words where its form is known. */
    static String of(String said) {
        return typed(said)
                .or(() -> strict(said))
                .or(() -> struct(said))
                .or(() -> converted(said))
                .or(() -> webhook(said))
                .orElseGet(() -> FORBIDDEN.matcher(said).replaceFirst(""));
    }

    private static Optional<String> typed(String said) {
        Matcher typed = find(TYPED, said);
        if (typed == null) {
            return Optional.empty();
        }
        List<String> faults = new ArrayList<>();
        for (String line : typed.group("rest").replaceFirst("^errors:", "").split("\n")) {
            Matcher error = find(TYPED_ERROR, line.strip());
            if (error != null) {
                faults.add(typedFault(error.group("path"), error.group("why")));
            }
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
    }

    private static String typedFault(String path, String why) {
        String field = Problem.quote(path);
        if (why.startsWith("field not declared in schema")) {
            return field + " is not a field of this kind";
        }
        // What was found may be a secret value.
        if (why.startsWith("expected ")) {
            int end = why.indexOf(", got");
            return field + " is not a " + type(why.substring(9, end < 0 ? why.length() : end));
        }
        if (why.startsWith("duplicate entries for key ")) {
            return field + " has two items with the key "
                    + Problem.quote(why.substring(26).replaceAll("[\\[\\]]", ""));
        }
        return field + " is not accepted";
    }

    /** Where the server could not make an object of its own type; it does not say of which field. */
    private static Optional<String> converted(String said) {
        Matcher converted = find(CONVERTED, said);
        if (converted == null) {
            return Optional.empty();
        }
        String why = converted.group("why");
        if (why.contains("illegal base64 data")) {
            return Optional.of("a value below `data` or `binaryData` is not in base64");
        }
        if (why.startsWith("quantities must match")) {
            return Optional.of("a quantity is not a number with a suffix such as `m`, `Ki`, `Mi`, `Gi` or none");
        }
        if (why.startsWith("parsing time ")) {
            return Optional.of("a time is not written as in `2026-01-31T12:00:00Z`");
        }
        return why.startsWith("cannot convert float") ? Optional.of("a number is not whole") : Optional.empty();
    }

    private static Optional<String> strict(String said) {
        Matcher strict = find(STRICT, said);
        if (strict == null) {
            return Optional.empty();
        }
        List<String> faults = new ArrayList<>();
        Matcher error = STRICT_ERROR.matcher(strict.group("rest"));
        while (error.find()) {
            String field = Problem.quote("." + error.group("path"));
            faults.add(field
                    + (error.group("what").equals("unknown") ? " is not a field of this kind" : " is there twice"));
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
    }

    private static Optional<String> struct(String said) {
        Matcher struct = find(STRUCT, said);
        if (struct == null) {
            return Optional.empty();
        }
        String field = struct.group("path") == null ? "a value" : Problem.quote("." + struct.group("path"));
        String found = type(struct.group("found"));
        String wanted = type(struct.group("type"));
        return Optional.of(
                found.equals(wanted)
                        ? field + " is not a whole number, or too large"
                        : field + " is a " + found + ", and not a " + wanted);
    }

    private static String type(String go) {
        if (go.startsWith("num") || go.startsWith("int") || go.startsWith("float") || go.startsWith("uint")) {
            return "number";
        }
        if (go.startsWith("map") || go.equals("object") || go.startsWith("struct")) {
            return "map";
        }
        if (go.startsWith("[]") || go.equals("array") || go.equals("list")) {
            return "list";
        }
        return go.startsWith("bool") ? "boolean" : go.equals("string") ? "string" : "value of the type " + go;
    }

    private static Optional<String> webhook(String said) {
        Matcher webhook = find(WEBHOOK, said);
        if (webhook == null) {
            return Optional.empty();
        }
        String url = webhook.group("url");
        String at = url == null ? "" : " at " + Problem.quote(url.replaceFirst("\\?.*", ""));
        return Optional.of(
                "the webhook " + Problem.quote(webhook.group("name")) + at + ": " + connection(webhook.group("why")));
    }

    /** Whether the server cannot call another one, since it does not trust its certificate. */
    static boolean isOfCertificates(String said) {
        return said.contains("x509: ") || said.contains(ROOTS);
    }

    /** What keeps the server from calling another one. */
    static String connection(String why) {
        Matcher service = find(Pattern.compile("service \"([^\"]*)\" not found"), why);
        if (service != null) {
            return "its Service " + Problem.quote(service.group(1)) + " does not exist";
        }
        service = find(Pattern.compile("no endpoints available for service \"([^\"]*)\""), why);
        if (service != null) {
            return "its Service " + Problem.quote(service.group(1)) + " has no endpoint";
        }
        Matcher name = find(
                Pattern.compile(
                        "x509: certificate is (?:valid for .*, not|not valid for any names, but wanted to match) (\\S+)"),
                why);
        if (name != null) {
            return "its certificate is not for " + Problem.quote(name.group(1));
        }
        if (why.contains("x509: certificate signed by unknown authority")) {
            return "its certificate is not signed by the authority in `caBundle`";
        }
        if (why.contains("x509: certificate has expired or is not yet valid")) {
            return "its certificate has expired, or is not valid yet";
        }
        if (why.contains("x509: ")) {
            return "its certificate is not accepted (" + why.substring(why.indexOf("x509: ") + 6) + ")";
        }
        if (why.contains(ROOTS)) {
            return "the `caBundle` in its configuration has no certificate as PEM";
        }
        if (why.contains("connection refused")) {
            return "it refuses connections";
        }
        if (why.contains("no such host")) {
            return "its name is not found in DNS";
        }
        if (why.contains("context deadline exceeded") || why.contains("timeout") || why.contains("timed out")) {
            return "it does not answer in time";
        }
        return why.endsWith("EOF") || why.contains("connection reset") ? "it ends the connection" : why;
    }

    /** What an invalid object's causes say, each with its field, and no value. */
    static String fieldsWithoutValues(ApiException e) {
        return OneLine.of(String.join("; ", fields(e, RefusalTexts::fieldWithoutValue)));
    }

    /** What an invalid object's causes say, each with its field. */
    private static List<String> fields(ApiException e, UnaryOperator<String> said) {
        List<String> fields = new ArrayList<>();
        for (ApiException.Cause cause : e.causes()) {
            if (!cause.field().isEmpty()) {
                String field = cause.field().equals("[]") ? "it" : Problem.quote("." + cause.field());
                fields.add(field + " " + said.apply(cause.message()));
            }
        }
        return fields;
    }

    private static String fieldWithoutValue(String said) {
        Matcher form = SAID.matcher(said.lines().findFirst().orElse(""));
        if (!form.matches()) {
            return "is not accepted";
        }
        String rest = form.group("rest") == null ? "" : form.group("rest");
        return switch (form.group("what")) {
            case "Required value", "Forbidden" -> field(form.group("what"), "", rest);
            case "Invalid value", "Unsupported value" ->
                field(form.group("what"), "", said.contains("\n") ? "" : afterValue(rest));
            default -> field(form.group("what"), "", "");
        };
    }

    /** Of {@code VALUE: WHY}, where the value is JSON, the reason; empty if there is none, or it is not clear where the value ends. */
    static String afterValue(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            boolean ended = !quoted && depth == 0 && (c == '"' || c == '}' || c == ']');
            if (ended || depth == 0 && !quoted && "{[\"".indexOf(text.charAt(0)) < 0) {
                return ended && text.startsWith(": ", i + 1) ? text.substring(i + 3) : "";
            }
        }
        return "";
    }

    private static String field(String said) {
        Matcher form = SAID.matcher(said);
        if (!form.matches()) {
            return "is not accepted: " + said;
        }
        String what = form.group("what");
        String rest = form.group("rest") == null ? "" : form.group("rest");
        boolean hasReason = what.equals("Invalid value") || what.equals("Unsupported value");
        Matcher quoted = QUOTED.matcher(rest);
        return hasReason && quoted.matches()
                ? field(what, quoted.group("value"), quoted.group("rest"))
                : field(what, "", rest);
    }

    /**
     * What the server says of a field.
     *
     * @param what the form of it
     * @param value the value, as JSON; empty if it is not to be shown
     * @param why the rest; empty if it is not known, or not to be shown
     */
    private static String field(String what, String value, String why) {
        String because = why.isEmpty() ? "" : ": " + why.replaceFirst("^supported values: ", "use one of ");
        boolean isShown = !value.isEmpty() && !value.equals("\"\"");
        return switch (what) {
            case "Required value" -> "is required" + because;
            case "Invalid value" -> (isShown ? "cannot be " + value : "is not valid") + because;
            case "Unsupported value" -> (value.isEmpty() ? "is not supported" : "cannot be " + value) + because;
            case "Duplicate value" -> "is there twice" + because;
            case "Not found" -> "names what is not there" + because;
            case "Forbidden" -> "is not allowed here" + because;
            case "Too long" -> "is too long" + because;
            default -> "has too many items" + because;
        };
    }

    private static @org.jspecify.annotations.Nullable Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher : null;
    }
}
