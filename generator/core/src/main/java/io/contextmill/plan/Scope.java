package io.contextmill.plan;

import io.contextmill.emit.GeneratedFolder;
import io.contextmill.emit.RelativePath;
import java.util.Optional;

/**
 * What a run may write.
 *
 * @param force whether files that a person wrote or edited are given up where the generator wants
 *     its own
 * @param module the folder of the module that is built, with a slash behind it, where a build asks:
 *     what builds make of other modules is left alone, since they may be building at the same time.
 *     Absent where everything is to be as the spec says
 */
public record Scope(boolean force, Optional<String> module) {
    /** Everything. */
    public static Scope all(boolean force) {
        return new Scope(force, Optional.empty());
    }

    /** What a build of a module wants. */
    public static Scope build(String module) {
        return new Scope(false, Optional.of(module));
    }

    /** Whether a build asks, which leaves people's files as they are. */
    boolean isBuild() {
        return module.isPresent();
    }

    /** Whether a folder that builds make is to be looked after. */
    boolean includes(RelativePath built) {
        return module.isEmpty() || GeneratedFolder.moduleOf(built).equals(module.get());
    }
}
