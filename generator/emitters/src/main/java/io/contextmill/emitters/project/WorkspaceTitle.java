package io.contextmill.emitters.project;

import io.contextmill.model.WorkspaceModel;
import io.contextmill.words.Words;
import java.util.Locale;

/** What a workspace and its parts are called in titles. */
final class WorkspaceTitle {
    private WorkspaceTitle() {}

    /** {@code Spare parts} for {@code spare-parts}. */
    static String of(WorkspaceModel workspace) {
        return capitalised(String.join(" ", Words.of(workspace.name()).lower()));
    }

    /** With a capital first. */
    static String capitalised(String prose) {
        return prose.substring(0, 1).toUpperCase(Locale.ROOT) + prose.substring(1);
    }
}
