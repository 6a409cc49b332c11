package io.contextmill.pipeline;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import io.contextmill.expand.SpecPrinter;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.source.Node;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.SpecDecoder;
import io.contextmill.validation.Validators;
import java.util.List;
import java.util.function.Function;

/**
 * The steps between the nodes of a spec and its files.
 *
 * @param decoder from nodes to what was written
 * @param linker from what was written to what was meant
 * @param validators from what was meant to what is wrong with it
 * @param printer from what was meant to a spec that says all of it
 */
public record Steps(
        Function<Node, Validated<ContextSpec>> decoder,
        Function<ContextSpec, Validated<WorkspaceModel>> linker,
        Function<WorkspaceModel, List<Diagnostic>> validators,
        Function<WorkspaceModel, String> printer) {

    /** The generator's own. */
    public static Steps standard() {
        return new Steps(
                SpecDecoder::decode, Linker::link, Validators::validate, SpecPrinter::print);
    }
}
