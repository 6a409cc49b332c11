/**
 * The application layer of a generated service: one handler for each command and each query, with
 * their tests. What it makes depends on no framework.
 *
 * <p>May import the packages of the core, {@code emitters.java} and {@code emitters.samples}; no
 * other emitter.
 */
@NullMarked
package io.contextmill.emitters.application;

import org.jspecify.annotations.NullMarked;
