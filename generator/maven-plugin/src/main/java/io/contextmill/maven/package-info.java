/**
 * The generator as a part of builds: goals of Maven that do nothing but ask for a run and tell what
 * came of it.
 *
 * <p>May import {@code diagnostic}, {@code emit}, {@code model}, {@code pipeline}, {@code plan} and
 * {@code workspace} of the core.
 */
@NullMarked
package io.contextmill.maven;

import org.jspecify.annotations.NullMarked;
