package io.contextmill.emit;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files and contexts for tests that care about neither a spec nor an emitter. */
public final class SampleFiles {
    private static final SourceFile SPEC = new SourceFile("order.yaml", "context: Order\n");

    private SampleFiles() {}

    /** A context without anything in it. */
    public static ContextModel context(String name) {
        return new ContextModel(
                name,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SPEC.start());
    }

    /** A workspace of one such context. */
    public static WorkspaceModel workspace() {
        WorkspaceModel.Options options =
                new WorkspaceModel.Options(
                        "com.example.order",
                        17,
                        WorkspaceModel.Target.SPRING_BOOT,
                        WorkspaceModel.Database.POSTGRESQL,
                        WorkspaceModel.Generated.SOURCE);
        return new WorkspaceModel("Order", true, options, List.of(context("Order")));
    }

    /** A file of the generator. */
    public static GeneratedFile generated(String path, String text) {
        return file("domain", Ownership.GENERATED, path, text);
    }

    /** A file that becomes people's. */
    public static GeneratedFile scaffolded(String path, String text) {
        return file("domain", Ownership.SCAFFOLDED, path, text);
    }

    /** A migration. */
    public static GeneratedFile appendOnce(String path, String text) {
        return file("postgres", Ownership.APPEND_ONCE, path, text);
    }

    /** Any file. */
    public static GeneratedFile file(
            String emitter, Ownership ownership, String path, String text) {
        return new GeneratedFile(
                new RelativePath(path), ownership, text, SPEC.start(), new EmitterId(emitter));
    }

    /** These files as those of one context. */
    public static List<PartFiles> of(GeneratedFile... files) {
        return List.of(new PartFiles(Optional.of(context("Order")), Stream.of(files)));
    }
}
