/**
 * All steps in their order, from the text of a spec to files on disk.
 *
 * <p>May import every other package of the core; none of them imports it.
 */
@NullMarked
package io.contextmill.pipeline;

import org.jspecify.annotations.NullMarked;
