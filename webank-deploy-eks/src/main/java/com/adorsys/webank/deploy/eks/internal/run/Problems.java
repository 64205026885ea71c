package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.RetainedField;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.fields.FieldOwner;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What keeps an object from being applied, in words. */
final class Problems {
    /** How many changed values below one field a message has. */
    private static final int MOST_VALUES = 3;

    /** Codes of what somebody else holds. */
    private static final Set<String> CONFLICTS = Set.of(
            ProblemCodes.FIELD_CONFLICT,
            ProblemCodes.FIELD_IN_THE_WAY,
            ProblemCodes.OBJECT_FOREIGN,
            ProblemCodes.OWNER_ACTIVE,
            ProblemCodes.OBJECT_TERMINATING,
            ProblemCodes.KIND_TERMINATING);
    /** Codes of what did not come in time. */
    private static final Set<String> LATE = Set.of(ProblemCodes.KIND_UNSERVED, ProblemCodes.NAMESPACE_UNSERVED);
    /** Codes of what is wrong with the manifests themselves. */
    private static final Set<String> INPUT =
            Set.of(ProblemCodes.OBJECT_INVALID, ProblemCodes.KIND_UNKNOWN, ProblemCodes.IGNORED_FIELD_INVALID);

    private Problems() {}

    static Problem foreign(DesiredObject desired, String owner, String remedy) {
        return problem(ProblemCodes.OBJECT_FOREIGN, desired, "it is not this release's: " + owner, remedy);
    }

    static Problem terminating(DesiredObject desired, LiveObject live) {
        return problem(
                ProblemCodes.OBJECT_TERMINATING,
                desired,
                "the live object is " + KStatus.of(live.tree()).message(),
                "wait until it is gone; if it does not go, check that the controllers of its finalizers run");
    }

    /**
     * A field of somebody else.
     *
     * @param more for whom the manager writes, and what would change
     * @param pointer the field in the desired object; empty if it cannot be named so
     */
    static Problem fieldConflict(DesiredObject desired, FieldOwner conflict, String more, Optional<String> pointer) {
        String by =
                conflict.subresource().isEmpty() ? "" : " (through the subresource `" + conflict.subresource() + "`)";
        String leave = pointer.filter(IgnoredFields::isAllowed)
                .map(field -> "leave it to others with `--ignore-field " + desired.id() + ":" + field + "`, ")
                .orElse("");
        return problem(
                ProblemCodes.FIELD_CONFLICT,
                desired,
                "`" + conflict.path() + "` is managed by " + Problem.quote(conflict.manager()) + by + more,
                "leave the field out, " + leave + "or take it with `--force-conflicts " + conflict.manager() + "`");
    }

    /**
     * What the set changes below fields that the server names, without values: pods may hold secrets.
     *
     * @param reasons what the server says of them; a field below one of them that it names in single quotes is one that may change
     */
    static String changes(List<String> fields, String reasons, List<Difference> differences) {
        List<String> inside = new ArrayList<>();
        for (Difference difference : differences) {
            for (String field : fields) {
                String path = difference.path();
                boolean within = path.startsWith(field + ".") || path.startsWith(field + "[");
                String below = within ? path.substring(field.length() + 1).split("[.\\[]", 2)[0] : "";
                if (within && !reasons.contains("'" + below + "'")) {
                    inside.add(path);
                }
            }
        }
        return inside.isEmpty() ? "" : "; the set changes " + shown(inside);
    }

    /** What the set does to the values of a field that another holds. */
    static String changed(List<Difference> values) {
        if (values.size() == 1) {
            return ", and the set changes it: `" + values.get(0).change() + "`";
        }
        List<String> texts = values.stream().map(Difference::toString).toList();
        return texts.isEmpty() ? ", with another value" : ", and the set changes it: " + shown(texts);
    }

    private static String shown(List<String> values) {
        return some(values.subList(0, Math.min(values.size(), MOST_VALUES)))
                + (values.size() > MOST_VALUES ? ", and more" : "");
    }

    /** Warnings about labels and annotations of other tools that an object keeps. */
    static List<Problem> marksLeft(DesiredObject desired, List<ToolMark> marks) {
        return marks.stream().map(mark -> markLeft(desired, mark)).toList();
    }

    private static Problem markLeft(DesiredObject desired, ToolMark mark) {
        List<String> left = mark.fields().leaves();
        FieldSet unwanted = mark.fields().outside(desired.manifest().tree());
        return Problem.warning(
                ProblemCodes.OWNER_MARK_LEFT,
                place(desired),
                some(left) + (left.size() == 1 ? " says" : " say") + " that " + mark
                        + " deploys it, which may change or delete it",
                unwanted.isEmpty() ? "leave that out of the set" : "take it over (`" + mark.option() + "`)");
    }

