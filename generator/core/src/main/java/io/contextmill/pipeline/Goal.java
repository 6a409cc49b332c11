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

    /**
     * To the files, as a build wants them: what belongs to people is made where it is missing, and
     * never changed.
     *
     * @param module the folder of the module that is built, with a slash behind it; empty for that
     *     of the whole project. What builds make of other modules is left alone
     */
    record Build(OutputFolder folder, String module) implements Goal {}

    /**
     * To the findings about what is there: whether it is what a build would have made of it.
     * Nothing is written.
     *
     * @param module as in a build
     */
    record Check(OutputFolder folder, String module) implements Goal {}
}
