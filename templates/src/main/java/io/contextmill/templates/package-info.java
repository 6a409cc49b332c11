/**
 * Fills the Mustache templates of a generated project. Each template has a record that is its view,
 * in the packages below.
 *
 * <p>Imports nothing of Contextmill but {@code templates.text}.
 */
@NullMarked
package io.contextmill.templates;

import org.jspecify.annotations.NullMarked;
