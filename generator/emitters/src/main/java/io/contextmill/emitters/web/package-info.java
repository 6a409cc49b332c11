/**
 * Emits the HTTP edge of a context: controllers, the bodies of requests, and their tests.
 *
 * <p>May import {@code emit}, {@code model}, {@code naming} and {@code words} of the core, and
 * {@code emitters.java}, {@code emitters.samples} and {@code emitters.http}; no emitter.
 */
@NullMarked
package io.contextmill.emitters.web;

import org.jspecify.annotations.NullMarked;
