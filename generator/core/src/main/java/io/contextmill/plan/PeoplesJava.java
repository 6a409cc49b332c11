package io.contextmill.plan;

import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Java file of a person: one that was made once, or that the generator knows nothing of.
 *
 * @param source its text, under the name that its people know it by
 */
record PeoplesJava(RelativePath path, SourceFile source) {
    /** Folders in which no source of a person is. */
    private static final Set<String> PASSED_OVER = Set.of("target", "generated", "generated-test");

    /** All of them below a folder; what cannot be read is passed over. */
    static List<PeoplesJava> in(OutputFolder folder) throws IOException {
        List<PeoplesJava> files = new ArrayList<>();
        Path root = folder.root();
        if (!Files.isDirectory(root)) {
            return files;
        }
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) {
                        return !directory.equals(root) && isPassedOver(directory)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()
                                && file.toString().endsWith(JavaType.ENDING)) {
                            path(root.relativize(file))
                                    .flatMap(path -> read(folder, path))
                                    .ifPresent(files::add);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }

    String text() {
        return source.text();
    }

    /** A stretch of the text, by its offsets. */
    SourceSpan span(int start, int end) {
        return new SourceSpan(source, position(start), position(end));
    }

    private Position position(int offset) {
        String before = text().substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, offset) + 1;
        return new Position(line, column);
    }

    private static boolean isPassedOver(Path directory) {
        String name = directory.getFileName().toString();
        return name.startsWith(".") || PASSED_OVER.contains(name);
    }

    private static Optional<PeoplesJava> read(OutputFolder folder, RelativePath path) {
        try {
            String text = new String(folder.read(path), StandardCharsets.UTF_8);
            return Optional.of(new PeoplesJava(path, folder.source(path, text)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<RelativePath> path(Path relative) {
        try {
            return Optional.of(
                    new RelativePath(
                            relative.toString()
                                    .replace(relative.getFileSystem().getSeparator(), "/")));
        } catch (IllegalArgumentException e) {
            // A name that no generator gave.
            return Optional.empty();
        }
    }
}
