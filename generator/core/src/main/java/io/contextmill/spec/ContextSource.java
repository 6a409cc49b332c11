package io.contextmill.spec;

import io.contextmill.diagnostic.Validated;
import io.contextmill.source.Node;

/** Where the files of a workspace's contexts come from. */
@FunctionalInterface
interface ContextSource {
    /**
     * The document in the file that a workspace names. Whatever is wrong with the file is a
     * finding.
     *
     * @param path relative to the folder of the workspace's file; does not lead out of it by its
     *     words
     */
    Validated<Node> read(Text path);
}
