/**
 * Emits what keeps a context's data in PostgreSQL: repositories, the rows of read models, the
 * migration, and their tests.
 *
 * <p>May import {@code emit}, {@code model}, {@code naming} and {@code words} of the core, and
 * {@code emitters.java} and {@code emitters.samples}; no other emitter.
 */
@NullMarked
package io.contextmill.emitters.postgres;

import org.jspecify.annotations.NullMarked;
