/**
 * From bytes to YAML nodes with places: the only package that knows about encodings and about YAML.
 *
 * <p>A spec is untrusted text. What is read here is bounded in size, depth and number of nodes, and
 * means the same to every reader: nothing is shared, tagged, merged or said twice.
 *
 * <p>Imports only {@code io.contextmill.diagnostic}.
 */
@NullMarked
package io.contextmill.source;

import org.jspecify.annotations.NullMarked;
