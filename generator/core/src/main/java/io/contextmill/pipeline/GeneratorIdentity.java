package io.contextmill.pipeline;

import io.contextmill.emit.GeneratorVersion;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which code this generator is, plug-ins and libraries included: a generator that was built again
 * is another one, although its version is the same.
 */
final class GeneratorIdentity {
    private GeneratorIdentity() {}

    /**
     * The jars that a loader has, each with its size and the time of its last change; absent where
     * it has classes from a folder, of which nobody knows when they change.
     */
    static Optional<String> of(ClassLoader loader) {
        try {
            for (URL root : Collections.list(loader.getResources(""))) {
                // A jar with parts for newer releases of Java has roots, too.
                if (!root.getProtocol().equals("jar")) {
                    return Optional.empty();
                }
            }
            SortedSet<String> jars = new TreeSet<>();
            for (URL manifest : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                if (!(manifest.openConnection() instanceof JarURLConnection connection)) {
                    return Optional.empty();
                }
                Path jar = Path.of(connection.getJarFileURL().toURI());
                jars.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
            }
            return Optional.of(GeneratorVersion.CURRENT + "\n" + String.join("\n", jars) + "\n");
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
