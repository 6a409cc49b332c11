/**
 * What is generated, resolved and complete; and the way there from what was written.
 *
 * <p>The {@link io.contextmill.model.Linker} lets the rules of inference fill in what a spec does
 * not say, one class for each rule of the language, and then resolves every reference. Nothing is
 * inferred after that, and nothing in the model is unresolved.
 *
 * <p>Imports {@code diagnostic}, {@code spec} and {@code words}.
 */
@NullMarked
package io.contextmill.model;

import org.jspecify.annotations.NullMarked;
