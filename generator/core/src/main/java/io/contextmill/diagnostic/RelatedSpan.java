package io.contextmill.diagnostic;

/**
 * Another place that a finding is about, such as the first of two declarations.
 *
 * @param span the place
 * @param message what is there
 */
public record RelatedSpan(SourceSpan span, String message) {}
