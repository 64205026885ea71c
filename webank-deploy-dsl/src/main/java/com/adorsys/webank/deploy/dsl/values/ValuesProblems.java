package com.adorsys.webank.deploy.dsl.values;

/**
 * The codes of the problems that only values in the charts' format have.
 *
 * <p>Besides these, values have the problems of any tree: {@code WRONG_TYPE}, {@code UNKNOWN_KEY}, {@code MISSING_KEY},
 * {@code OUT_OF_RANGE}, {@code UNKNOWN_VALUE}, {@code EXCLUSIVE_KEYS}, {@code NAME_INVALID}, {@code LABEL_INVALID},
 * {@code HOST_INVALID} and others of {@link com.adorsys.webank.deploy.check.Shape} and {@link
 * com.adorsys.webank.deploy.check.Grammar}.
 */
public final class ValuesProblems {
    // Errors.

    /** A key that the chart cannot do without is null. */
    public static final String MISSING_KEY = "MISSING_KEY";
    /** A template expression that is not evaluated. */
    public static final String TEMPLATE_UNSUPPORTED = "TEMPLATE_UNSUPPORTED";
    /** A template expression names a value that does not exist, or is none that can be inserted. */
    public static final String TEMPLATE_UNKNOWN_VALUE = "TEMPLATE_UNKNOWN_VALUE";
    /** Template expressions that lead back to themselves, or grow without end. */
    public static final String TEMPLATE_CYCLE = "TEMPLATE_CYCLE";
    /** A part of an image outside the grammar of OCI references. */
    public static final String IMAGE_INVALID = "IMAGE_INVALID";
    /** Labels that would part a selector from its pods. */
    public static final String SELECTOR_OVERRIDE = "SELECTOR_OVERRIDE";
    /** An annotation that the chart makes a label of, and that is none. */
    public static final String ANNOTATION_AS_LABEL = "ANNOTATION_AS_LABEL";
    /** Autoscaling that Kubernetes would refuse. */
    public static final String AUTOSCALING_INVALID = "AUTOSCALING_INVALID";
    /** Settings of a rolling update beside {@code Recreate}. */
    public static final String STRATEGY_CONFLICT = "STRATEGY_CONFLICT";
    /** A setting of a Service that its type does not have. */
    public static final String SERVICE_CONFLICT = "SERVICE_CONFLICT";
    /** An address that is none. */
    public static final String ADDRESS_INVALID = "ADDRESS_INVALID";
    /** Two objects of one name. */
    public static final String NAME_CLASH = "NAME_CLASH";
    /** A volume, a mount or a key of a Secret that names what is not there. */
    public static final String DANGLING_REFERENCE = "DANGLING_REFERENCE";

    /** A model has what the chart's values cannot say. */
    public static final String CHART_CANNOT_SAY = "CHART_CANNOT_SAY";

    // Warnings.

    /** A key that the charts accept and ignore. */
    public static final String IGNORED_KEY = "IGNORED_KEY";
    /** An image that changes without anybody's doing. */
    public static final String IMAGE_TAG_LATEST = "IMAGE_TAG_LATEST";
    /** A repository that names a registry beside the registry. */
    public static final String IMAGE_REGISTRY_TWICE = "IMAGE_REGISTRY_TWICE";
    /** An environment variable that is set twice. */
    public static final String DUPLICATE_ENV = "DUPLICATE_ENV";
    /** A secret that stands in the values. */
    public static final String SECRET_IN_VALUES = "SECRET_IN_VALUES";
    /** The user app gets a Secret, which it shows to every visitor. */
    public static final String PUBLIC_SECRET = "PUBLIC_SECRET";
    /** A {@code ${...}} that nothing replaces. */
    public static final String PLACEHOLDER = "PLACEHOLDER";
    /** A probe that asks another port than the one that the container is said to listen on. */
    public static final String PROBE_PORT = "PROBE_PORT";
    /** A container port that the chart fixes. */
    public static final String CONTAINER_PORT_FIXED = "CONTAINER_PORT_FIXED";
    /** An Ingress that the chart leaves out. */
    public static final String INGRESS_LEFT_OUT = "INGRESS_LEFT_OUT";
    /** An Ingress in another namespace than its Services. */
    public static final String INGRESS_NAMESPACE = "INGRESS_NAMESPACE";
    /** Autoscaling that has nothing to measure. */
    public static final String AUTOSCALING_WITHOUT_REQUESTS = "AUTOSCALING_WITHOUT_REQUESTS";
    /** Objects of the database chart that are not rendered. */
    public static final String DATABASE_LEFT_OUT = "DATABASE_LEFT_OUT";
    /** A null that does not do what it seems to. */
    public static final String NULL_SECTION = "NULL_SECTION";

    private ValuesProblems() {}
}
