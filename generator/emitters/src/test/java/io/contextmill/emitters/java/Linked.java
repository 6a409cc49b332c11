package io.contextmill.emitters.java;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.model.ContextModel;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import java.util.stream.Collectors;

/** Models of specs as tests need them. */
final class Linked {
    private Linked() {}

    /** The only context of a spec without errors. */
    static ContextModel context(String yaml) {
        Validated<WorkspaceModel> linked =
                new YamlReader()
                        .read(new SourceFile("spec.yaml", yaml))
                        .then(SpecDecoder::decode)
                        .then(Linker::link);
        return linked.value()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        linked.diagnostics().stream()
                                                .filter(Diagnostic::isError)
                                                .map(Diagnostic::toString)
                                                .collect(Collectors.joining("\n"))))
                .contexts()
                .get(0);
    }
}
