package io.contextmill.maven;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticText;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratedFolder;
import io.contextmill.model.WorkspaceModel.Generated;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.OutputFolder;
import io.contextmill.spec.SpecReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** A project that is generated from a spec, as one of its modules sees it. */
final class SpecProject {
    /** One for each output folder: modules that are built at once write to the same one. */
    private static final Map<Path, Object> TURNS = new ConcurrentHashMap<>();

    /** How long to wait for another process, an editor perhaps, that writes to the same folder. */
    private static final int SECONDS_TO_WAIT = 30;

    /** What is kept of a build as long as it goes on. */
    private final Map<String, Object> build;

    private final Path spec;
    private final Path out;
    private final Path module;

    private SpecProject(Map<String, Object> build, Path spec, Path out, Path module) {
        this.build = build;
        this.spec = spec;
        this.out = out;
        this.module = module;
    }

    /**
     * What a project of a build is a module of.
     *
     * @throws MojoFailureException if there is no spec where one is looked for
     */
    static SpecProject of(
            MavenSession session, MavenProject project, Optional<Path> spec, Optional<Path> out)
            throws MojoFailureException {
        Path module = project.getBasedir().toPath().toAbsolutePath().normalize();
        Map<String, Object> build = session.getRequest().getData();
        if (spec.isPresent()) {
            return new SpecProject(build, spec.get(), out.orElse(module), module);
        }
        Path found =
                foldersUpFrom(module)
                        .filter(folder -> Files.exists(folder.resolve(SpecReader.WORKSPACE_FILE)))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new MojoFailureException(
                                                "there is no "
                                                        + SpecReader.WORKSPACE_FILE
                                                        + " in "
                                                        + module
                                                        + " or above; name the spec with <spec> or"
                                                        + " -Dcontextmill.spec"));
        return new SpecProject(
                build, found.resolve(SpecReader.WORKSPACE_FILE), out.orElse(found), module);
    }

    private static Stream<Path> foldersUpFrom(Path module) {
        return Stream.concat(
                Stream.of(module),
                Stream.iterate(
                        module.getParent(),
                        folder -> folder != null && Files.exists(folder.resolve("pom.xml")),
                        Path::getParent));
    }

    /**
     * Runs the generator, unless it has done the same in this build. Findings name files by their
     * full paths: where a build was started says nothing about where its modules are.
     *
     * @param goal from the output folder and the folder of the module in it
     */
    Outcome run(BiFunction<OutputFolder, String, Goal> goal) {
        synchronized (TURNS.computeIfAbsent(out, folder -> new Object())) {
            Goal wanted = goal.apply(new OutputFolder(out), folderOfModule());
            String ofAll = "contextmill " + wanted.getClass().getName() + " " + spec + " " + out;
            if (build.get(ofAll) instanceof Outcome before) {
                return before;
            }
            Outcome outcome = patiently(wanted);
            if (outcome.model().map(model -> model.options().generated()).stream()
                    .noneMatch(Generated.BUILD::equals)) {
                // Nothing of it is of one module only.
                build.put(ofAll, outcome);
            }
            return outcome;
        }
    }

    private Outcome patiently(Goal goal) {
        Pipeline pipeline =
                new Pipeline(Steps.standard(), Emitters.load(SpecProject.class.getClassLoader()));
        Outcome outcome = pipeline.run(spec, goal);
        for (int i = 0; i < SECONDS_TO_WAIT && outcome.isDisturbed(); i++) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return outcome;
            }
            outcome = pipeline.run(spec, goal);
        }
        return outcome;
    }

    /**
     * Those of the findings that nobody was told of in this build: a module has most of them in
     * common with the others.
     */
    List<Diagnostic> untold(List<Diagnostic> findings) {
        synchronized (TURNS.computeIfAbsent(out, folder -> new Object())) {
            return findings.stream().filter(this::isUntold).toList();
        }
    }

    private boolean isUntold(Diagnostic finding) {
        String text = DiagnosticText.plain().render(List.of(finding));
        return build.putIfAbsent("contextmill told " + text, out) == null;
    }

    /** With a slash behind it; empty for the project as a whole. */
    private String folderOfModule() {
        String path = out.relativize(module).toString().replace('\\', '/');
        return path.isEmpty() ? "" : path + "/";
    }

    /** Has Maven compile and package what is generated of this module. */
    void addRootsTo(MavenProject project, Generated where) {
        folder(GeneratedFolder.PROGRAM.java(where)).ifPresent(project::addCompileSourceRoot);
        folder(GeneratedFolder.TESTS.java(where)).ifPresent(project::addTestCompileSourceRoot);
        folder(GeneratedFolder.PROGRAM.resources(where))
                .filter(folder -> project.getResources().stream().noneMatch(is(folder)))
                .ifPresent(folder -> project.addResource(resource(folder)));
        folder(GeneratedFolder.TESTS.resources(where))
                .filter(folder -> project.getTestResources().stream().noneMatch(is(folder)))
                .ifPresent(folder -> project.addTestResource(resource(folder)));
    }

    private Optional<String> folder(String path) {
        return Optional.of(module.resolve(path)).filter(Files::isDirectory).map(Path::toString);
    }

    private static Predicate<Resource> is(String folder) {
        return resource -> folder.equals(resource.getDirectory());
    }

    private static Resource resource(String folder) {
        Resource resource = new Resource();
        resource.setDirectory(folder);
        return resource;
    }
}
