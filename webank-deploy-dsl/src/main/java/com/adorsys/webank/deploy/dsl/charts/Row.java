package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A value of a chart.
 *
 * @param path its path, with dots between the keys
 * @param shape what it must look like
 * @param isRequired whether it must be set; a null removes it
 * @param initial the default; null for none
 * @param example an example where there is no default
 * @param description what it is for, a sentence
 * @param set the condition that it is set; null if there is no such question
 */
record Row(
        String path,
        Shape shape,
        boolean isRequired,
        @Nullable Tree initial,
        Tree example,
        String description,
        @Nullable Condition set) {
    /** Whether it holds the values of another chart. */
    boolean isSection() {
        return shape.kind() == Shape.Kind.OBJECT && shape.keys().isOpen();
    }
}
