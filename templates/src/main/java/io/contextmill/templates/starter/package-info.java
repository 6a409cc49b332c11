/**
 * The views of the files with which a project begins, and of the Maven archetype that makes it.
 *
 * <p>May import {@code templates} and {@code templates.text}.
 */
@NullMarked
package io.contextmill.templates.starter;

import org.jspecify.annotations.NullMarked;
