/**
 * A specification as it was written: decoded by the type that is expected in each place, nothing
 * resolved and nothing inferred.
 *
 * <p>Imports only {@code io.contextmill.diagnostic}, {@code io.contextmill.source} and {@code
 * io.contextmill.words}.
 */
@NullMarked
package io.contextmill.spec;

import org.jspecify.annotations.NullMarked;
