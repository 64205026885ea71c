package com.adorsys.webank.deploy.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of the codes of problems.
 *
 * <p>A code is stable between releases and means the same in every package. The meaning of each is in {@link #all} and
 * in {@code Docs/reference/problems.md}. The constants are known at compile time, so that reporting a problem does not
 * read the catalogue.
 */
public final class ProblemCodes {
    // Fields and settings.

    public static final String LIST_EMPTY = "LIST_EMPTY";
    public static final String NULL_VALUE = "NULL_VALUE";
    public static final String WRONG_TYPE = "WRONG_TYPE";
    public static final String UNKNOWN_KEY = "UNKNOWN_KEY";
    public static final String MISSING_KEY = "MISSING_KEY";
    public static final String IGNORED_KEY = "IGNORED_KEY";
    public static final String EXCLUSIVE_KEYS = "EXCLUSIVE_KEYS";
    public static final String UNKNOWN_VALUE = "UNKNOWN_VALUE";
    public static final String OUT_OF_RANGE = "OUT_OF_RANGE";
    public static final String TEXT_EMPTY = "TEXT_EMPTY";
    public static final String TEXT_INVALID = "TEXT_INVALID";
    public static final String NAME_INVALID = "NAME_INVALID";
    public static final String NAME_RESERVED = "NAME_RESERVED";
    public static final String LABEL_INVALID = "LABEL_INVALID";
    public static final String ANNOTATION_INVALID = "ANNOTATION_INVALID";
    public static final String HOST_INVALID = "HOST_INVALID";
    public static final String PATH_INVALID = "PATH_INVALID";
    public static final String URL_INVALID = "URL_INVALID";
    public static final String ADDRESS_INVALID = "ADDRESS_INVALID";
    public static final String CIDR_INVALID = "CIDR_INVALID";
    public static final String ARN_INVALID = "ARN_INVALID";
    public static final String TAG_INVALID = "TAG_INVALID";
    public static final String IMAGE_INVALID = "IMAGE_INVALID";
    public static final String QUANTITY_INVALID = "QUANTITY_INVALID";
    public static final String QUANTITY_FRACTION = "QUANTITY_FRACTION";
    public static final String OBJECT_TOO_LARGE = "OBJECT_TOO_LARGE";
    public static final String PERCENTAGE_INVALID = "PERCENTAGE_INVALID";
    public static final String RESOURCE_INVALID = "RESOURCE_INVALID";
    public static final String BASE64_INVALID = "BASE64_INVALID";
    public static final String PUBLIC_KEY_INVALID = "PUBLIC_KEY_INVALID";
    public static final String POINTER_INVALID = "POINTER_INVALID";
    public static final String RELEASE_INVALID = "RELEASE_INVALID";
    public static final String VERSION_INVALID = "VERSION_INVALID";

    // Duplicates.

    public static final String DUPLICATE = "DUPLICATE";
    public static final String DUPLICATE_VARIABLE = "DUPLICATE_VARIABLE";
    public static final String DUPLICATE_PORT = "DUPLICATE_PORT";
    public static final String DUPLICATE_MOUNT = "DUPLICATE_MOUNT";
    public static final String OBJECT_DUPLICATE = "OBJECT_DUPLICATE";
    public static final String NAMESPACE_SHARED = "NAMESPACE_SHARED";

    // Objects and sets.

    public static final String MANIFEST_INVALID = "MANIFEST_INVALID";
    public static final String HOOK = "HOOK";
    public static final String NOT_A_MANIFEST = "NOT_A_MANIFEST";
    public static final String NO_MANIFESTS = "NO_MANIFESTS";
    public static final String NO_DEFINITIONS = "NO_DEFINITIONS";
    public static final String UNKNOWN_KIND = "UNKNOWN_KIND";
    public static final String API_DEPRECATED = "API_DEPRECATED";
    public static final String VERSION_DEPENDENT = "VERSION_DEPENDENT";
    public static final String VERSION_UNSUPPORTED = "VERSION_UNSUPPORTED";
    public static final String OBJECT_TEXT_INVALID = "OBJECT_TEXT_INVALID";
    public static final String OBJECT_MISSING = "OBJECT_MISSING";
    public static final String OBJECT_AMBIGUOUS = "OBJECT_AMBIGUOUS";
    public static final String OBJECT_UNWRITABLE = "OBJECT_UNWRITABLE";
    public static final String TYPE_MISMATCH = "TYPE_MISMATCH";
    public static final String PATCH_INVALID = "PATCH_INVALID";
    public static final String PATCH_FAILED = "PATCH_FAILED";
    public static final String JSON_PATCH_INVALID = "JSON_PATCH_INVALID";
    public static final String JSON_PATCH_FAILED = "JSON_PATCH_FAILED";

    // Checks of a set.

    public static final String DANGLING_REFERENCE = "DANGLING_REFERENCE";
    public static final String SELECTOR_MISMATCH = "SELECTOR_MISMATCH";
    public static final String POD_SECURITY = "POD_SECURITY";
    public static final String SECRET_VALUE = "SECRET_VALUE";
    public static final String URL_CREDENTIALS = "URL_CREDENTIALS";
    public static final String IMAGE_TAG = "IMAGE_TAG";
    public static final String IMAGE_DIGEST_MISSING = "IMAGE_DIGEST_MISSING";
    public static final String QUOTA_TOO_SMALL = "QUOTA_TOO_SMALL";
    public static final String QUOTA_RESOURCE_MISSING = "QUOTA_RESOURCE_MISSING";
    public static final String LIMIT_RANGE_EXCEEDED = "LIMIT_RANGE_EXCEEDED";
    public static final String PROBE_PORT = "PROBE_PORT";
    public static final String VARIABLE_NAME = "VARIABLE_NAME";
    public static final String AUTOSCALER_REPLICAS = "AUTOSCALER_REPLICAS";
    public static final String AUTOSCALER_REQUESTS = "AUTOSCALER_REQUESTS";
    public static final String GENERATES_NOTHING = "GENERATES_NOTHING";
    public static final String PARAMETER_MAY_BE_MISSING = "PARAMETER_MAY_BE_MISSING";
    public static final String WAIVER_INVALID = "WAIVER_INVALID";
    public static final String WAIVER_UNUSED = "WAIVER_UNUSED";
    public static final String WAIVER_EXPIRED = "WAIVER_EXPIRED";

    // The model, environments and postures.

    public static final String SETTING_CONFLICT = "SETTING_CONFLICT";
    public static final String SELECTOR_LABEL = "SELECTOR_LABEL";
    public static final String COMPONENT_UNKNOWN = "COMPONENT_UNKNOWN";
    public static final String DATABASE_CONFLICT = "DATABASE_CONFLICT";
    public static final String PROBE_INVALID = "PROBE_INVALID";
    public static final String VOLUME_INVALID = "VOLUME_INVALID";
    public static final String IMAGE_LOCK_FORM = "IMAGE_LOCK_FORM";
    public static final String ENVIRONMENT_UNKNOWN = "ENVIRONMENT_UNKNOWN";
    public static final String CLUSTER_UNKNOWN = "CLUSTER_UNKNOWN";
    public static final String BOOTSTRAP_SOURCE = "BOOTSTRAP_SOURCE";
    public static final String KIND_NOT_ADMITTED = "KIND_NOT_ADMITTED";
    public static final String KIND_SCOPE_UNKNOWN = "KIND_SCOPE_UNKNOWN";
    public static final String NAMESPACE_NOT_ADMITTED = "NAMESPACE_NOT_ADMITTED";
    public static final String NAMESPACE_PRUNABLE = "NAMESPACE_PRUNABLE";
    public static final String SOURCE_NOT_ADMITTED = "SOURCE_NOT_ADMITTED";
    public static final String CHART_VERSION = "CHART_VERSION";
    public static final String METRICS_UNKNOWN = "METRICS_UNKNOWN";
    public static final String POSTURE_STEP_UNKNOWN = "POSTURE_STEP_UNKNOWN";
    public static final String POSTURE_REASON_MISSING = "POSTURE_REASON_MISSING";
    public static final String STEP_FAILED = "STEP_FAILED";
    public static final String NETWORK_MISSING = "NETWORK_MISSING";
    public static final String NETWORK_TOO_WIDE = "NETWORK_TOO_WIDE";
    public static final String NETWORK_POLICY_IGNORED = "NETWORK_POLICY_IGNORED";

    // Values of the charts.

    public static final String NULL_SECTION = "NULL_SECTION";
    public static final String TEMPLATE_UNSUPPORTED = "TEMPLATE_UNSUPPORTED";
    public static final String TEMPLATE_UNKNOWN_VALUE = "TEMPLATE_UNKNOWN_VALUE";
    public static final String TEMPLATE_CYCLE = "TEMPLATE_CYCLE";
    public static final String SELECTOR_OVERRIDE = "SELECTOR_OVERRIDE";
    public static final String ANNOTATION_AS_LABEL = "ANNOTATION_AS_LABEL";
    public static final String AUTOSCALING_INVALID = "AUTOSCALING_INVALID";
    public static final String AUTOSCALING_WITHOUT_REQUESTS = "AUTOSCALING_WITHOUT_REQUESTS";
    public static final String STRATEGY_CONFLICT = "STRATEGY_CONFLICT";
    public static final String SERVICE_CONFLICT = "SERVICE_CONFLICT";
    public static final String IMAGE_TAG_LATEST = "IMAGE_TAG_LATEST";
    public static final String IMAGE_REGISTRY_TWICE = "IMAGE_REGISTRY_TWICE";
    public static final String SECRET_IN_VALUES = "SECRET_IN_VALUES";
    public static final String PUBLIC_SECRET = "PUBLIC_SECRET";
    public static final String PLACEHOLDER = "PLACEHOLDER";
    public static final String CONTAINER_PORT_FIXED = "CONTAINER_PORT_FIXED";
    public static final String INGRESS_LEFT_OUT = "INGRESS_LEFT_OUT";
    public static final String INGRESS_NAMESPACE = "INGRESS_NAMESPACE";
    public static final String DATABASE_LEFT_OUT = "DATABASE_LEFT_OUT";
    public static final String CHART_CANNOT_SAY = "CHART_CANNOT_SAY";
    public static final String CHART_FAULT = "CHART_FAULT";
    public static final String CHART_ONLY = "CHART_ONLY";
    public static final String CHART_UNKNOWN = "CHART_UNKNOWN";
    public static final String CHART_NOT_UNIFORM = "CHART_NOT_UNIFORM";
    public static final String CHART_AMBIGUOUS = "CHART_AMBIGUOUS";
    public static final String VALUES_ELSEWHERE = "VALUES_ELSEWHERE";
    public static final String VALUES_MIXED = "VALUES_MIXED";
    public static final String NOT_VALUES = "NOT_VALUES";

    // Helm charts.

    public static final String CHART_FILE = "CHART_FILE";
    public static final String CHART_DEPENDENCY = "CHART_DEPENDENCY";

    // Argo CD.

    public static final String NAMESPACE_NOT_CREATED = "NAMESPACE_NOT_CREATED";

    // Files and folders.

    public static final String FILE_MISSING = "FILE_MISSING";
    public static final String FILE_IS_DIRECTORY = "FILE_IS_DIRECTORY";
    public static final String FILE_UNREADABLE = "FILE_UNREADABLE";
    public static final String FILE_TOO_LARGE = "FILE_TOO_LARGE";
    public static final String NOTHING_TO_CHECK = "NOTHING_TO_CHECK";
    public static final String NOT_CHECKED = "NOT_CHECKED";
    public static final String TREE_PATH = "TREE_PATH";
    public static final String TREE_SAME_PATH = "TREE_SAME_PATH";
    public static final String TREE_NO_FILE = "TREE_NO_FILE";
    public static final String TREE_TEXT = "TREE_TEXT";
    public static final String TREE_ROOT = "TREE_ROOT";
    public static final String TREE_INDEX = "TREE_INDEX";
    public static final String TREE_EDITED = "TREE_EDITED";
    public static final String TREE_EDITED_STALE = "TREE_EDITED_STALE";
    public static final String TREE_OTHER_SCOPE = "TREE_OTHER_SCOPE";
    public static final String TREE_OUTDATED = "TREE_OUTDATED";
    public static final String TREE_OTHER_ENVIRONMENT = "TREE_OTHER_ENVIRONMENT";
    public static final String TREE_FOREIGN_FILE = "TREE_FOREIGN_FILE";
    public static final String TREE_IN_THE_WAY = "TREE_IN_THE_WAY";
    public static final String TREE_NOT_READABLE = "TREE_NOT_READABLE";
    public static final String TREE_NOT_WRITABLE = "TREE_NOT_WRITABLE";
    public static final String GIT_ADDRESS = "GIT_ADDRESS";
    public static final String GIT_CREDENTIALS = "GIT_CREDENTIALS";
    public static final String GIT_KEY = "GIT_KEY";
    public static final String HEALTH_NOT_RECORDED = "HEALTH_NOT_RECORDED";
    public static final String OUTPUT_NOT_WRITABLE = "OUTPUT_NOT_WRITABLE";

    // YAML.

    public static final String YAML_SYNTAX = "YAML_SYNTAX";
    public static final String YAML_EMPTY = "YAML_EMPTY";
    public static final String YAML_SEVERAL_DOCUMENTS = "YAML_SEVERAL_DOCUMENTS";
    public static final String YAML_ENCODING = "YAML_ENCODING";
    public static final String YAML_BYTE_ORDER_MARK = "YAML_BYTE_ORDER_MARK";
    public static final String YAML_BINARY = "YAML_BINARY";
    public static final String YAML_LINE_SEPARATOR = "YAML_LINE_SEPARATOR";
    public static final String YAML_TAB = "YAML_TAB";
    public static final String YAML_VERSION = "YAML_VERSION";
    public static final String YAML_TAG = "YAML_TAG";
    public static final String YAML_KEY = "YAML_KEY";
    public static final String YAML_DUPLICATE_KEY = "YAML_DUPLICATE_KEY";
    public static final String YAML_MERGE = "YAML_MERGE";
    public static final String YAML_ALIAS = "YAML_ALIAS";
    public static final String YAML_ALIAS_BOMB = "YAML_ALIAS_BOMB";
    public static final String YAML_TOO_DEEP = "YAML_TOO_DEEP";
    public static final String YAML_LONE_SURROGATE = "YAML_LONE_SURROGATE";
    public static final String YAML_KEY_TOO_LONG = "YAML_KEY_TOO_LONG";
    public static final String YAML_NOT_A_NUMBER = "YAML_NOT_A_NUMBER";
    public static final String YAML_FLOAT_OUT_OF_RANGE = "YAML_FLOAT_OUT_OF_RANGE";

    // JSON and Terraform.

    public static final String JSON_SYNTAX = "JSON_SYNTAX";
    public static final String JSON_ENCODING = "JSON_ENCODING";
    public static final String JSON_DUPLICATE_KEY = "JSON_DUPLICATE_KEY";
    public static final String JSON_TOO_DEEP = "JSON_TOO_DEEP";
    public static final String TERRAFORM_OTHER_FILE = "TERRAFORM_OTHER_FILE";
    public static final String TERRAFORM_NO_OUTPUTS = "TERRAFORM_NO_OUTPUTS";
    public static final String TERRAFORM_NAME = "TERRAFORM_NAME";
    public static final String TERRAFORM_TYPE = "TERRAFORM_TYPE";
    public static final String TERRAFORM_OUTPUT_MISSING = "TERRAFORM_OUTPUT_MISSING";
    public static final String TERRAFORM_NULL = "TERRAFORM_NULL";
    public static final String TERRAFORM_AMBIGUOUS = "TERRAFORM_AMBIGUOUS";
    public static final String TERRAFORM_SENSITIVE = "TERRAFORM_SENSITIVE";
    public static final String TERRAFORM_EMPTY = "TERRAFORM_EMPTY";
    public static final String TERRAFORM_ROLE_MISSING = "TERRAFORM_ROLE_MISSING";
    public static final String SUBNET_INVALID = "SUBNET_INVALID";
    public static final String REGION_MISMATCH = "REGION_MISMATCH";

    // Connections to a cluster.

    public static final String KUBECONFIG_MISSING = "KUBECONFIG_MISSING";
    public static final String KUBECONFIG_INVALID = "KUBECONFIG_INVALID";
    public static final String CONTEXT_MISSING = "CONTEXT_MISSING";
    public static final String CONTEXT_INVALID = "CONTEXT_INVALID";
    public static final String TOKEN_UNREADABLE = "TOKEN_UNREADABLE";
    public static final String TOKEN_EMPTY = "TOKEN_EMPTY";
    public static final String EXEC_VERSION_UNSUPPORTED = "EXEC_VERSION_UNSUPPORTED";
    public static final String PROXY_INVALID = "PROXY_INVALID";
    public static final String PROXY_UNSUPPORTED = "PROXY_UNSUPPORTED";
    public static final String PROXY_PASSWORD_UNUSED = "PROXY_PASSWORD_UNUSED";
    public static final String REGION_INVALID = "REGION_INVALID";
    public static final String CLUSTER_NAME_INVALID = "CLUSTER_NAME_INVALID";
    public static final String ACCOUNT_INVALID = "ACCOUNT_INVALID";
    public static final String CLUSTER_MISMATCH = "CLUSTER_MISMATCH";
    public static final String ENDPOINT_INVALID = "ENDPOINT_INVALID";
    public static final String PROFILE_INVALID = "PROFILE_INVALID";
    public static final String ROLE_INVALID = "ROLE_INVALID";
    public static final String SESSION_NAME_INVALID = "SESSION_NAME_INVALID";
    public static final String PARTITION_DIFFERS = "PARTITION_DIFFERS";

    // Plan and apply.

    public static final String SET_EMPTY = "SET_EMPTY";
    public static final String OPTION_INVALID = "OPTION_INVALID";
    public static final String OPTION_WITHOUT_EFFECT = "OPTION_WITHOUT_EFFECT";
    public static final String MANAGER_INVALID = "MANAGER_INVALID";
    public static final String PLAN_INVALID = "PLAN_INVALID";
    public static final String REVISION_UNKNOWN = "REVISION_UNKNOWN";
    public static final String KIND_UNKNOWN = "KIND_UNKNOWN";
    public static final String KIND_UNSERVED = "KIND_UNSERVED";
    public static final String KIND_TERMINATING = "KIND_TERMINATING";
    public static final String NAMESPACE_MISSING = "NAMESPACE_MISSING";
    public static final String NAMESPACE_UNSERVED = "NAMESPACE_UNSERVED";
    public static final String NAMESPACE_TERMINATING = "NAMESPACE_TERMINATING";
    public static final String OBJECT_INVALID = "OBJECT_INVALID";
    public static final String OBJECT_REFUSED = "OBJECT_REFUSED";
    public static final String OBJECT_FOREIGN = "OBJECT_FOREIGN";
    public static final String OWNER_ACTIVE = "OWNER_ACTIVE";
    public static final String OWNER_REMAINS = "OWNER_REMAINS";
    public static final String OWNER_MARK_LEFT = "OWNER_MARK_LEFT";
    public static final String OBJECT_TERMINATING = "OBJECT_TERMINATING";
    public static final String FIELD_CONFLICT = "FIELD_CONFLICT";
    public static final String FIELD_IMMUTABLE = "FIELD_IMMUTABLE";
    public static final String IGNORED_FIELD_INVALID = "IGNORED_FIELD_INVALID";
    public static final String FIELD_IN_THE_WAY = "FIELD_IN_THE_WAY";
    public static final String FIELD_RETAINED = "FIELD_RETAINED";
    public static final String PERMISSION_MISSING = "PERMISSION_MISSING";
    public static final String ADMISSION_REFUSED = "ADMISSION_REFUSED";
    public static final String ADMISSION_UNANSWERED = "ADMISSION_UNANSWERED";
    public static final String QUOTA_EXCEEDED = "QUOTA_EXCEEDED";
    public static final String REFERENCE_MISSING = "REFERENCE_MISSING";
    public static final String SERVICE_GAP = "SERVICE_GAP";
    public static final String INVENTORY_MISSING = "INVENTORY_MISSING";
    public static final String HELM_RECORDS = "HELM_RECORDS";
    public static final String HELM_OBJECT_LEFT = "HELM_OBJECT_LEFT";

    // The command line.

    public static final String MISSING_COMMAND = "MISSING_COMMAND";
    public static final String UNKNOWN_COMMAND = "UNKNOWN_COMMAND";
    public static final String UNKNOWN_OPTION = "UNKNOWN_OPTION";
    public static final String MISSING_OPTION = "MISSING_OPTION";
    public static final String REPEATED_OPTION = "REPEATED_OPTION";
    public static final String MISPLACED_OPTION = "MISPLACED_OPTION";
    public static final String MISSING_VALUE = "MISSING_VALUE";
    public static final String INVALID_VALUE = "INVALID_VALUE";
    public static final String UNEXPECTED_VALUE = "UNEXPECTED_VALUE";
    public static final String MISSING_ARGUMENT = "MISSING_ARGUMENT";
    public static final String UNEXPECTED_ARGUMENT = "UNEXPECTED_ARGUMENT";
    public static final String RELEASE_MISMATCH = "RELEASE_MISMATCH";
    public static final String OTHER_CLUSTER = "OTHER_CLUSTER";

    private ProblemCodes() {}

    /** Every code with its meaning, by group. Read from a resource on first use. */
    public static List<ProblemCode> all() {
        return Catalogue.ALL;
    }

    /** A code with its meaning; empty if this library has no such code. */
    public static Optional<ProblemCode> find(String code) {
        for (ProblemCode known : all()) {
            if (known.code().equals(code)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** Loaded on first use. */
    private static final class Catalogue {
        private static final String RESOURCE = "problem-codes.txt";
        private static final List<ProblemCode> ALL = read();

        private static List<ProblemCode> read() {
            List<ProblemCode> codes = new ArrayList<>();
            String group = "";
            for (String block : text().split("\n\n")) {
                String[] lines = block.strip().split("\n");
                if (lines[0].startsWith("# ")) {
                    group = lines[0].substring(2);
                } else {
                    codes.add(new ProblemCode(lines[0], group, lines[1], lines[2]));
                }
            }
            return List.copyOf(codes);
        }

        private static String text() {
            try (InputStream in = ProblemCodes.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "the resource `" + RESOURCE + "` of webank-deploy-core is missing; add the whole jar");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
