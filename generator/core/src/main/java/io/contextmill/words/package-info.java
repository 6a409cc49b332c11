/**
 * Words: how names are split into them, how English bends them, and which of them other languages
 * have reserved.
 *
 * <p>Imports no other package of Contextmill.
 */
@NullMarked
package io.contextmill.words;

import org.jspecify.annotations.NullMarked;
