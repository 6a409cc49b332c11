package io.contextmill.emitters;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Words that somebody else has already: Java, its library, PostgreSQL, Windows, and the generated
 * code itself. They are taken from where they are defined, not from what the generator knows of
 * them.
 */
public enum AwkwardWords {
    /** Keywords, contextual ones too, and literals. */
    JAVA_KEYWORDS {
        @Override
        Stream<String> all() {
            return lines("java-keywords.txt").flatMap(line -> Stream.of(line.split(" ", -1)));
        }
    },
    /** The public types of {@code java.lang}, of the JDK that runs the test. */
    JAVA_LANG {
        @Override
        Stream<String> all() {
            Path folder =
                    FileSystems.getFileSystem(URI.create("jrt:/"))
                            .getPath("modules", "java.base", "java", "lang");
            try (Stream<Path> files = Files.list(folder)) {
                return files
                        .map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("-"))
                        .map(file -> file.substring(0, file.length() - ".class".length()))
                        .filter(name -> !name.contains("$") && isPublic("java.lang." + name))
                        .toList()
                        .stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    /** The methods that every object has: no component of a record can be called so. */
    METHODS_OF_OBJECT {
        @Override
        Stream<String> all() {
            return Stream.concat(
                    Stream.of(Object.class.getDeclaredMethods())
                            .filter(method -> !method.isSynthetic())
                            .map(Method::getName)
                            .filter(name -> !name.contains("wait0")),
                    Stream.of("clone", "finalize"));
        }
    },
    /** What PostgreSQL reserves, wholly or for some purposes. */
    POSTGRESQL_RESERVED {
        @Override
        Stream<String> all() {
            return postgresql(category -> !category.equals("U"));
        }
    },
    /** What PostgreSQL knows, but lets others use. */
    POSTGRESQL_UNRESERVED {
        @Override
        Stream<String> all() {
            return postgresql(category -> category.equals("U"));
        }
    },
    /** The columns that every table has. */
    POSTGRESQL_SYSTEM_COLUMNS {
        @Override
        Stream<String> all() {
            return Stream.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");
        }
    },
    /** Names that Windows has no file for. */
    WINDOWS_DEVICES {
        @Override
        Stream<String> all() {
            return Stream.of("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9");
        }
    },
    /** The classes that are generated of a spec of {@link AwkwardSpecs}. */
    GENERATED_CLASSES {
        @Override
        Stream<String> all() {
            return AwkwardSpecs.plainJava().stream()
                    .map(file -> file.path().value())
                    .filter(path -> !path.endsWith("/package-info.java"))
                    .map(path -> path.replaceFirst(".*/(.*)[.]java", "$1"));
        }
    },
    /** What generated code imports or refers to. */
    IMPORTED_NAMES {
        @Override
        Stream<String> all() {
            Set<String> names = new TreeSet<>();
            scan(
                    AwkwardSpecs.plainJava(),
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitImport(ImportTree tree, Void nothing) {
                            names.addAll(
                                    List.of(
                                            tree.getQualifiedIdentifier()
                                                    .toString()
                                                    .split("[.]", -1)));
                            return null;
                        }

                        @Override
                        public Void visitIdentifier(IdentifierTree tree, Void nothing) {
                            names.add(tree.getName().toString());
                            return null;
                        }
                    });
            return names.stream();
        }
    },
    /** The methods, fields, parameters and variables of generated code. */
    GENERATED_MEMBERS {
        @Override
        Stream<String> all() {
            Set<String> names = new TreeSet<>();
            scan(
                    AwkwardSpecs.plainJava(),
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitVariable(VariableTree tree, Void nothing) {
                            names.add(tree.getName().toString());
                            return super.visitVariable(tree, null);
                        }

                        @Override
                        public Void visitMethod(MethodTree tree, Void nothing) {
                            // Tests are called by whole sentences.
                            if (tree.getParameters().size() > 0
                                    || tree.getName().length() < SHORT) {
                                names.add(tree.getName().toString());
                            }
                            return super.visitMethod(tree, null);
                        }
                    });
            return names.stream();
        }
    };

    private static final int SHORT = 12;
    private static final int LONGEST = 60;

    abstract Stream<String> all();

    /**
     * The words of all kinds that can be names, none of which is equal to another but for case and
     * separators, in Pascal case.
     */
    public static List<String> names(Predicate<AwkwardWords> kinds) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(values())
                .filter(kinds)
                .flatMap(AwkwardWords::all)
                .filter(AwkwardWords::hasLetters)
                .map(word -> Words.of(word).pascal())
                .filter(name -> name.length() <= LONGEST)
                .forEach(name -> names.putIfAbsent(Words.fold(name), name));
        return new ArrayList<>(names.values());
    }

    /**
     * As many words of each kind as there are positions for names of classes, ordered so that
     * {@link AwkwardSpecs} has one of each kind in each position.
     */
    static List<String> someInEveryPosition() {
        Set<String> taken = new HashSet<>();
        List<String> words = new ArrayList<>();
        for (int position = 0; position < AwkwardSpecs.SPECS; position++) {
            for (AwkwardWords kind : values()) {
                List<String> all = names(kind::equals);
                int start = position * all.size() / AwkwardSpecs.SPECS;
                Stream.concat(all.subList(start, all.size()).stream(), all.stream())
                        .filter(word -> !AwkwardSpecs.isPlain(word))
                        .filter(word -> taken.add(Words.fold(word)))
                        .findFirst()
                        .ifPresent(words::add);
            }
        }
        return words;
    }

    private static boolean hasLetters(String word) {
        return word.chars().anyMatch(Character::isLetter);
    }

    private static Stream<String> postgresql(Predicate<String> category) {
        return lines("postgresql-keywords.txt")
                .filter(line -> category.test(line.substring(0, 1)))
                .map(line -> line.substring(2));
    }

    private static Stream<String> lines(String resource) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/names", resource)).stream()
                    .filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPublic(String type) {
        try {
            return java.lang.reflect.Modifier.isPublic(
                    Class.forName(type, false, null).getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void scan(Collection<GeneratedFile> files, TreeScanner<Void, Void> scanner) {
        for (CompilationUnitTree tree : JavaCompilation.trees(files)) {
            scanner.scan(tree, null);
        }
    }
}
