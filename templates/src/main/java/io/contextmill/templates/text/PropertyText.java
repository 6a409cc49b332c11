package io.contextmill.templates.text;

/** A key or a value of a file of Java properties. */
public record PropertyText(String raw) implements Encoded {
    @Override
    public String encoded() {
        StringBuilder encoded = new StringBuilder();
        raw.chars()
                .forEach(
                        unit -> {
                            char c = (char) unit;
                            if (c == '\n') {
                                encoded.append("\\n");
                            } else if (c == '\r') {
                                encoded.append("\\r");
                            } else if (c == '\t') {
                                encoded.append("\\t");
                            } else if (c < ' ' || c > '~') {
                                encoded.append("\\u%04x".formatted(unit));
                            } else if ("\\:=#! ".indexOf(c) >= 0) {
                                encoded.append('\\').append(c);
                            } else {
                                encoded.append(c);
                            }
                        });
        return encoded.toString();
    }

    @Override
    public FileType fileType() {
        return FileType.PROPERTIES;
    }
}
