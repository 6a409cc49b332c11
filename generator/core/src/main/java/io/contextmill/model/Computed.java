package io.contextmill.model;

/**
 * A field that gets a computed value.
 *
 * @param field its name
 * @param text the expression as it was written
 * @param value what is computed
 */
public record Computed(String field, String text, Expression value) {}
