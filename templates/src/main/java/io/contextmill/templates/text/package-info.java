/**
 * Texts that are safe where they are put: one type for each kind of place in each kind of file,
 * with the encoder that belongs to it.
 *
 * <p>Imports nothing of Contextmill.
 */
@NullMarked
package io.contextmill.templates.text;

import org.jspecify.annotations.NullMarked;
