/** Tests of the Maven plugin. */
@NullMarked
package io.contextmill.maven;

import org.jspecify.annotations.NullMarked;