    /** Warnings about fields that stay though they are not desired, one for each manager. */
    static List<Problem> retained(DesiredObject desired, List<RetainedField> fields) {
        List<Problem> problems = new ArrayList<>();
        byManager(fields).forEach((manager, held) -> {
            boolean one = held.size() == 1;
            String what = some(held) + (one ? " is" : " are") + " not in the set and " + (one ? "stays: " : "stay: ")
                    + Problem.quote(manager) + (one ? " holds it" : " holds them");
            problems.add(Problem.warning(ProblemCodes.FIELD_RETAINED, place(desired), what, removal(manager, one)));
        });
        return problems;
    }

    /** Problems of an object that the server refuses because of fields that are not desired, one for each manager. */
    static List<Problem> inTheWay(DesiredObject desired, List<RetainedField> fields, ApiException refusal) {
        List<Problem> problems = new ArrayList<>();
        byManager(fields).forEach((manager, held) -> {
            boolean one = held.size() == 1;
            String what = "the server does not accept it beside " + some(held) + ", which " + (one ? "is" : "are")
                    + " not in the set and held by " + Problem.quote(manager) + ": "
                    + ServerTexts.about(desired.id(), refusal);
            problems.add(problem(ProblemCodes.FIELD_IN_THE_WAY, desired, what, removal(manager, one)));
        });
        return problems;
    }

    private static Map<String, List<String>> byManager(List<RetainedField> fields) {
        Map<String, List<String>> byManager = new TreeMap<>();
        fields.forEach(field -> byManager
                .computeIfAbsent(field.manager(), manager -> new ArrayList<>())
                .add(field.field()));
        return byManager;
    }

    private static String some(List<String> fields) {
        return "`" + String.join("`, `", fields) + "`";
    }

    private static String removal(String manager, boolean one) {
        String it = one ? "it" : "them";
        return "put " + it + " into the set, or have " + it + " removed (`--force-conflicts " + manager + "`)";
    }

    /**
     * A field that cannot be changed.
     *
     * @param differences what would be different of the object if it were new
     */
    static Problem immutable(DesiredObject desired, ApiException e, List<Difference> differences) {
        List<String> fields = new ArrayList<>();
        for (ApiException.Cause cause : e.causes()) {
            if (!cause.field().isEmpty() && !fields.contains(cause.field())) {
                fields.add(cause.field());
            }
        }
        String what = fields.isEmpty() ? "a field" : "`" + String.join("`, `", fields) + "`";
        String remedy = isNeverReplaced(desired.id())
                ? "leave it as it is; an object of this kind is never replaced"
                : "leave it as it is, or let the object be deleted and made anew (`--replace " + desired.id() + "`)";
        String reasons = ServerTexts.reasons(desired.id(), e);
        return problem(
                ProblemCodes.FIELD_IMMUTABLE,
                desired,
                "the server does not let " + what + " be changed" + (reasons.isEmpty() ? "" : ": " + reasons)
                        + changes(fields, reasons, differences),
                remedy);
    }

    /** Kinds whose replacement would take what lives in them. */
    static boolean isNeverReplaced(ResourceId id) {
        return Schemas.holdsData(id.group(), id.kind());
    }

    static Problem refused(DesiredObject desired, ApiException e) {
        if (e.isKindUnserved()) {
            return KindProblems.unserved(desired);
        }
        String text = ServerTexts.about(desired.id(), e);
        if (e.isNotFound()) {
            boolean namespace = e.detailsKind().equals("namespaces");
            return problem(
                    namespace ? ProblemCodes.NAMESPACE_MISSING : ProblemCodes.OBJECT_REFUSED,
                    desired,
                    namespace ? "there is no namespace `" + desired.id().namespace() + "`" : "the server says: " + text,
                    namespace
                            ? "create it, put it into the set, or let the run make the release's own (`--create-namespace`)"
                            : "check that what it refers to exists");
        }
        if (e.isForbidden() || e.isDenied()) {
            return forbidden(desired, e, text);
        }
        if (e.code() == 500 && e.serverMessage().contains("failed calling webhook")) {
            boolean trusted = !RefusalTexts.isOfCertificates(e.serverMessage());
            return problem(
                    ProblemCodes.ADMISSION_UNANSWERED,
                    desired,
                    (trusted
                                    ? "an admission webhook does not answer: "
                                    : "the server does not trust an admission webhook: ")
                            + text,
                    trusted
                            ? "check that the pods of the webhook run, and apply again"
                            : "check the `caBundle` in the webhook's configuration, and its server's certificate");
        }
        if (isOfSchema(e) || e.code() == 413) {
            return problem(
                    ProblemCodes.OBJECT_INVALID,
                    desired,
                    "the server does not accept it: " + text,
                    "correct the manifest");
        }
        return problem(
                ProblemCodes.OBJECT_REFUSED,
                desired,
                "the server refuses it (" + e.code() + "): " + text,
                "correct what it names, or ask who runs the cluster");
    }

