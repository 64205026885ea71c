package com.adorsys.webank.deploy.documents;

import java.util.Optional;

/**
 * A kind of documents that this package does not know: how it is recognized and checked.
 *
 * <p>A kind finds the same problems for equal documents. It is asked once about each document that is not a file of another
 * tool. An object of Kubernetes that it recognizes is checked as an object as well.
 */
public interface DocumentKind {
    /** The name in the plural, as a summary shows it: {@code values of charts}. */
    String name();

    /**
     * Whether files of this kind are in the folder of a chart, so that one there that cannot be read is an error. Default: no.
     *
     * @param chart the chart whose {@code Chart.yaml} is in the folder
     */
    default boolean isBeside(DocumentChart chart) {
        return false;
    }

    /** The check of a document; empty if it is not of this kind. */
    Optional<DocumentCheck> recognize(Document document);

    /** Checks the document that was recognized. */
    @FunctionalInterface
    interface DocumentCheck {
        /** Adds every problem of the document. */
        void check(DocumentFindings into);
    }
}
