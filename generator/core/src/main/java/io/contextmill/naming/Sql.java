package io.contextmill.naming;

import io.contextmill.words.Sha256;
import java.nio.charset.StandardCharsets;

/** The form of names in SQL: lower snake case, and short enough that PostgreSQL cuts none off. */
final class Sql {
    /** PostgreSQL keeps 63 bytes of a name; all names are ASCII. */
    static final int LONGEST = 63;

    private static final int DIGEST_DIGITS = 8;

    private Sql() {}

    /**
     * The name itself where it is short enough; else its beginning and eight digits of its digest,
     * so that names that differ behind the cut differ still.
     */
    static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        return name.substring(0, LONGEST - DIGEST_DIGITS - 1)
                + "_"
                + Sha256.hex(name.getBytes(StandardCharsets.US_ASCII)).substring(0, DIGEST_DIGITS);
    }
}
