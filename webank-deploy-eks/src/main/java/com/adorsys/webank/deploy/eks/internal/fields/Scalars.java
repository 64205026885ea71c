package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Scalars as the API server compares them: a number is its value, whichever way it is written. */
final class Scalars {
    private static final int LONGEST_PLAIN = 18;

    private Scalars() {}

    /** Whether two values are the same to the server. */
    static boolean same(Tree a, Tree b) {
        if (a instanceof ScalarTree one && b instanceof ScalarTree other && isNumber(one) && isNumber(other)) {
            return one.text().equals(other.text()) || number(one).equals(number(other));
        }
        return a.equals(b);
    }

    /** Whether a scalar is a number. */
    static boolean isNumber(ScalarTree scalar) {
        return scalar.kind() == ScalarTree.Kind.INTEGER || scalar.kind() == ScalarTree.Kind.FLOAT;
    }

    /** One text for all ways to write a number: {@code 1} for {@code 1.0} and {@code 1e0}. */
    static String number(ScalarTree scalar) {
        String text = scalar.text();
        if (scalar.kind() == ScalarTree.Kind.INTEGER && text.length() <= LONGEST_PLAIN && !text.equals("-0")) {
            return text;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            // JSON has no other numbers; what is none stays as it is.
            return text;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.scale() <= 0 && shortest.precision() - shortest.scale() <= LONGEST_PLAIN) {
            return shortest.toBigInteger().toString();
        }
        BigInteger digits = shortest.unscaledValue();
        return digits + "e" + -(long) shortest.scale();
    }
}
