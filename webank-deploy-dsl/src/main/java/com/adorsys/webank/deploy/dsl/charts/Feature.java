package com.adorsys.webank.deploy.dsl.charts;

import java.util.List;

/**
 * Something that is chosen by values, independent of other features. A chart is derived from points in which each variant of each
 * feature is chosen.
 *
 * @param variants the variants; the first one renders most, the last one least
 */
record Feature(List<Variant> variants) {
    /** One choice. */
    interface Variant {
        /**
         * The point with this choice.
         *
         * @param sample which values it gets; each number gives others
         */
        Point applied(Point point, int sample);
    }

    static Feature of(Variant... variants) {
        return new Feature(List.of(variants));
    }
}
