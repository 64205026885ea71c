package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules of CustomResourceDefinitions: names, versions, and that schemas are structural. */
final class DefinitionRules implements FieldRules {
    private static final String APPROVAL = "api-approved.kubernetes.io";
    private static final int LONGEST_NAME = 63;

    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        if (!manifest.kind().equals("CustomResourceDefinition")) {
            return;
        }
        MapTree spec = Trees.map(manifest.tree(), "spec");
        String group = Trees.text(spec, "group");
        String plural = Trees.text(spec, "names", "plural");
        if (!group.isEmpty() && !plural.isEmpty() && !manifest.name().equals(plural + "." + group)) {
            report.error(
                    ProblemCodes.NAME_INVALID,
                    "metadata.name",
                    Problem.quote(manifest.name()) + " is not `names.plural` and `group` with a dot between them",
                    "write `" + plural + "." + group + "`");
        }
        checkGroup(group, manifest, report);
        String scope = Trees.text(spec, "scope");
        if (!scope.isEmpty() && !scope.equals("Namespaced") && !scope.equals("Cluster")) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    "spec.scope",
                    "`scope` is " + Problem.quote(scope),
                    "write `Namespaced` or `Cluster`");
        }
        if (Trees.isTrue(spec, "preserveUnknownFields")) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    "spec.preserveUnknownFields",
                    "`preserveUnknownFields` cannot be `true` in `v1`",
                    "write `x-kubernetes-preserve-unknown-fields: true` into the schemas instead");
        }
        checkNames(Trees.map(spec, "names"), report);
        if (spec.get("versions") instanceof ListTree versions) {
            checkVersions(versions, report);
        }
    }

    private static void checkGroup(String group, Manifest manifest, Report report) {
        if (!group.isEmpty() && group.indexOf('.') < 0) {
            report.error(
                    ProblemCodes.NAME_INVALID,
                    "spec.group",
                    Problem.quote(group) + " is not a domain with a dot",
                    "write a domain of yours, as in `shop.example.com`");
        }
        boolean isProtected = group.endsWith(".k8s.io") || group.endsWith(".kubernetes.io");
        if (isProtected && manifest.annotation(APPROVAL).isEmpty()) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    "metadata.annotations",
                    "the annotation `" + APPROVAL + "` is missing, which groups of Kubernetes need",
                    "choose another group, or write the address of the approval");
        }
    }

    private static void checkNames(MapTree names, Report report) {
        String kind = Trees.text(names, "kind");
        checkName(Trees.text(names, "plural"), "spec.names.plural", report);
        checkName(Trees.text(names, "singular"), "spec.names.singular", report);
        checkName(kind.toLowerCase(Locale.ROOT), "spec.names.kind", report);
        checkName(Trees.text(names, "listKind").toLowerCase(Locale.ROOT), "spec.names.listKind", report);
        ListTree shortNames = Trees.list(names, "shortNames");
        for (int i = 0; i < shortNames.size(); i++) {
            checkName(Trees.text(shortNames.get(i)), "spec.names.shortNames[" + i + "]", report);
        }
        if (!kind.isEmpty() && kind.equals(Trees.text(names, "listKind"))) {
            report.error(
                    ProblemCodes.DUPLICATE,
                    "spec.names.listKind",
                    "`kind` and `listKind` are both " + Problem.quote(kind),
                    "write `" + kind + "List`");
        }
    }

    private static void checkName(String name, String path, Report report) {
        if (!name.isEmpty() && !isName(name)) {
            report.error(
                    ProblemCodes.NAME_INVALID,
                    path,
                    Problem.quote(name) + " is not a name of a resource or version",
                    "write letters, digits and hyphens, a letter first, in lower case unless it is a kind");
        }
    }

    /** Whether it is a label of RFC 1035. */
    static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isLetter = c >= 'a' && c <= 'z';
            boolean isInside = c >= '0' && c <= '9' || c == '-';
            if (!isLetter && !(isInside && i > 0)) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.charAt(name.length() - 1) != '-';
    }

    private static void checkVersions(ListTree versions, Report report) {
        int stored = 0;
        for (int i = 0; i < versions.size(); i++) {
            MapTree version = Trees.map(versions, i);
            String name = Trees.text(version, "name");
            String path = "spec.versions[" + i + "]";
            stored += Trees.isTrue(version, "storage") ? 1 : 0;
            checkName(name, path + ".name", report);
            if (isAbove(versions, i, name)) {
                report.error(
                        ProblemCodes.DUPLICATE,
                        path + ".name",
                        "the version " + Problem.quote(name) + " is there twice",
                        "keep one of them");
            }
            if (!Trees.isSet(version, "schema", "openAPIV3Schema")) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        path + ".schema.openAPIV3Schema",
                        "the version has no schema",
                        "describe its objects, as in `openAPIV3Schema: {type: object}`");
            } else {
                checkRoot(Trees.map(version, "schema", "openAPIV3Schema"), path + ".schema.openAPIV3Schema", report);
            }
        }
        if (stored != 1) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    "spec.versions",
                    stored == 0 ? "no version has `storage: true`" : stored + " versions have `storage: true`",
                    "write it in exactly one of them");
        }
    }

    private static boolean isAbove(ListTree versions, int index, String name) {
        for (int i = 0; i < index; i++) {
            if (Trees.text(Trees.map(versions, i), "name").equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void checkRoot(MapTree schema, String path, Report report) {
        String type = Trees.text(schema, "type");
        if (!type.equals("object")) {
            report.error(
                    type.isEmpty() ? ProblemCodes.MISSING_KEY : ProblemCodes.UNKNOWN_VALUE,
                    path + ".type",
                    type.isEmpty()
                            ? "`type` is missing"
                            : "`type` is " + Problem.quote(type) + " at the top of a schema",
                    "write `type: object`");
            return;
        }
        String untyped = fault(schema);
        if (untyped != null) {
            boolean isType = untyped.endsWith(".type");
            report.error(
                    ProblemCodes.MISSING_KEY,
                    path + untyped,
                    isType ? "`type` is missing in a part of the schema" : "`items` is missing in a list of the schema",
                    isType
                            ? "write it, or `x-kubernetes-preserve-unknown-fields: true` if it can be anything"
                            : "describe the items of the list");
        }
    }

    /** The path of the first part of a schema without its type, or of a list without its items; null if there is none. */
    private static @Nullable String fault(MapTree schema) {
        String type = Trees.text(schema, "type");
        if (type.isEmpty()) {
            return Trees.isTrue(schema, "x-kubernetes-int-or-string")
                            || Trees.isTrue(schema, "x-kubernetes-preserve-unknown-fields")
                    ? faultBelow(schema)
                    : ".type";
        }
        return type.equals("array") && !Trees.isSet(schema, "items") ? ".items" : faultBelow(schema);
    }

    private static @Nullable String faultBelow(MapTree schema) {
        MapTree properties = Trees.map(schema, "properties");
        for (int i = 0; i < properties.size(); i++) {
            if (properties.valueAt(i) instanceof MapTree property) {
                String fault = fault(property);
                if (fault != null) {
                    return TreePath.child(".properties", properties.keyAt(i)) + fault;
                }
            }
        }
        for (String key : new String[] {"items", "additionalProperties"}) {
            if (schema.get(key) instanceof MapTree part) {
                String fault = fault(part);
                if (fault != null) {
                    return "." + key + fault;
                }
            }
        }
        return null;
    }
}
