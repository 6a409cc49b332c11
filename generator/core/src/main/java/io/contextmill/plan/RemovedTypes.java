package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the Java files of people that name types which a plan deletes. */
final class RemovedTypes {
    private static final String ENDING = ".java";

    /** Where Java files are below a module, as the generator lays it out. */
    private static final Pattern JAVA_ROOT = Pattern.compile("(?:^|.*/)src/[^/]+/java/");

    /** Folders in which no source of a person is. */
    private static final Set<String> PASSED_OVER = Set.of("target", "generated", "generated-test");

    private final OutputFolder folder;
    private final List<Type> types;

    /**
     * A type that goes.
     *
     * @param written finds its name where it stands as a word of its own
     */
    private record Type(String packageName, String name, Pattern written) {
        String qualified() {
            return packageName + "." + name;
        }

        static Optional<Type> of(RelativePath path) {
            Matcher root = JAVA_ROOT.matcher(path.value());
            if (!path.value().endsWith(ENDING) || !root.lookingAt()) {
                return Optional.empty();
            }
            String below =
                    path.value().substring(root.end(), path.value().length() - ENDING.length());
            int slash = below.lastIndexOf('/');
            String name = below.substring(slash + 1);
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Type(
                                    below.substring(0, slash).replace('/', '.'),
                                    name,
                                    Pattern.compile("\\b" + Pattern.quote(name) + "\\b")));
        }

        /** Whether its name means this type in such a text. */
        boolean isSeenFrom(String text) {
            return text.contains("package " + packageName + ";")
                    || text.contains(qualified())
                    || text.contains(packageName + ".*");
        }
    }

    /**
     * @param deleted the files that go; only what is Java among them counts
     * @param made the qualified names of types that are new: one that moves to another folder does
     *     not go
     */
    RemovedTypes(OutputFolder folder, Collection<RelativePath> deleted, Set<String> made) {
        this.folder = folder;
        this.types =
                deleted.stream()
                        .map(Type::of)
                        .flatMap(Optional::stream)
                        .filter(type -> !made.contains(type.qualified()))
                        .toList();
    }

    /** The qualified name of the type that a file is of, if it is Java. */
    static Optional<String> qualified(RelativePath path) {
        return Type.of(path).map(Type::qualified);
    }

    /**
     * One for each file that names any.
     *
     * @param owned whether a Java file is a person's
     */
    List<Diagnostic> named(Predicate<RelativePath> owned) throws IOException {
        List<Diagnostic> findings = new ArrayList<>();
        if (types.isEmpty()) {
            return findings;
        }
        Path root = folder.root();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) {
                        String name = directory.getFileName().toString();
                        return !directory.equals(root)
                                        && (name.startsWith(".") || PASSED_OVER.contains(name))
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile() && file.toString().endsWith(ENDING)) {
                            path(root.relativize(file))
                                    .filter(owned)
                                    .flatMap(RemovedTypes.this::reference)
                                    .ifPresent(findings::add);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        // Nothing is promised about what cannot be read.
                        return FileVisitResult.CONTINUE;
                    }
                });
        return findings;
    }

    private Optional<Diagnostic> reference(RelativePath path) {
        String text;
        try {
            text = new String(folder.read(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return Optional.empty();
        }
        SourceFile source = folder.source(path, text);
        List<String> lines = text.lines().toList();
        List<Type> seen = types.stream().filter(type -> type.isSeenFrom(text)).toList();
        for (int i = 0; i < lines.size(); i++) {
            for (Type type : seen) {
                Matcher found = type.written().matcher(lines.get(i));
                if (found.find()) {
                    return Optional.of(
                            PlanRules.REFERS_TO_REMOVED.at(
                                    span(source, i + 1, found),
                                    "`%s` goes, and this file of yours names it"
                                            .formatted(type.name()),
                                    "take it out, or bring back what makes it"));
                }
            }
        }
        return Optional.empty();
    }

    private static SourceSpan span(SourceFile source, int line, Matcher found) {
        String text = source.line(line);
        return new SourceSpan(
                source,
                new Position(line, 1 + text.codePointCount(0, found.start())),
                new Position(line, 1 + text.codePointCount(0, found.end())));
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
