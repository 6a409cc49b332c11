package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;

/**
 * A field that gets a computed value.
 *
 * @param field its name
 * @param text the expression as it was written
 * @param value what is computed
 * @param origin where it is written
 */
public record Computed(String field, String text, Expression value, SourceSpan origin) {}
