package io.contextmill.templates.text;

/** The inside of a string literal in Java source. */
public record JavaString(String raw) implements Encoded {
    @Override
    public String encoded() {
        StringBuilder encoded = new StringBuilder();
        raw.chars()
                .forEach(
                        unit -> {
                            char c = (char) unit;
                            if (c == '"' || c == '\\') {
                                encoded.append('\\').append(c);
                            } else if (c == '\n') {
                                encoded.append("\\n");
                            } else if (c == '\r') {
                                // Not \ u 0 0 0 d: javac would see the end of a line.
                                encoded.append("\\r");
                            } else if (Characters.isInvisible(c)) {
                                encoded.append("\\u%04x".formatted(unit));
                            } else {
                                encoded.append(c);
                            }
                        });
        return encoded.toString();
    }

    @Override
    public FileType fileType() {
        return FileType.JAVA;
    }
}
