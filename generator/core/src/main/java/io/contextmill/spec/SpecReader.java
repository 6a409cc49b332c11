package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.NearestName;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.source.Limits;
import io.contextmill.source.Node;
import io.contextmill.source.SourceReader;
import io.contextmill.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a spec from where it is: the file of a workspace or of a context that stands alone, or the
 * folder of a workspace. Whatever is wrong is a finding, never an exception.
 */
public final class SpecReader {
    /** The file of a workspace in its folder. */
    public static final String WORKSPACE_FILE = "contextmill.yaml";

    private final SourceReader sources;
    private final YamlReader yaml;

    /** Reads files within the default limits. */
    public SpecReader() {
        this(Limits.DEFAULT);
    }

    /** Reads files within the given limits, each. */
    public SpecReader(Limits limits) {
        this.sources = new SourceReader(limits);
        this.yaml = new YamlReader(limits);
    }

    /**
     * Reads a spec with all its files.
     *
     * @param name what findings call the file or folder: the path as the user wrote it, with
     *     forward slashes
     */
    public Validated<WorkspaceSpec> read(Path spec, String name) {
        if (!Files.isDirectory(spec)) {
            return readFile(spec, name);
        }
        Path file = spec.resolve(WORKSPACE_FILE);
        String fileName = (name.endsWith("/") ? name : name + "/") + WORKSPACE_FILE;
        return Files.exists(file)
                ? readFile(file, fileName)
                : Validated.failed(List.of(withoutWorkspace(spec, name)));
    }

    /** The file that a spec begins with, whether it is there or not. */
    public static Path file(Path spec) {
        return Files.isDirectory(spec) ? spec.resolve(WORKSPACE_FILE) : spec;
    }

    /**
     * The files that a spec is read from, whether they are there or not: its own, and those of
     * contexts that it names. Of one that cannot be understood, its own.
     *
     * @param spec the file or the folder
     * @return its own first
     */
    public List<Path> files(Path spec) {
        Path file = file(spec);
        Path folder = Objects.requireNonNullElse(file.getParent(), file);
        List<Path> files = new ArrayList<>(List.of(file));
        ContextSource named =
                path -> {
                    files.add(folder.resolve(path.value()).normalize());
                    return Validated.failed(List.of());
                };
        sources.read(file, file.toString())
                .then(yaml::read)
                .then(root -> SpecDecoder.decode(root, named));
        return files;
    }

    private Validated<WorkspaceSpec> readFile(Path file, String name) {
        Neighbours neighbours = new Neighbours(file, name.substring(0, name.lastIndexOf('/') + 1));
        return sources.read(file, name)
                .then(yaml::read)
                .then(root -> SpecDecoder.decode(root, neighbours::read));
    }

    private static Diagnostic withoutWorkspace(Path folder, String name) {
        List<String> files = yamlFiles(folder);
        return SpecRules.FOLDER_WITHOUT_WORKSPACE.at(
                new SourceFile(name, "").start(),
                "the folder has no " + quoted(WORKSPACE_FILE),
                files.isEmpty()
                        ? "name the file of a spec, or a folder with a workspace"
                        : "write one, as in `workspace: shop` and `contexts: ["
                                + String.join(", ", files.stream().limit(3).toList())
                                + (files.size() > 3 ? ", …" : "")
                                + "]`");
    }

    private static List<String> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::getFileName)
                    .map(String::valueOf)
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                    .sorted()
                    .limit(100)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The files beside and below that of a workspace. */
    private final class Neighbours {
        private final Path folder;
        private final String prefix;
        private final Map<Path, Text> known = new HashMap<>();

        /**
         * @param workspace the file of the workspace
         * @param prefix what findings write before the path of a file beside it
         */
        Neighbours(Path workspace, String prefix) {
            Path absolute = workspace.toAbsolutePath().normalize();
            this.folder = Objects.requireNonNullElse(absolute.getParent(), absolute);
            this.prefix = prefix;
        }

        Validated<Node> read(Text path) {
            Path file = folder.resolve(path.value()).normalize();
            if (!Files.isRegularFile(file)) {
                String fact = Files.isDirectory(file) ? " is a folder" : " does not exist";
                return failed(
                        SpecRules.UNREADABLE_CONTEXT.at(
                                path.span(),
                                "the file " + quoted(path.value()) + fact,
                                hint(file)));
            }
            try {
                Path real = file.toRealPath();
                if (!real.startsWith(folder.toRealPath())) {
                    return failed(
                            SpecRules.PATH_OUTSIDE.at(
                                    path.span(),
                                    quoted(path.value())
                                            + " is a link that leads out of the folder of the workspace",
                                    "replace the link by what it leads to"));
                }
                Text first = known.putIfAbsent(real, path);
                if (first != null) {
                    return failed(
                            SpecRules.FILE_LISTED_TWICE
                                    .at(
                                            path.span(),
                                            quoted(path.value())
                                                    + " is the same file as "
                                                    + quoted(first.value()),
                                            "keep one of them")
                                    .relatedTo(first.span(), "it is listed here as well"));
                }
            } catch (IOException e) {
                return failed(
                        SpecRules.UNREADABLE_CONTEXT.at(
                                path.span(),
                                "the file " + quoted(path.value()) + " cannot be read"));
            }
            return sources.read(file, prefix + path.value()).then(yaml::read);
        }

        private String hint(Path missing) {
            Path parent = missing.getParent();
            String wanted = String.valueOf(missing.getFileName());
            Optional<String> nearest =
                    parent == null ? Optional.empty() : NearestName.of(wanted, yamlFiles(parent));
            return nearest.map(
                            name ->
                                    "did you mean "
                                            + quoted(
                                                    folder.relativize(missing.resolveSibling(name))
                                                            .toString()
                                                            .replace('\\', '/'))
                                            + "?")
                    .orElse("paths start in the folder of the workspace's file");
        }

        private Validated<Node> failed(Diagnostic finding) {
            return Validated.failed(List.of(finding));
        }
    }
}
