/**
 * What all emitters of Java share: how a file is built and laid out, how text of a spec gets into
 * comments and literals, and which Java type stands for a type of the model.
 *
 * <p>May import {@code diagnostic}, {@code emit}, {@code model}, {@code naming} and {@code words}
 * of the core; knows no emitter.
 */
@NullMarked
package io.contextmill.emitters.java;

import org.jspecify.annotations.NullMarked;
