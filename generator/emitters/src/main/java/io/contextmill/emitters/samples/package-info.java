/**
 * Values for generated tests: made from a type and its limits alone, so that they are valid and
 * always the same.
 *
 * <p>May import the packages of the core and {@code emitters.java}.
 */
@NullMarked
package io.contextmill.emitters.samples;

import org.jspecify.annotations.NullMarked;
