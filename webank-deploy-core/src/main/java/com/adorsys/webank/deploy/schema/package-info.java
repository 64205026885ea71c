/**
 * What Kubernetes, Argo CD and some operators publish of their kinds: fields, types, enumerations, defaults and list keys,
 * each with the versions that have it.
 *
 * <p>The descriptions are text files beside this package, a file an API group and a field a line; {@code sources.txt} names
 * what they were made from. A file is read at the first use of its group. {@link
 * com.adorsys.webank.deploy.schema.Schemas} is where to start.
 */
@NullMarked
package com.adorsys.webank.deploy.schema;

import org.jspecify.annotations.NullMarked;
