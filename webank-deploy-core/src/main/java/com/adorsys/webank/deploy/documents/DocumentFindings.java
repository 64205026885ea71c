package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.Problem;
import java.util.List;

/** Takes what a {@link DocumentKind} finds in a document. */
public interface DocumentFindings {
    /** Adds a problem. */
    void add(Problem problem);

    /** Adds problems. */
    default void addAll(List<Problem> problems) {
        problems.forEach(this::add);
    }

    /**
     * Adds what a reader should know although it is not a problem, such as what the document was taken for.
     *
     * @param text a sentence without its full stop
     */
    void note(String text);
}
