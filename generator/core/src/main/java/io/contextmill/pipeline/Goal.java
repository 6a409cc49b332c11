package io.contextmill.pipeline;

import io.contextmill.emit.RelativePath;
import io.contextmill.plan.OutputFolder;
import java.util.function.Consumer;

/** How far a run shall go. */
public sealed interface Goal {
    /** To the findings about the spec. */
    record Validate() implements Goal {}

    /**
     * To the plan; nothing is written.
     *
     * @param force whether files that a person wrote are given up where the generator wants its own
     */
    record Plan(OutputFolder folder, boolean force) implements Goal {}

    /**
     * To the files.
     *
     * @param force whether files that a person wrote are given up where the generator wants its own
     * @param progress is told each file that is done
     */
    record Generate(OutputFolder folder, boolean force, Consumer<RelativePath> progress)
            implements Goal {}
}
