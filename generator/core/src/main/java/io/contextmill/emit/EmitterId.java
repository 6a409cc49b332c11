package io.contextmill.emit;

import java.util.regex.Pattern;

/**
 * The name of an emitter, such as {@code domain} or {@code postgres}.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record EmitterId(String value) implements Comparable<EmitterId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*");

    /** Rejects a value of another form. */
    public EmitterId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an emitter id: " + value);
        }
    }

    @Override
    public int compareTo(EmitterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
