/**
 * Emits what puts a service together with Spring Boot, the rules of its architecture, and the tests
 * of the whole.
 *
 * <p>May import {@code emit}, {@code model}, {@code naming} and {@code words} of the core, and
 * {@code emitters.java} and {@code emitters.samples}; no other emitter.
 */
@NullMarked
package io.contextmill.emitters.config;

import org.jspecify.annotations.NullMarked;
