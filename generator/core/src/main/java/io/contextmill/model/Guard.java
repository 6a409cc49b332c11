package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;

/**
 * What must hold.
 *
 * @param name what the spec calls it
 * @param rejection the name of the rejection where it does not
 * @param text as it was written
 * @param holds a condition
 * @param origin where the condition is written
 */
public record Guard(
        String name, String rejection, String text, Expression holds, SourceSpan origin) {}
