package io.contextmill.emit;

import io.contextmill.model.ContextModel;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one part of what is generated together: of a context, or of the workspace itself.
 * What is remembered of them is remembered for each part.
 *
 * @param context absent for the workspace itself
 * @param files made as the stream is consumed, which can be done once; paths are relative to the
 *     output folder. Of what is not consumed, nothing is made
 */
public record PartFiles(Optional<ContextModel> context, Stream<GeneratedFile> files) {}
