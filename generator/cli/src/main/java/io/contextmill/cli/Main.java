package io.contextmill.cli;

import io.contextmill.emit.Emitters;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Rules;
import io.contextmill.pipeline.Steps;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Contextmill contextmill =
                new Contextmill(Streams.ofProcess(), System.getenv(), Main::pipeline, Rules::all);
        System.exit(contextmill.run(arguments));
    }

    private static Pipeline pipeline() {
        return new Pipeline(Steps.standard(), Emitters.load(Main.class.getClassLoader()));
    }
}
