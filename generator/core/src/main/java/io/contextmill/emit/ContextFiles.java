package io.contextmill.emit;

import io.contextmill.model.ContextModel;
import java.util.stream.Stream;

/**
 * The files of one context.
 *
 * @param files made as the stream is consumed, which can be done once
 */
public record ContextFiles(ContextModel context, Stream<GeneratedFile> files) {}
