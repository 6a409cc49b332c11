package io.contextmill.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Print a script that completes commands and options in bash and zsh.",
        footer = {"", "In ~/.bashrc or ~/.zshrc:", "  source <(contextmill completion)"})
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class CompletionCommand implements Callable<Integer> {
    private final Session session;

    @Spec CommandSpec command;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.console()
                .out()
                .print(AutoComplete.bash("contextmill", command.root().commandLine()));
        return ExitCode.DONE.number();
    }
}
