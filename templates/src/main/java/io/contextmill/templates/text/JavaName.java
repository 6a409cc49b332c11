package io.contextmill.templates.text;

import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * A name in Java source, with or without dots.
 *
 * @param raw identifiers of ASCII letters, digits and underscores with dots between them, none of
 *     them a reserved word
 */
public record JavaName(String raw) implements Encoded {
    private static final Pattern FORM = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    /** Rejects what is no name: a name cannot be written in another way. */
    public JavaName {
        if (!FORM.matcher(raw).matches() || !SourceVersion.isName(raw, SourceVersion.RELEASE_17)) {
            throw new IllegalArgumentException("not a name in Java: " + raw);
        }
    }

    @Override
    public String encoded() {
        return raw;
    }

    @Override
    public FileType fileType() {
        return FileType.JAVA;
    }
}
