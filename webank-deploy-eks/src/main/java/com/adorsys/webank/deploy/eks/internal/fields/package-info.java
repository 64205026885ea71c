/**
 * Who manages which field of a live object: what is ours and unchanged, what others hold, and how it is handed over.
 *
 * <p>The format is that of <a
 * href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management">field management</a>.
 */
@NullMarked
package com.adorsys.webank.deploy.eks.internal.fields;

import org.jspecify.annotations.NullMarked;
