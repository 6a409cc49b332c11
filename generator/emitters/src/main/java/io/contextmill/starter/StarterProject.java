package io.contextmill.starter;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.RelativePath;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.PlanRules;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import io.contextmill.spec.SpecReader;
import io.contextmill.templates.Templates;
import io.contextmill.templates.starter.StarterSpec;
import io.contextmill.templates.text.XmlText;
import io.contextmill.templates.text.YamlScalar;
import io.contextmill.validation.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that a project begins with: a spec, and around it what the generator makes of that spec
 * and a first build needs or a reader looks for. All else is made by that build.
 */
public final class StarterProject {
    static final String SPEC = SpecReader.WORKSPACE_FILE;
    static final String POM = "pom.xml";
    static final String README = "README.md";
    static final String GIT_IGNORE = ".gitignore";

    private static final List<String> GENERATED = List.of(GIT_IGNORE, README, POM);

    private final Emitters emitters;

    /**
     * @param emitters what makes the files that are not the spec
     */
    public StarterProject(Emitters emitters) {
        this.emitters = emitters;
    }

    /**
     * What is wrong with answers, by the rules of specs; none of them is used otherwise.
     *
     * @return errors only
     */
    public static List<Diagnostic> errors(Answers answers) {
        return model(spec(answers)).diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    /** The files, by their paths; absent where the answers have errors. */
    public Validated<SortedMap<RelativePath, String>> files(Answers answers) {
        String spec = spec(answers);
        return model(spec).then(model -> files(answers, spec, model));
    }

    private Validated<SortedMap<RelativePath, String>> files(
            Answers answers, String spec, WorkspaceModel model) {
        SortedMap<RelativePath, String> files = new TreeMap<>();
        files.put(new RelativePath(SPEC), spec);
        List<Diagnostic> findings = new ArrayList<>();
        for (PartFiles part : emitters.emit(model, findings::add)) {
            try (Stream<GeneratedFile> made = part.files()) {
                made.filter(file -> GENERATED.contains(file.path().value()))
                        .forEach(file -> files.put(file.path(), file.text()));
            }
        }
        files.computeIfPresent(
                new RelativePath(POM),
                (path, pom) ->
                        Coordinates.of(pom)
                                .withGroup(new XmlText(answers.group()).encoded())
                                .in(pom));
        return Validated.of(files, findings);
    }

    private static String spec(Answers answers) {
        return Templates.render(
                new StarterSpec(
                        new YamlScalar(answers.context()), new YamlScalar(answers.packageName())));
    }

    private static Validated<WorkspaceModel> model(String spec) {
        Validated<WorkspaceModel> model =
                new YamlReader()
                        .read(new SourceFile(SPEC, spec))
                        .then(SpecDecoder::decode)
                        .then(Linker::link)
                        .then(linked -> Validated.of(linked, Validators.validate(linked)));
        return model.hasErrors() ? Validated.failed(model.diagnostics()) : model;
    }

    /** Why no project can begin in a folder, if that is so. */
    public static Optional<Diagnostic> obstacle(OutputFolder folder) throws IOException {
        Path nearest = folder.nearestFolder();
        if (!Files.isDirectory(nearest)) {
            return Optional.of(
                    PlanRules.NOT_A_FOLDER.at(
                            folder.place(),
                            "there is something that is no folder",
                            "name a folder"));
        }
        if (!nearest.equals(folder.root())) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(nearest)) {
            return entries.findAny()
                    .map(
                            entry ->
                                    StarterRules.NOT_EMPTY.at(
                                            folder.place(),
                                            "the folder is not empty",
                                            "name one that is, or one that does not exist yet"));
        }
    }

    /**
     * Writes files into a folder that has none. What cannot be written whole is not left there.
     *
     * @throws IOException if one of them is there or cannot be written
     */
    public static void write(OutputFolder folder, Map<RelativePath, String> files)
            throws IOException {
        Files.createDirectories(folder.root());
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<RelativePath, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createFile(path);
                written.add(path);
                Files.writeString(path, file.getValue(), StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            for (Path path : written) {
                Files.deleteIfExists(path);
            }
            throw e;
        }
    }
}
