package io.contextmill.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** A single file that people wrote and a command changes. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes it in one step: whoever reads it finds it as it was, or as it shall be. Who may read
     * and write it stays as it was.
     */
    public static void write(Path file, String text) throws IOException {
        Path real = file.toRealPath();
        Path beside = Files.createTempFile(real.getParent(), ".contextmill", ".yaml");
        try {
            Files.writeString(beside, text);
            PosixFileAttributeView before =
                    Files.getFileAttributeView(real, PosixFileAttributeView.class);
            if (before != null) {
                // A temporary file is its owner's alone.
                Files.setPosixFilePermissions(beside, before.readAttributes().permissions());
            }
            Files.move(
                    beside,
                    real,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
