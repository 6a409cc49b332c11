/**
 * What a spec leaves to people, what they have made of it, and how the files of a project stand to
 * its spec.
 *
 * <p>Imports {@code diagnostic}, {@code model}, {@code naming}, {@code emit} and {@code plan}.
 */
@NullMarked
package io.contextmill.status;

import org.jspecify.annotations.NullMarked;
