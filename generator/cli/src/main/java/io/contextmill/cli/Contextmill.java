package io.contextmill.cli;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.emit.GeneratorVersion;
import io.contextmill.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a whole: which commands there are, and what becomes of what goes wrong in
 * them.
 */
@Command(
        name = "contextmill",
        description = "Turns YAML descriptions of DDD bounded contexts into Java services.",
        version = "contextmill " + GeneratorVersion.CURRENT,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done; 1 findings, or an invalid spec; 2 wrong usage; 3 a file, folder or program cannot be",
            "used; 4 files of yours are in the way."
        })
final class Contextmill {
    @Mixin final GlobalOptions options = new GlobalOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version of the generator.")
    boolean version;

    private final Session session;

    /**
     * @param pipeline makes the generator, when a command needs it
     * @param rules lists the rules, when a command needs them
     */
    Contextmill(
            Streams streams,
            Map<String, String> environment,
            Supplier<Pipeline> pipeline,
            Supplier<List<RuleDescription>> rules) {
        this.session = new Session(pipeline, rules, new Console(streams, options, environment));
    }

    /** Runs one command line; answers its exit code. */
    int run(String... arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return internalError(e);
        } finally {
            session.console().out().flush();
            session.console().err().flush();
        }
    }

    private CommandLine commandLine() {
        CommandLine commands =
                new CommandLine(this)
                        .addSubcommand(new NewCommand(session))
                        .addSubcommand(new GenerateCommand(session))
                        .addSubcommand(new WatchCommand(session))
                        .addSubcommand(new PlanCommand(session))
                        .addSubcommand(new EjectCommand(session))
                        .addSubcommand(new ValidateCommand(session))
                        .addSubcommand(new ExpandCommand(session))
                        .addSubcommand(new StatusCommand(session))
                        .addSubcommand(new ResolveCommand(session))
                        .addSubcommand(new ExplainCommand(session))
                        .addSubcommand(new SchemaCommand(session))
                        .addSubcommand(new VersionCommand(session))
                        .addSubcommand(new CompletionCommand(session));
        commands.setOut(new PrintWriter(session.console().out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(session.console().err(), true, StandardCharsets.UTF_8));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commands.setUsageHelpWidth(110);
        commands.setParameterExceptionHandler((e, args) -> wrongUsage(e));
        commands.setExecutionExceptionHandler((e, command, result) -> failed(e));
        return commands;
    }

    private int wrongUsage(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("error: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("see `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help`");
        return ExitCode.USAGE.number();
    }

    private int failed(Exception e) {
        if (e instanceof IOException && !session.console().isDebug()) {
            session.console().err().println("error: " + e);
            return ExitCode.ENVIRONMENT.number();
        }
        return internalError(e);
    }

    private int internalError(Throwable e) {
        Console console = session.console();
        String message = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
        console.err().println("internal error: " + message);
        if (console.isDebug()) {
            e.printStackTrace(console.err());
        } else {
            console.err()
                    .println(
                            "this is a fault of the generator; with `--debug` it shows where, which is what a"
                                    + " report of it needs");
        }
        return ExitCode.ENVIRONMENT.number();
    }
}
