package io.contextmill.emit;

import java.util.regex.Pattern;

/**
 * A setting of the generated service, among those that it comes with.
 *
 * @param key names with dots between them, such as {@code server.shutdown}
 * @param value the text of the value, unquoted; whoever renders it quotes it for the format
 * @param comment one line that says what the setting is for
 */
public record ConfigurationKey(String key, String value, String comment)
        implements Comparable<ConfigurationKey> {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9][A-Za-z0-9_-]*)*");

    /** Rejects a key of another form and a comment of several lines. */
    public ConfigurationKey {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("not a configuration key: " + key);
        }
        if (comment.indexOf('\n') >= 0 || comment.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("the comment of " + key + " has several lines");
        }
    }

    /** Whether this key would have to be a map as well for the other to have a place. */
    boolean isPrefixOf(ConfigurationKey other) {
        return other.key.startsWith(key + ".");
    }

    @Override
    public int compareTo(ConfigurationKey other) {
        return key.compareTo(other.key);
    }
}
