/**
 * A specification as it was written: decoded by the type that is expected in each place, nothing
 * resolved and nothing inferred.
 *
 * <p>Imports only {@code io.contextmill.diagnostic} and {@code io.contextmill.source}.
 */
@NullMarked
package io.contextmill.spec;

import org.jspecify.annotations.NullMarked;