    /** Whether an object does not fit the schema of its kind. */
    static boolean isOfSchema(ApiException e) {
        return e.isInvalid() || e.code() == 400 && !e.isDenied() || isUntyped(e);
    }

    /** What server-side apply says of an unknown field, a wrong type or value, as if it were the server's own fault. */
    private static boolean isUntyped(ApiException e) {
        return e.code() == 500
                && (e.serverMessage().contains("failed to create typed patch object")
                        || e.serverMessage().contains("failed to convert new object"));
    }

    private static Problem forbidden(DesiredObject desired, ApiException e, String text) {
        if (e.causes().stream().anyMatch(cause -> cause.reason().equals("NamespaceTerminating"))) {
            return problem(
                    ProblemCodes.NAMESPACE_TERMINATING,
                    desired,
                    "the namespace `" + desired.id().namespace() + "` is being deleted",
                    "wait until it is gone; if it does not go, look at its conditions");
        }
        Optional<Problem> limits = ofLimits(desired, e, "");
        if (limits.isPresent()) {
            return limits.get();
        }
        // In a namespace that is new, the account that every namespace has may be a moment late.
        if (text.startsWith("error looking up service account")) {
            String what =
                    "it refers to a ServiceAccount that does not exist: " + text.substring(text.lastIndexOf(": ") + 2);
            String remedy = "create it, put it into the set, or refer to another one";
            return problem(ProblemCodes.REFERENCE_MISSING, desired, what, remedy);
        }
        return isOfRights(text)
                ? problem(ProblemCodes.PERMISSION_MISSING, desired, text, "have the permission given")
                : problem(
                        ProblemCodes.ADMISSION_REFUSED,
                        desired,
                        "admission refuses it: " + text,
                        "change the manifest as it says");
    }

    /**
     * What Pod Security or a quota refuses; empty if it is something else that refuses.
     *
     * @param what the beginning of the text; empty for one that names who refuses
     */
    static Optional<Problem> ofLimits(DesiredObject desired, ApiException e, String what) {
        String text = e.isForbidden() ? RefusalTexts.of(e) : "";
        if (text.contains("violates PodSecurity")) {
            String begin = what.isEmpty() ? "Pod Security refuses it" : what;
            String remedy = "harden the pod, or let the namespace allow it";
            return Optional.of(problem(ProblemCodes.POD_SECURITY, desired, begin + ": " + text, remedy));
        }
        if (text.contains("exceeded quota") || text.contains("failed quota")) {
            String begin = what.isEmpty() ? "a quota refuses it" : what;
            String remedy = "raise the quota, or ask for less";
            return Optional.of(problem(ProblemCodes.QUOTA_EXCEEDED, desired, begin + ": " + text, remedy));
        }
        return Optional.empty();
    }

    /** Whether a right is missing. Whatever else is forbidden, by a LimitRange for example, a plugin of the server forbids. */
    private static boolean isOfRights(String text) {
        return text.contains(" cannot ") && text.contains(" resource ") || text.contains("attempting to grant");
    }

    /** Whether somebody else's claim is in the way. */
    static boolean isConflict(Problem problem) {
        return CONFLICTS.contains(problem.code());
    }

    /** Whether the namespace is what is wrong, for each of its objects alike. */
    static boolean isOfNamespace(Problem problem) {
        return problem.code().equals(ProblemCodes.NAMESPACE_MISSING)
                || problem.code().equals(ProblemCodes.NAMESPACE_TERMINATING);
    }

    static Problem warning(Release release, String code, String what, String remedy) {
        return Problem.warning(code, Location.of(release.toString()), what, remedy);
    }

    static Problem problem(String code, DesiredObject desired, String what, String remedy) {
        return Problem.error(code, place(desired), what, remedy);
    }

    static Location place(DesiredObject desired) {
        Location location = desired.location();
        return location.path().isEmpty() ? location.in(desired.id()) : location;
    }

    /** Throws what fits the errors among problems. */
    static void throwIfErrors(List<Problem> problems, String done) {
        Optional<DeployException> refusal = refusal(problems, done);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** What fits the errors among problems: the manifests' fault, somebody else's claim, or the cluster's no. */
    static Optional<DeployException> refusal(List<Problem> problems, String done) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        if (errors.stream().anyMatch(problem -> INPUT.contains(problem.code())) && done.isEmpty()) {
            return Optional.of(new DeployException.InvalidInput(errors));
        }
        StringBuilder text = new StringBuilder(done.isEmpty() ? "Nothing was written." : done);
        for (Problem problem : errors) {
            text.append('\n').append(problem);
        }
        if (errors.stream().allMatch(Problems::isConflict)) {
            return Optional.of(new DeployException.Conflict(text.toString()));
        }
        return Optional.of(
                errors.stream().allMatch(problem -> LATE.contains(problem.code()))
                        ? new DeployException.TimedOut(text.toString())
                        : new DeployException.Refused(text.toString()));
    }
}
