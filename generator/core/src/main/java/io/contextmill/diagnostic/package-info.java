/**
 * What the generator has to say about a specification: findings, each with its rule, its severity
 * and the place in the source it is about.
 *
 * <p>Imports no other package of Contextmill.
 */
@NullMarked
package io.contextmill.diagnostic;

import org.jspecify.annotations.NullMarked;
