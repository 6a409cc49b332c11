/** Tests of projects that are made of the archetype. */
@NullMarked
package io.contextmill.archetype;

import org.jspecify.annotations.NullMarked;
