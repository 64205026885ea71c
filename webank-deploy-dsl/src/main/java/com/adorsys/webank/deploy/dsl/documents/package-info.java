/**
 * What checks of documents know of Webank: values of its charts, in files and in Applications.
 *
 * <p>{@link com.adorsys.webank.deploy.dsl.documents.ChartDocuments} contributes it to {@link
 * com.adorsys.webank.deploy.documents.DocumentChecks}.
 */
@NullMarked
package com.adorsys.webank.deploy.dsl.documents;

import org.jspecify.annotations.NullMarked;
