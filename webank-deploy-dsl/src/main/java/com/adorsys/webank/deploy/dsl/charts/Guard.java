package com.adorsys.webank.deploy.dsl.charts;

/** A condition composed of others, in its shortest form. */
sealed interface Guard {
    /** Holds always. */
    Guard TRUE = new Always(true);
    /** Holds never. */
    Guard FALSE = new Always(false);

    boolean holds(Point point);

    /** The Go expression, in parentheses where it has arguments. */
    String expression();

    /** A constant. */
    record Always(boolean truth) implements Guard {
        @Override
        public boolean holds(Point point) {
            return truth;
        }

        @Override
        public String expression() {
            return String.valueOf(truth);
        }
    }

    /** One condition. */
    record Is(Condition condition) implements Guard {
        @Override
        public boolean holds(Point point) {
            return condition.holds(point);
        }

        @Override
        public String expression() {
            return condition.expression();
        }
    }

    /** The opposite. */
    record Not(Guard guard) implements Guard {
        @Override
        public boolean holds(Point point) {
            return !guard.holds(point);
        }

        @Override
        public String expression() {
            return "(not " + guard.expression() + ")";
        }
    }

    /** Both. */
    record And(Guard first, Guard second) implements Guard {
        @Override
        public boolean holds(Point point) {
            return first.holds(point) && second.holds(point);
        }

        @Override
        public String expression() {
            return "(and " + first.expression() + " " + second.expression() + ")";
        }
    }

    /** One of both. */
    record Or(Guard first, Guard second) implements Guard {
        @Override
        public boolean holds(Point point) {
            return first.holds(point) || second.holds(point);
        }

        @Override
        public String expression() {
            return "(or " + first.expression() + " " + second.expression() + ")";
        }
    }

    /** The guard of a decision: one guard where a condition holds, another one where it does not. */
    static Guard decided(Condition condition, Guard yes, Guard no) {
        Guard is = new Is(condition);
        if (yes.equals(no)) {
            return yes;
        }
        if (yes.equals(TRUE)) {
            return no.equals(FALSE) ? is : new Or(is, no);
        }
        if (no.equals(FALSE)) {
            return new And(is, yes);
        }
        Guard not = new Not(is);
        if (no.equals(TRUE)) {
            return yes.equals(FALSE) ? not : new Or(not, yes);
        }
        return yes.equals(FALSE) ? new And(not, no) : new Or(new And(is, yes), new And(not, no));
    }
}
