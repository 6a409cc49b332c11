/**
 * What tests are made of that talk to services over HTTP: the ways that lead an aggregate into its
 * states, requests, and the cases that hold for a service alone and among others.
 *
 * <p>May import the packages of the core, {@code emitters.java} and {@code emitters.samples}; knows
 * no emitter.
 */
@NullMarked
package io.contextmill.emitters.http;

import org.jspecify.annotations.NullMarked;
