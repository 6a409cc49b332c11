package io.contextmill.cli;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.pipeline.Pipeline;
import java.util.List;
import java.util.function.Supplier;

/**
 * What commands work with.
 *
 * @param pipeline made when a command needs it, for some need none
 * @param rules all rules of the generator, made when a command needs them
 */
record Session(
        Supplier<Pipeline> pipeline, Supplier<List<RuleDescription>> rules, Console console) {}
