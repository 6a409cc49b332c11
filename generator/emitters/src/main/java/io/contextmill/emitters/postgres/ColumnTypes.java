package io.contextmill.emitters.postgres;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What types of columns can become without losing what is in them. */
final class ColumnTypes {
    private static final Pattern VARCHAR = Pattern.compile("varchar\\((\\d+)\\)");
    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+), (\\d+)\\)");
    private static final int INTEGER_DIGITS = 10;
    private static final int BIGINT_DIGITS = 19;
    private static final int LONGEST_NAME = 63;

    private ColumnTypes() {}

    /** Whether every value of one type is one of another, as PostgreSQL converts it by itself. */
    static boolean holds(String wider, String narrower) {
        if (wider.equals(narrower)) {
            return true;
        }
        Matcher from = VARCHAR.matcher(narrower);
        if (from.matches()) {
            Matcher to = VARCHAR.matcher(wider);
            return wider.equals("text") || (to.matches() && number(to, 1) >= number(from, 1));
        }
        if (narrower.equals("integer") && wider.equals("bigint")) {
            return true;
        }
        Matcher to = NUMERIC.matcher(wider);
        return to.matches()
                && numeric(narrower)
                        .filter(
                                shape ->
                                        number(to, 2) >= shape.scale()
                                                && number(to, 1) - number(to, 2) >= shape.whole())
                        .isPresent();
    }

    /** The name of the constraint that {@code primary key} makes, cut in the same way. */
    static String primaryKey(String table) {
        String end = "_pkey";
        return table.substring(0, Math.min(table.length(), LONGEST_NAME - end.length())) + end;
    }

    /**
     * The name of the constraint that {@code unique} behind a column makes, which PostgreSQL cuts
     * to what a name may be long, the longer part first (makeObjectName in indexcmds.c).
     */
    static String uniqueConstraint(String table, String column) {
        int first = table.length();
        int second = column.length();
        while (first + second + "__key".length() > LONGEST_NAME) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return table.substring(0, first) + "_" + column.substring(0, second) + "_key";
    }

    /** How many digits a number has before and behind the point. */
    private record Shape(int whole, int scale) {}

    private static Optional<Shape> numeric(String type) {
        if (type.equals("integer")) {
            return Optional.of(new Shape(INTEGER_DIGITS, 0));
        }
        if (type.equals("bigint")) {
            return Optional.of(new Shape(BIGINT_DIGITS, 0));
        }
        Matcher numeric = NUMERIC.matcher(type);
        return numeric.matches()
                ? Optional.of(
                        new Shape(number(numeric, 1) - number(numeric, 2), number(numeric, 2)))
                : Optional.empty();
    }

    private static int number(Matcher type, int group) {
        return Integer.parseInt(type.group(group));
    }
}
