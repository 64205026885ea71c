/**
 * Files of anybody: told apart, read and checked.
 *
 * <p>{@link com.adorsys.webank.deploy.documents.DocumentChecks} checks folders, files and texts. What is not an object of
 * Kubernetes, such as a Kustomization, a template of Helm or a dashboard, is passed over and counted. Another module
 * contributes what it knows as a {@link com.adorsys.webank.deploy.documents.DocumentKind}.
 */
@NullMarked
package com.adorsys.webank.deploy.documents;

import org.jspecify.annotations.NullMarked;
