/**
 * From the model to files: what an emitter is, what it may say, and the one place that runs them
 * all.
 *
 * <p>Emitters are pure: they read no disk, clock or environment. May import {@code diagnostic},
 * {@code model} and {@code naming}; writes nothing.
 */
@NullMarked
package io.contextmill.emit;

import org.jspecify.annotations.NullMarked;
