/**
 * What a spec leaves to people, and what they have made of it.
 *
 * <p>Imports {@code diagnostic}, {@code model}, {@code naming}, {@code emit} and {@code plan}.
 */
@NullMarked
package io.contextmill.status;

import org.jspecify.annotations.NullMarked;
