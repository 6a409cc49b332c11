package io.contextmill.emitters.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Arrays;

/**
 * A Javadoc comment in the making. Formats are JavaPoet's and are the emitter's own words; each
 * text that is an argument is {@linkplain #encoded(String) encoded}, so that it stays text. Types
 * are arguments as themselves, and imported; what is code on purpose is an argument as a {@link
 * CodeBlock}. Lines are wrapped when the file is laid out.
 */
public final class Javadoc {
    private final CodeBlock.Builder code = CodeBlock.builder();
    private boolean tags;

    private Javadoc() {}

    /** Begins with a first sentence or paragraph. */
    public static Javadoc of(String format, Object... args) {
        Javadoc javadoc = new Javadoc();
        javadoc.add(format, args);
        return javadoc;
    }

    /** A further paragraph; before all tags. */
    public Javadoc paragraph(String format, Object... args) {
        if (tags) {
            throw new IllegalStateException("paragraphs stand before tags");
        }
        code.add("\n\n<p>");
        return add(format, args);
    }

    /** Describes a parameter, or a component of a record. */
    public Javadoc param(String name, String format, Object... args) {
        return tag("@param $L ", name).add(format, args);
    }

    /** Describes what is returned. */
    public Javadoc returns(String format, Object... args) {
        return tag("@return ").add(format, args);
    }

    /** Says when an exception is thrown. */
    public Javadoc throwing(TypeName type, String format, Object... args) {
        return tag("@throws ").add("$T", type).add(" " + format, args);
    }

    /** For {@code addJavadoc}. */
    public CodeBlock block() {
        return code.build();
    }

    /**
     * The text as one paragraph that reads the same in a rendered comment, whatever it is: no tag,
     * no markup, no end of the comment, no line break. This is the only encoder for text in
     * comments.
     */
    public static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(c -> appendEncoded(encoded, c));
        return encoded.toString().strip();
    }

    private static void appendEncoded(StringBuilder to, int c) {
        boolean blank =
                Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c);
        int length = to.length();
        if (blank) {
            to.append(length == 0 || to.charAt(length - 1) == ' ' ? "" : " ");
        } else if (c == '&') {
            to.append("&amp;");
        } else if (c == '<') {
            to.append("&lt;");
        } else if (c == '>') {
            to.append("&gt;");
        } else if ("\\@{}*".indexOf(c) >= 0 || isInvisible(c)) {
            to.append("&#").append(c).append(';');
        } else {
            to.appendCodePoint(c);
        }
    }

    /**
     * Characters that show as nothing or turn text around, halves of characters, and what means
     * something to nobody.
     */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }

    private Javadoc tag(String format, Object... args) {
        code.add(tags ? "\n" : "\n\n");
        tags = true;
        return add(format, args);
    }

    private Javadoc add(String format, Object... args) {
        code.add(
                format,
                Arrays.stream(args)
                        .map(arg -> arg instanceof String text ? encoded(text) : arg)
                        .toArray());
        return this;
    }
}
