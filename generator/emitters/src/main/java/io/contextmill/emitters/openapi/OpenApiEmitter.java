package io.contextmill.emitters.openapi;

import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.GeneratedFolder;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.json.JsonText;
import io.contextmill.model.WorkspaceModel.Generated;
import java.util.stream.Stream;

/** The contract of a context's HTTP edge. */
public final class OpenApiEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("openapi");

    /** The contract. */
    public OpenApiEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        String text = JsonText.of(new OpenApiDocument(ContextTypes.of(context)).content());
        RelativePath path =
                new RelativePath(
                        GeneratedFolder.PROGRAM.resources(Generated.SOURCE)
                                + "/"
                                + context.names().staticFiles()
                                + "/openapi.json");
        return Stream.of(
                new GeneratedFile(path, Ownership.GENERATED, text, context.context().origin(), ID));
    }
}
