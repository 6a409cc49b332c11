/**
 * Emits what teaches Jackson the domain's values, and its tests.
 *
 * <p>May import {@code emit}, {@code model} and {@code naming} of the core, and {@code
 * emitters.java} and {@code emitters.samples}; no other emitter.
 */
@NullMarked
package io.contextmill.emitters.json;

import org.jspecify.annotations.NullMarked;
