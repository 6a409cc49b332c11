/**
 * From a plan to the disk: the only package that writes.
 *
 * <p>May import {@code diagnostic}, {@code emit} and {@code plan}.
 */
@NullMarked
package io.contextmill.workspace;

import org.jspecify.annotations.NullMarked;
