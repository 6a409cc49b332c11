package io.contextmill.pipeline;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratorVersion;
import io.contextmill.emit.MigrationHistory;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.RelativePath;
import io.contextmill.model.ContextModel;
import io.contextmill.model.RenameRules;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.naming.WorkspaceNames;
import io.contextmill.plan.Digest;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.Planner;
import io.contextmill.plan.Scope;
import io.contextmill.spec.SpecEdit;
import io.contextmill.spec.Text;
import io.contextmill.spec.WorkspaceSpec;
import io.contextmill.status.FileStatus;
import io.contextmill.status.FileStatuses;
import io.contextmill.status.ProjectStatus;
import io.contextmill.status.Status;
import io.contextmill.status.UndecidedCommand;
import io.contextmill.workspace.Applied;
import io.contextmill.workspace.WholeFile;
import io.contextmill.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The generator: every step from the text of a spec to files on disk. */
public final class Pipeline {
    private final Steps steps;
    private final Emitters emitters;
    private final Supplier<Optional<String>> identity;

    /** A generator with these steps and these emitters. */
    public Pipeline(Steps steps, Emitters emitters) {
        this(steps, emitters, () -> emitters.loader().flatMap(GeneratorIdentity::of));
    }

    /**
     * @param identity tells this generator from all others; without one nothing is taken for
     *     rendered
     */
    Pipeline(Steps steps, Emitters emitters, Supplier<Optional<String>> identity) {
        this.steps = steps;
        this.emitters = emitters;
        this.identity = identity;
    }

    /** What makes the files. */
    public Emitters emitters() {
        return emitters;
    }

    /**
     * Goes from the spec as far as the goal, or to the first step that finds an error; that step
     * still reports all it finds.
     *
     * @param spec the file of a workspace or of a context that stands alone, or the folder of a
     *     workspace; findings call it by this path
     */
    public Outcome run(Path spec, Goal goal) {
        Validated<WorkspaceModel> model =
                steps.reader().apply(spec, name(spec)).then(steps.linker()).then(this::validated);
        Outcome outcome =
                new Outcome(model.value(), Optional.empty(), Optional.empty(), model.diagnostics());
        if (outcome.hasErrors() || model.value().isEmpty()) {
            return outcome;
        }
        WorkspaceModel workspace = model.value().get();
        if (goal instanceof Goal.Plan plan) {
            return outcome.planned(
                    plan(
                            workspace,
                            plan.folder(),
                            Scope.all(plan.force()),
                            inputs(workspace, plan.folder())));
        }
        if (goal instanceof Goal.Check check) {
            GenerationPlan plan =
                    plan(
                            workspace,
                            check.folder(),
                            Scope.build(check.module()),
                            inputs(workspace, check.folder()));
            return outcome.planned(plan.with(Check.of(plan, check.folder())));
        }
        if (goal instanceof Goal.Generate all) {
            return generate(
                    outcome, workspace, all.folder(), Scope.all(all.force()), all.progress());
        }
        if (goal instanceof Goal.Build build) {
            return generate(
                    outcome, workspace, build.folder(), Scope.build(build.module()), file -> {});
        }
        return outcome;
    }

    private Outcome generate(
            Outcome validated,
            WorkspaceModel workspace,
            OutputFolder folder,
            Scope scope,
            Consumer<RelativePath> progress) {
        Map<RelativePath, Digest> inputs = inputs(workspace, folder);
        GenerationPlan plan = plan(workspace, folder, scope, inputs);
        Outcome outcome = validated.planned(plan);
        if (plan.isRefused()) {
            return outcome;
        }
        Workspace output = new Workspace(folder);
        Applied applied = output.apply(plan, progress);
        if (applied.isComplete()) {
            // With the migrations that there are by now.
            Rendered now = Rendered.of(inputs(workspace, folder), plan.settled());
            if (!now.equals(Rendered.read(folder))) {
                output.remember(now.text());
            }
        }
        return outcome.applied(applied);
    }

    /**
     * Makes what builds made so far a part of the project: changes the word in the spec that says
     * so, and goes on to the files. Where they cannot be written, the spec is as it was.
     *
     * @param progress is told each file that is done
     * @throws IOException if the spec cannot be written
     */
    public Outcome eject(Path spec, OutputFolder folder, Consumer<RelativePath> progress)
            throws IOException {
        Outcome outcome = run(spec, new Goal.Validate());
        Optional<WorkspaceSpec> written = steps.reader().apply(spec, name(spec)).value();
        if (outcome.hasErrors() || written.isEmpty()) {
            return outcome;
        }
        Optional<Text> option =
                written.get().options().generated().filter(word -> word.value().equals("build"));
        if (option.isEmpty()) {
            return outcome.with(
                    ProjectRules.NOTHING_TO_EJECT.at(
                            written.get().name().span(),
                            "this spec does not say `generated: build`"));
        }
        Path file = Path.of(option.get().span().file().name());
        String before = Files.readString(file);
        String after =
                SpecEdit.replace(before, option.get().span().start(), "build", "source")
                        .orElseThrow(() -> new IOException(file + " was changed just now"));
        WholeFile.write(file, after);
        Outcome ejected = run(spec, new Goal.Generate(folder, false, progress));
        if (ejected.applied().isEmpty()) {
            WholeFile.write(file, before);
        }
        return ejected;
    }

