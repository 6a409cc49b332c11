/**
 * What a model comes to where fields have values: values to try, made from types and their limits
 * alone, and what commands and events lead to with them by the spec.
 *
 * <p>Imports {@code model} and {@code words}.
 */
@NullMarked
package io.contextmill.trial;

import org.jspecify.annotations.NullMarked;
