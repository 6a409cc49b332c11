/**
 * Repositories and rows in memory, for generated tests that are about something else.
 *
 * <p>May import the packages of the core and {@code emitters.java}; no other emitter.
 */
@NullMarked
package io.contextmill.emitters.memory;

import org.jspecify.annotations.NullMarked;
