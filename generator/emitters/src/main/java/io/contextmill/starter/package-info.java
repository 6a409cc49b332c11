/**
 * The project that people begin with: what {@code contextmill new} and the Maven archetype make.
 *
 * <p>May import the packages of the core below {@code pipeline}, and the templates; no emitter,
 * which it gets as everybody does.
 */
@NullMarked
package io.contextmill.starter;

import org.jspecify.annotations.NullMarked;
