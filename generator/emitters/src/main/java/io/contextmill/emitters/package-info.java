/**
 * The built-in emitters: from the linked model to the files of a generated service, one package for
 * each concern.
 *
 * <p>May import the packages of the core and the templates; never the command line.
 */
@NullMarked
package io.contextmill.emitters;

import org.jspecify.annotations.NullMarked;
