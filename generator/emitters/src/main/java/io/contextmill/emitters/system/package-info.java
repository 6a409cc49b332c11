/**
 * Emits what starts all services of a workspace together, and the tests of them as a whole.
 *
 * <p>May import {@code diagnostic}, {@code emit}, {@code model} and {@code naming} of the core, and
 * {@code emitters.java} and {@code emitters.http}; no emitter.
 */
@NullMarked
package io.contextmill.emitters.system;

import org.jspecify.annotations.NullMarked;
