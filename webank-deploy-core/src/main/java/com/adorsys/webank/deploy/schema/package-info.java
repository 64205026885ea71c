/**
 * What Kubernetes, Argo CD and some operators publish of their kinds: fields, types, enumerations, defaults and list keys,
 * each with the versions that have it. {@link com.adorsys.webank.deploy.schema.Schemas} is where to start.
 *
 * <p>The descriptions are texts in the package {@code schema.internal}, a text an API group. {@code groups} has the products, their
 * versions and groups, {@code sources} what the texts were made from. A text is loaded at the first use of its group, a type
 * read at its own first use. A text has a line for each kind, then for each type, and below a type for each of its fields, all
 * of them sorted:
 *
 * <pre>
 * kind v1beta1 IPAddress cluster until=1.36 deprecated=1.34 removed=1.37
 * gone v1beta1 Ingress deprecated=1.14 removed=1.22 use=networking.k8s.io/v1.Ingress
 * v1.Toleration
 *   key string
 *   operator string enum=Equal|Exists|Gt(since=1.35)|Lt(since=1.35)
 * v1.TopologySpreadConstraint
 *   labelSelector meta/v1.LabelSelector
 *   matchLabelKeys []string
 *   maxSkew! int32
 * </pre>
 *
 * <p>{@code gone} is a kind that no described version serves. {@code !} is after the name of a required field. {@code []} is a
 * list and <code>{}</code> a map of what follows. {@code since} and {@code until} name the first and the last version that has
 * something, where not every version has it that has what it belongs to. Spaces, bars, opening parentheses and line ends in
 * values, and percent signs themselves, are written as in URLs.
 */
@NullMarked
package com.adorsys.webank.deploy.schema;

import org.jspecify.annotations.NullMarked;
