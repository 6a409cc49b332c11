/**
 * What can be said about a model that is resolved, and the list of all rules.
 *
 * <p>Imports {@code diagnostic}, {@code source}, {@code spec}, {@code model} and {@code trial}.
 */
@NullMarked
package io.contextmill.validation;

import org.jspecify.annotations.NullMarked;
