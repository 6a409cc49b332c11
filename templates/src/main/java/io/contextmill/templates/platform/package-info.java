/**
 * The views of the Java files that hardly differ from service to service: they depend on the
 * package they are in, some on names of the service.
 *
 * <p>May import {@code templates} and {@code templates.text}.
 */
@NullMarked
package io.contextmill.templates.platform;

import org.jspecify.annotations.NullMarked;
