/**
 * Waits for the files of a spec to be saved.
 *
 * <p>Imports {@code spec}.
 */
@NullMarked
package io.contextmill.watch;

import org.jspecify.annotations.NullMarked;
