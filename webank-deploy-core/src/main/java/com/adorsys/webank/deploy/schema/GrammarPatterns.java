package com.adorsys.webank.deploy.schema;

/**
 * Regular expressions of the grammars, for tools that know nothing else. They are written in what ECMA 262, Go and Java have
 * in common.
 */
final class GrammarPatterns {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final String SUBDOMAIN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private static final String QUALIFIED = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
    private static final String ANY_SUBDOMAIN =
            "[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*";
    private static final String BASE64 = "[A-Za-z0-9+/\\r\\n]*[=\\r\\n]*";

    private GrammarPatterns() {}

    /** See {@link Grammar#pattern()}. */
    static String of(Grammar grammar) {
        return switch (grammar) {
            case LABEL -> "^" + LABEL + "$";
            case SUBDOMAIN -> "^" + SUBDOMAIN + "$";
            case DNS_NAME -> "^" + SUBDOMAIN + "\\.?$";
            case SERVICE_NAME -> "^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$";
            case PATH_SEGMENT -> "^([^./%][^/%]*|\\.[^./%][^/%]*|\\.\\.[^/%]+)$";
            case PORT_NAME -> "^[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$";
            case ENVIRONMENT_NAME -> "^[ -<>-~]+$";
            case DATA_KEY -> "^(\\.?[-A-Za-z0-9_][-A-Za-z0-9_.]*)$";
            case HOST -> "^(\\*\\.)?" + SUBDOMAIN + "$";
            case LABEL_KEY, QUALIFIED_NAME -> "^(" + SUBDOMAIN + "/)?" + QUALIFIED + "$";
            case LABEL_VALUE -> "^(" + QUALIFIED + ")?$";
            case ANNOTATION_KEY -> "^(" + ANY_SUBDOMAIN + "/)?" + QUALIFIED + "$";
            case QUANTITY -> "^\\+?([0-9]+\\.?[0-9]*|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]{1,9})?$";
            case IMAGE -> "^[^\\s]+$";
            case IMAGE_TEXT -> "[^\\s]";
            case RESOURCE_NAME ->
                "^(cpu|memory|ephemeral-storage|hugepages-[\\s\\S]+|" + SUBDOMAIN + "/" + QUALIFIED + ")$";
            case PERCENTAGE -> "^[0-9]{1,9}%$";
            case SUB_PATH -> "^([^/][\\s\\S]*)?$";
            case FILE_PATH -> "^[^/]";
            case ABSOLUTE_PATH -> "^/";
            case HTTP_HEADER -> "^[-A-Za-z0-9]+$";
            case RESOURCE_FIELD -> "^(limits|requests)\\.(cpu$|memory$|ephemeral-storage$|hugepages-)";
            case POD_FIELD -> "^(metadata|spec|status)\\.[A-Za-z]+(\\['[\\s\\S]*'\\])?$";
            case ADDRESS, LEGACY_ADDRESS -> "^[0-9A-Fa-f:.]+$";
            case CLUSTER_ADDRESS, LEGACY_CLUSTER_ADDRESS -> "^(None|[0-9A-Fa-f:.]+)$";
            case CIDR, LEGACY_CIDR -> "^[0-9A-Fa-f:.]+/[0-9]+$";
            case SECRET_DATA, BINARY_DATA, BYTES -> "^" + BASE64 + "$";
            case TIME ->
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{1,2}:[0-9]{2}:[0-9]{2}([.,][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$";
            case CRON_SCHEDULE -> "^(@[a-z]|\\s*\\S+(\\s+\\S+){4,5}\\s*$)";
            case NOT_EMPTY -> "^[\\s\\S]";
        };
    }

    /** The most characters; 0 where the pattern says it, or where there is no limit. */
    static int longest(Grammar grammar) {
        return switch (grammar) {
            case SUBDOMAIN, DATA_KEY -> 253;
            case DNS_NAME -> 254;
            case HOST -> 255;
            case LABEL_KEY, QUALIFIED_NAME, ANNOTATION_KEY -> 317;
            default -> 0;
        };
    }
}
