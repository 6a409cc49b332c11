package io.contextmill.cli;

import io.contextmill.spec.SpecSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "schema",
        description = "Print the JSON Schema of specs, with which editors complete and check them.")
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class SchemaCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it to this file instead.")
    @Nullable Path out;

    SchemaCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (out == null) {
            session.console().out().print(SpecSchema.text());
        } else {
            Files.writeString(out, SpecSchema.text());
        }
        return ExitCode.DONE.number();
    }
}
