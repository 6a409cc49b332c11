/**
 * The commands of the command line; each one hands its arguments to the core and prints what comes
 * back.
 *
 * <p>May import everything; nothing imports it.
 */
@NullMarked
package io.contextmill.cli;

import org.jspecify.annotations.NullMarked;
