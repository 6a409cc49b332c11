package io.contextmill.templates.text;

import java.util.regex.Pattern;

/**
 * A key or a value in a block of a YAML file. Whatever a reader takes it for, it is {@link #raw()}
 * once it is a text again: only whole numbers, {@code true} and {@code false} stand there as what
 * they are. Durations such as {@code 10s} need no quotes.
 */
public record YamlScalar(String raw) implements Encoded {
    private static final Pattern SAME_AS_TEXT =
            Pattern.compile("true|false|0|-?[1-9][0-9]{0,17}|[1-9][0-9]*(ms|[smhd])");
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z$./][A-Za-z0-9$./_{}@+*-]*(:[A-Za-z0-9$./_{}@+*-]+|:(?=/))*");
    private static final Pattern TAKEN_FOR_SOMETHING_ELSE =
            Pattern.compile("(?i:y|yes|n|no|on|off|true|false|null|\\.nan|[-+]?\\.inf)|[-+.0-9].*");

    @Override
    public String encoded() {
        boolean asItIs =
                SAME_AS_TEXT.matcher(raw).matches()
                        || (PLAIN.matcher(raw).matches()
                                && !TAKEN_FOR_SOMETHING_ELSE.matcher(raw).matches());
        return asItIs ? raw : quoted();
    }

    private String quoted() {
        StringBuilder quoted = new StringBuilder("\"");
        raw.chars()
                .forEach(
                        unit -> {
                            char c = (char) unit;
                            if (c == '"' || c == '\\') {
                                quoted.append('\\').append(c);
                            } else if (c == '\n') {
                                quoted.append("\\n");
                            } else if (c == '\t') {
                                quoted.append("\\t");
                            } else if (Characters.isInvisible(c) && !Character.isSurrogate(c)) {
                                quoted.append("\\u%04x".formatted(unit));
                            } else {
                                quoted.append(c);
                            }
                        });
        return quoted.append('"').toString();
    }

    @Override
    public FileType fileType() {
        return FileType.YAML;
    }
}
