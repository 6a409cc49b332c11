/**
 * Emits the contract of the HTTP edge: an OpenAPI 3.1 document, made from the model.
 *
 * <p>May import {@code emit}, {@code model} and {@code naming} of the core, and {@code
 * emitters.java}; no other emitter.
 */
@NullMarked
package io.contextmill.emitters.openapi;

import org.jspecify.annotations.NullMarked;
