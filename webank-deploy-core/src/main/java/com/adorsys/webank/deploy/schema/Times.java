package com.adorsys.webank.deploy.schema;

/**
 * Times as the API server reads them.
 *
 * @see <a href="https://pkg.go.dev/time#Parse">time.Parse</a>, which is less strict than RFC 3339: an hour may have one digit, a
 *     comma may stand before a fraction, and a zone may be 24 hours away
 */
final class Times {
    private static final int MOST_ZONE_HOURS = 24;
    private static final int MOST_ZONE_MINUTES = 60;

    private Times() {}

    static boolean isTime(String text) {
        int length = text.length();
        int hour = 11;
        if (length <= hour + 1 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T') {
            return false;
        }
        int hourEnd = text.charAt(hour + 1) == ':' ? hour + 1 : hour + 2;
        return isDay(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                && isUpTo(number(text, hour, hourEnd), 23)
                && isAt(text, hourEnd, ':')
                && isUpTo(number(text, hourEnd + 1, hourEnd + 3), 59)
                && isAt(text, hourEnd + 3, ':')
                && isUpTo(number(text, hourEnd + 4, hourEnd + 6), 59)
                && isZone(text, fractionEnd(text, hourEnd + 6));
    }

    private static boolean isDay(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day
                <= switch (month) {
                    case 2 -> isLeap ? 29 : 28;
                    case 4, 6, 9, 11 -> 30;
                    default -> 31;
                };
    }

    /** The end of a fraction of a second, which has a digit at least; the same place if there is none. */
    private static int fractionEnd(String text, int at) {
        if (!isAt(text, at, '.') && !isAt(text, at, ',')) {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end > at + 1 ? end : at;
    }

    private static boolean isZone(String text, int at) {
        if (isAt(text, at, 'Z')) {
            return text.length() == at + 1;
        }
        return (isAt(text, at, '+') || isAt(text, at, '-'))
                && text.length() == at + 6
                && isUpTo(number(text, at + 1, at + 3), MOST_ZONE_HOURS)
                && isAt(text, at + 3, ':')
                && isUpTo(number(text, at + 4, at + 6), MOST_ZONE_MINUTES);
    }

    private static boolean isAt(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean isUpTo(int number, int most) {
        return number >= 0 && number <= most;
    }

    /** The number that some digits are; negative if there are other characters or too few. */
    private static int number(String text, int from, int to) {
        if (to > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
