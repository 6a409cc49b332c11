package io.contextmill.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;

/** How a build ended, and all that it said. */
public record MavenBuild(int status, String log) {
    /**
     * Runs Maven as the build runs that this is a part of: the same one, and offline where that is.
     *
     * @param folder the folder of the project, or one without a project
     * @param repository the local repository
     */
    public static MavenBuild run(Path folder, Path repository, String... arguments)
            throws Exception {
        InvocationRequest request = new DefaultInvocationRequest();
        request.setBaseDirectory(folder.toFile());
        if (Files.exists(folder.resolve("pom.xml"))) {
            request.setPomFile(folder.resolve("pom.xml").toFile());
        }
        request.addArgs(List.of(arguments));
        request.setBatchMode(true);
        request.setNoTransferProgress(true);
        request.setOffline(System.getProperty("contextmill.mode", "").equals("offline: true"));
        request.setLocalRepositoryDirectory(repository.toFile());
        request.setMavenHome(new File(System.getProperty("contextmill.maven-home", "")));
        StringBuilder log = new StringBuilder();
        request.setOutputHandler(line -> log.append(line).append('\n'));
        int status = new DefaultInvoker().execute(request).getExitCode();
        return new MavenBuild(status, log.toString());
    }
}
