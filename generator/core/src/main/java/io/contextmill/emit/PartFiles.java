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
 * @param former the part as it would be if nothing in it had been renamed; absent where nothing was
 */
public record PartFiles(
        Optional<ContextModel> context, Stream<GeneratedFile> files, Optional<Former> former) {

    /** A part in which nothing was renamed. */
    public PartFiles(Optional<ContextModel> context, Stream<GeneratedFile> files) {
        this(context, files, Optional.empty());
    }

    /**
     * A part under the names that things in it had before.
     *
     * @param folder the folder of the module that is the context's own, with a slash behind it; or
     *     empty
     * @param files made as the stream is consumed, which can be done once
     */
    public record Former(String folder, Stream<GeneratedFile> files) {}
}
