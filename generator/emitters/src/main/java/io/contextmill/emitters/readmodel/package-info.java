/**
 * The read side of a generated service: views, the ports to their rows, the projections that build
 * them, and queries as records, with their tests. What it makes does not know the write model.
 *
 * <p>May import the packages of the core, {@code emitters.java} and {@code emitters.samples}; no
 * other emitter.
 */
@NullMarked
package io.contextmill.emitters.readmodel;

import org.jspecify.annotations.NullMarked;
