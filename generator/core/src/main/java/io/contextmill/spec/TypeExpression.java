package io.contextmill.spec;

import io.contextmill.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A type as written on a field, such as {@code string(2..250)? ~ [A-Z]+}: type, size, list, {@code
 * ?}, then bounds, pattern or default.
 *
 * @param name the type's name
 * @param size what stands in parentheses: one number or range for {@code string}, two numbers for
 *     {@code decimal}
 * @param list what stands in square brackets, where the field is a list
 * @param optional whether a {@code ?} follows
 * @param bounds comparisons such as {@code >= 0}
 * @param pattern the regular expression behind {@code ~}
 * @param defaultValue the literal behind {@code =}
 */
public record TypeExpression(
        SourceSpan span,
        Text name,
        List<Range> size,
        Optional<Range> list,
        boolean optional,
        List<Bound> bounds,
        Optional<Text> pattern,
        Optional<Text> defaultValue) {

    /** Takes copies of the lists. */
    public TypeExpression {
        size = List.copyOf(size);
        bounds = List.copyOf(bounds);
    }

    /**
     * Limits of a size: two numbers with {@code ..} between them, either of which may be left out.
     *
     * <p>One number alone, as in {@code string(20)} and {@code decimal(12,2)}, is a {@code max}
     * without {@code min}, just as {@code ..20}; {@code []} has neither.
     *
     * @param span the range without the brackets around it
     * @param min the least, a number that fits an {@code int}
     * @param max the most, a number that fits an {@code int} and is not below {@code min}
     */
    public record Range(SourceSpan span, Optional<Text> min, Optional<Text> max) {}

    /**
     * A comparison that every value satisfies.
     *
     * @param operator one of {@code >=}, {@code >}, {@code <=}, {@code <}
     * @param value a number literal
     */
    public record Bound(Text operator, Text value) {}
}
