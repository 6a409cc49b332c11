/**
 * The public language of contexts: integration events, commands, queries and views as plain
 * records, with the translator that makes integration events of domain events.
 *
 * <p>May import the packages of the core, {@code emitters.java} and {@code emitters.samples}; no
 * other emitter.
 */
@NullMarked
package io.contextmill.emitters.contract;

import org.jspecify.annotations.NullMarked;
