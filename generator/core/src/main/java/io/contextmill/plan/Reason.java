package io.contextmill.plan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words why reading or writing failed, without naming the path again. */
public final class Reason {
    private Reason() {}

    /** The reason, as the end of a sentence. */
    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it is not there any more";
        }
        if (e instanceof AtomicMoveNotSupportedException) {
            return "it is on another file system than the rest of the output folder";
        }
        if (e instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
            return fileSystem.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
