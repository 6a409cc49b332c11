package io.contextmill.pipeline;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import io.contextmill.expand.SpecPrinter;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.spec.SpecReader;
import io.contextmill.spec.WorkspaceSpec;
import io.contextmill.validation.Validators;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The steps between a spec and its files.
 *
 * @param reader from a path, and what findings call it, to what was written
 * @param linker from what was written to what was meant
 * @param validators from what was meant to what is wrong with it
 * @param printer from what was meant to a spec that says all of it
 */
public record Steps(
        BiFunction<Path, String, Validated<WorkspaceSpec>> reader,
        Function<WorkspaceSpec, Validated<WorkspaceModel>> linker,
        Function<WorkspaceModel, List<Diagnostic>> validators,
        Function<WorkspaceModel, String> printer) {

    /** The generator's own. */
    public static Steps standard() {
        return new Steps(
                new SpecReader()::read, Linker::link, Validators::validate, SpecPrinter::print);
    }
}