    /**
     * The full form of a spec, in which nothing is left to be inferred; absent when the spec has
     * errors.
     */
    public Validated<String> expand(Path spec) {
        Outcome outcome = run(spec, new Goal.Validate());
        return new Validated<>(
                outcome.model().filter(model -> !outcome.hasErrors()).map(steps.printer()),
                outcome.diagnostics());
    }

    /**
     * What a spec leaves to people, and how the files of its project stand to it; absent when the
     * spec has errors. Nothing is written.
     *
     * @param folder where the project was generated, to look at what its people wrote
     * @throws IOException if nothing of the spec was generated there, or it cannot be read
     */
    public Validated<ProjectStatus> status(Path spec, Optional<OutputFolder> folder)
            throws IOException {
        Outcome outcome = run(spec, new Goal.Validate());
        if (outcome.hasErrors() || outcome.model().isEmpty()) {
            return Validated.failed(outcome.diagnostics());
        }
        WorkspaceModel workspace = outcome.model().get();
        Validated<List<UndecidedCommand>> undecided = Status.undecided(workspace, folder);
        Set<Diagnostic> findings = new LinkedHashSet<>(outcome.diagnostics());
        findings.addAll(undecided.diagnostics());
        Optional<List<FileStatus>> files = Optional.empty();
        if (folder.isPresent()) {
            // What a file would be now is known of those that are rendered.
            GenerationPlan plan = plan(workspace, folder.get(), Scope.all(false), Map.of());
            findings.addAll(FileStatuses.obstacles(plan));
            files = Optional.of(FileStatuses.of(folder.get(), plan));
        }
        Optional<List<FileStatus>> found = files;
        return new Validated<>(
                undecided.value().map(commands -> new ProjectStatus(commands, found)),
                List.copyOf(findings));
    }

    private Validated<WorkspaceModel> validated(WorkspaceModel model) {
        List<Diagnostic> findings = new ArrayList<>(steps.validators().apply(model));
        Optional<Diagnostic> wrong =
                model.former()
                        .flatMap(
                                then ->
                                        steps.validators().apply(then).stream()
                                                .filter(Diagnostic::isError)
                                                .findFirst());
        // Emitters are promised a valid model.
        wrong.ifPresent(error -> findings.add(RenameRules.notFollowed(model, error)));
        return Validated.of(
                wrong.isPresent() ? model.withFormer(Optional.empty()) : model, findings);
    }

    private Map<RelativePath, Digest> inputs(WorkspaceModel workspace, OutputFolder folder) {
        return identity.get()
                .map(
                        generator ->
                                Rendered.inputs(
                                        workspace,
                                        generator,
                                        steps.printer(),
                                        migrations(workspace, folder)))
                .orElse(Map.of());
    }

    /** What is there of each context's migrations. */
    private static Function<ContextModel, MigrationHistory> migrations(
            WorkspaceModel workspace, OutputFolder folder) {
        WorkspaceNames names = WorkspaceNames.of(workspace);
        return context -> {
            RelativePath migrations = new RelativePath(names.migrationFolder(context));
            try {
                return new MigrationHistory(
                        folder.readIfPresent(migrations.resolve(MigrationHistory.SNAPSHOT))
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                        folder.filesIn(migrations).stream()
                                .map(
                                        file ->
                                                file.value()
                                                        .substring(migrations.value().length() + 1))
                                .toList());
            } catch (IOException e) {
                // Whoever plans to write there finds what the matter is.
                return MigrationHistory.NONE;
            }
        };
    }

    private GenerationPlan plan(
            WorkspaceModel workspace,
            OutputFolder folder,
            Scope scope,
            Map<RelativePath, Digest> inputs) {
        List<Diagnostic> findings = Collections.synchronizedList(new ArrayList<>());
        List<PartFiles> files =
                emitters.emit(workspace, migrations(workspace, folder), findings::add);
        GenerationPlan plan =
                new Planner(folder, GeneratorVersion.CURRENT, scope)
                        .plan(files, Rendered.read(folder).from(inputs));
        // What is wrong with the emitters is known only now: they made their files while the
        // planner took them.
        return plan.with(findings);
    }

    private static String name(Path spec) {
        return spec.toString().replace(spec.getFileSystem().getSeparator(), "/");
    }
}
