/**
 * From files to a plan: compares what is wanted with what is on disk and what the manifest
 * remembers, and decides what becomes of each file. Looks at the disk, changes nothing.
 *
 * <p>May import {@code diagnostic}, {@code words}, {@code model} and {@code emit}.
 */
@NullMarked
package io.contextmill.plan;

import org.jspecify.annotations.NullMarked;
