package com.adorsys.webank.deploy.eks.internal.fields;

/**
 * Somebody who manages a field.
 *
 * @param path the field as the API server writes it: {@code .spec.template.spec.containers[name="app"].image}
 * @param manager the name of the field manager
 * @param subresource the subresource that was written, such as {@code scale}; empty for the object itself
 */
public record FieldOwner(String path, String manager, String subresource) {}
