/**
 * The views of the files that make a project of the generated sources: build, configuration,
 * provisioning, documentation.
 *
 * <p>May import {@code templates} and {@code templates.text}.
 */
@NullMarked
package io.contextmill.templates.project;

import org.jspecify.annotations.NullMarked;
