package io.contextmill.cli;

import io.contextmill.emit.GeneratorVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(
        name = "version",
        description = "Print the version of the generator and of the Java it runs on.")
final class VersionCommand implements Callable<Integer> {
    private final Session session;

    VersionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        String java = Runtime.version().toString();
        if (console.isJson()) {
            console.json(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("version", GeneratorVersion.CURRENT)
                            .put("java", java));
        } else {
            console.out()
                    .println("contextmill " + GeneratorVersion.CURRENT + " (Java " + java + ")");
        }
        return ExitCode.DONE.number();
    }
}
