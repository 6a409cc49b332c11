package io.contextmill.emit;

import io.contextmill.naming.WorkspaceNames;

/** A module of a workspace that belongs to no context. */
public enum SharedModule {
    /** The folder of the workspace itself: what holds the modules together. */
    ROOT(""),
    /** The technical code of all services. */
    PLATFORM(WorkspaceNames.PLATFORM + "/"),
    /** What the tests of all modules need. */
    TESTING(WorkspaceNames.TESTING + "/"),
    /** The language that the contexts share. */
    CONTRACTS(WorkspaceNames.CONTRACTS + "/"),
    /** All services, tested together. */
    SYSTEM_TESTS(WorkspaceNames.SYSTEM_TESTS + "/");

    private final String folder;

    SharedModule(String folder) {
        this.folder = folder;
    }

    /** Its folder below the workspace's, with a slash behind it; empty for the root. */
    public String folder() {
        return folder;
    }
}
