/**
 * What makes a project of the generated sources: the build, the configuration, the script that
 * makes the database, and what its readers are told.
 *
 * <p>May import {@code emit}, {@code model}, {@code naming} and {@code words} of the core, {@code
 * emitters.java}, {@code emitters.samples}, and the templates of the project.
 */
@NullMarked
package io.contextmill.emitters.project;

import org.jspecify.annotations.NullMarked;
