/**
 * The domain of a generated service: ids, aggregates, enums, commands, events, deciders, repository
 * ports and rejections, with their tests. What it makes depends on no framework.
 *
 * <p>May import the packages of the core, {@code emitters.java} and {@code emitters.samples}; no
 * other emitter.
 */
@NullMarked
package io.contextmill.emitters.domain;

import org.jspecify.annotations.NullMarked;
