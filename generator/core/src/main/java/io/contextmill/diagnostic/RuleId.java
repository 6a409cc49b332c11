package io.contextmill.diagnostic;

import java.util.regex.Pattern;

/**
 * The name of a rule: an area and the fact that it finds, as in {@code reference.unknown-type}.
 *
 * @param value two words of lower-case letters, digits and hyphens, with a dot between them
 */
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*");

    /** Rejects a value of another form. */
    public RuleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a rule id: " + value);
        }
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
