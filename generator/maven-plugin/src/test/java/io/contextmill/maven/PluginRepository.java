package io.contextmill.maven;

import io.contextmill.emit.GeneratorVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository that has this build's plugin and archetype in it, and otherwise leads to the
 * one of the build: nobody else's repository gets to see a plugin that was not installed.
 */
public final class PluginRepository {
    private PluginRepository() {}

    /**
     * Makes it in a folder, or brings it up to date.
     *
     * @param root the folder of this project, all of which was packaged that is needed
     */
    public static Path make(Path repository, Path root) throws IOException {
        Path of = Path.of(System.getProperty("localRepository", ""));
        Path ours = repository.resolve("io/contextmill");
        Files.createDirectories(ours);
        link(of, repository, "io");
        link(of.resolve("io"), repository.resolve("io"), "contextmill");
        install(ours, "contextmill-parent", root);
        install(ours, "contextmill-templates", root.resolve("templates"));
        install(ours, "contextmill-archetype", root.resolve("archetype"));
        for (String module : List.of("core", "emitters", "maven-plugin")) {
            install(ours, "contextmill-" + module, root.resolve("generator").resolve(module));
        }
        return repository;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> folders = Files.list(from)) {
            for (Path folder : folders.toList()) {
                Path link = to.resolve(folder.getFileName());
                if (!folder.endsWith(except) && !Files.exists(link)) {
                    Files.createSymbolicLink(link, folder);
                }
            }
        }
    }

    private static void install(Path ours, String artifact, Path module) throws IOException {
        String name = artifact + "-" + GeneratorVersion.CURRENT;
        Path folder = ours.resolve(artifact).resolve(GeneratorVersion.CURRENT);
        Files.createDirectories(folder);
        Files.copy(
                module.resolve("pom.xml"),
                folder.resolve(name + ".pom"),
                StandardCopyOption.REPLACE_EXISTING);
        Path jar = module.resolve("target").resolve(name + ".jar");
        if (Files.exists(jar)) {
            Files.copy(
                    jar,
                    folder.resolve(name + ".jar"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
