package com.adorsys.webank.deploy.dsl.charts;

import java.util.function.Predicate;

/** Something that decides which objects and fields are rendered: a Go expression, and when it is true. Compared by identity. */
final class Condition {
    private final String expression;
    private final Predicate<Point> holds;

    Condition(String expression, Predicate<Point> holds) {
        this.expression = expression;
        this.holds = holds;
    }

    String expression() {
        return expression;
    }

    boolean holds(Point point) {
        return holds.test(point);
    }

    @Override
    public String toString() {
        return expression;
    }
}
