package io.contextmill.status;

import java.util.List;
import java.util.Optional;

/**
 * What there is to know about a spec and the project made of it.
 *
 * @param undecided the commands of which the spec does not say what they lead to, in the order
 *     written
 * @param files those that stand otherwise than they were written, by standing and path; absent
 *     where nobody looked at the project
 */
public record ProjectStatus(List<UndecidedCommand> undecided, Optional<List<FileStatus>> files) {
    /** Takes copies. */
    public ProjectStatus {
        undecided = List.copyOf(undecided);
        files = files.map(List::copyOf);
    }
}
