/**
 * From the model back to a spec that says everything.
 *
 * <p>Imports {@code diagnostic} and {@code model}.
 */
@NullMarked
package io.contextmill.expand;

import org.jspecify.annotations.NullMarked;
