package io.contextmill.cli;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticJson;
import io.contextmill.diagnostic.Severity;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.OutputFolder;
import io.contextmill.starter.Answers;
import io.contextmill.starter.StarterProject;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "new",
        description = "Make a project with one context, whose builds make its code.",
        footer = {
            "",
            "On a terminal it asks for what is not given. The project is a spec to begin with, and a pom.xml with the",
            "Maven plugin: `mvn verify` in it generates, builds and tests. A folder that is not empty is refused (exit",
            "code 4)."
        })
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class NewCommand implements Callable<Integer> {
    private final Session session;

    @Spec CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The name of the context, as in `CargoShipping`.")
    @Nullable String name;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description =
                    "The group of its Maven artifact. Default: " + Answers.DEFAULT_GROUP + ".")
    @Nullable String group;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description =
                    "The package of its code. Default: below the group, called as the context.")
    @Nullable String packageName;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder of the project. Default: in the current folder, called as the context.")
    @Nullable String out;

    NewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Questions questions = new Questions(session.console().streams(), command.commandLine());
        String context =
                questions.answer(
                        "Name of the context",
                        "NAME",
                        name,
                        Optional.of(Answers.DEFAULT_CONTEXT).filter(usual -> questions.isAsking()),
                        NewCommand::wrongInName);
        String ofGroup =
                questions.answer(
                        "Group of its Maven artifact",
                        "--group",
                        group,
                        Optional.of(Answers.DEFAULT_GROUP),
                        NewCommand::wrongInGroup);
        String ofPackage =
                questions.answer(
                        "Package of its code",
                        "--package",
                        packageName,
                        Optional.of(Answers.defaultPackage(context, ofGroup)),
                        text -> wrong(new Answers(context, ofGroup, text)));
        String folder =
                questions.answer(
                        "Folder of the project",
                        "--out",
                        out,
                        Optional.of(Answers.defaultFolder(context)),
                        NewCommand::wrongInFolder);
        return make(new Answers(context, ofGroup, ofPackage), Path.of(folder));
    }

    private int make(Answers answers, Path path) throws IOException {
        OutputFolder folder = new OutputFolder(path);
        Optional<Diagnostic> obstacle = StarterProject.obstacle(folder);
        if (obstacle.isPresent()) {
            return finish(Set.of(), path, List.of(obstacle.get()));
        }
        Validated<SortedMap<RelativePath, String>> files =
                new StarterProject(session.pipeline().get().emitters()).files(answers);
        if (files.value().isEmpty() || files.hasErrors()) {
            return finish(Set.of(), path, files.diagnostics());
        }
        StarterProject.write(folder, files.value().get());
        return finish(files.value().get().keySet(), path, List.of());
    }

    private int finish(Set<RelativePath> files, Path folder, List<Diagnostic> findings) {
        Console console = session.console();
        ExitCode exitCode = ExitCode.of(findings, Severity.ERROR);
        if (console.isJson()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("command", "new").put("exitCode", exitCode.number());
            document.put("folder", folder.toString());
            var paths = document.putArray("files");
            files.forEach(path -> paths.add(path.value()));
            document.set("findings", DiagnosticJson.toJson(findings));
            console.json(document);
            return exitCode.number();
        }
        console.report(findings, "");
        if (!files.isEmpty() && !console.isQuiet()) {
            console.out()
                    .printf(
                            "made %s in %s%nnext: cd %s && mvn verify%n",
                            String.join(", ", files.stream().map(RelativePath::value).toList()),
                            folder,
                            ShellWord.of(folder));
        }
        return exitCode.number();
    }

    private static Optional<String> wrongInName(String text) {
        return wrong(new Answers(text, Answers.DEFAULT_GROUP, Answers.DEFAULT_GROUP));
    }

    private static Optional<String> wrongInGroup(String text) {
        return Answers.isGroup(text)
                ? Optional.empty()
                : Optional.of(
                        "a group has letters, digits, `-` and `_`, with dots between, as in `com.example`");
    }

    private static Optional<String> wrongInFolder(String text) {
        try {
            return Path.of(text).toString().isEmpty()
                    ? Optional.of("a folder has a name")
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of("there can be no folder of that name");
        }
    }

    /** What the spec would be told about an answer in it. */
    private static Optional<String> wrong(Answers answers) {
        return StarterProject.errors(answers).stream()
                .findFirst()
                .map(error -> error.message() + error.hint().map(hint -> "; " + hint).orElse(""));
    }
}
