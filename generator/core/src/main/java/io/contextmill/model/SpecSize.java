package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.Text;
import io.contextmill.spec.WorkspaceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Refuses what no context is meant to hold, before anything is compared with anything: more than
 * {@value #MOST_NAMES} things of a kind or values of an enum, more than {@value #MOST_FIELDS}
 * fields of one thing.
 */
final class SpecSize {
    private static final int MOST_NAMES = 1000;
    private static final int MOST_FIELDS = 200;

    private final List<Diagnostic> findings = new ArrayList<>();

    private SpecSize() {}

    /** What is too large, in a list that others may add to. */
    static List<Diagnostic> check(WorkspaceSpec spec) {
        SpecSize size = new SpecSize();
        size.names("contexts", spec.contexts(), ContextSpec::name);
        spec.contexts().forEach(size::context);
        return size.findings;
    }

    private void context(ContextSpec spec) {
        names("types", spec.types(), ContextSpec.TypeSpec::name);
        names("value objects", spec.values(), ContextSpec.ValueObjectSpec::name);
        spec.values().forEach(value -> fields(value.name(), Optional.of(value.fields())));
        names("aggregates", spec.aggregates(), ContextSpec.AggregateSpec::name);
        names("events", spec.events(), ContextSpec.EventSpec::name);
        names("commands", spec.commands(), ContextSpec.CommandSpec::name);
        names("read models", spec.readModels(), ContextSpec.ReadModelSpec::name);
        names("queries", spec.queries(), ContextSpec.QuerySpec::name);
        names("scenarios", spec.scenarios(), ContextSpec.ScenarioSpec::name);
        spec.types().forEach(type -> names("values", type.values(), value -> value));
        for (ContextSpec.AggregateSpec aggregate : spec.aggregates()) {
            fields(aggregate.name(), aggregate.fields());
            names("entities", aggregate.entities(), ContextSpec.EntitySpec::name);
            aggregate
                    .entities()
                    .forEach(entity -> fields(entity.name(), Optional.of(entity.fields())));
        }
        spec.events().forEach(event -> fields(event.name(), event.fields()));
        spec.commands().forEach(command -> fields(command.name(), command.fields()));
        spec.readModels().forEach(readModel -> fields(readModel.name(), readModel.fields()));
    }

    private <T> void names(String kind, List<T> things, Function<T, Text> name) {
        if (things.size() > MOST_NAMES) {
            report(
                    name.apply(things.get(MOST_NAMES)).span(),
                    "there are "
                            + things.size()
                            + " "
                            + kind
                            + ", and no more than "
                            + MOST_NAMES
                            + " are possible",
                    kind.equals("contexts")
                            ? "make several workspaces of it"
                            : "make several contexts of it");
        }
    }

    private void fields(Text owner, Optional<List<FieldSpec>> fields) {
        if (fields.isPresent() && fields.get().size() > MOST_FIELDS) {
            report(
                    fields.get().get(MOST_FIELDS).name().span(),
                    quoted(owner.value())
                            + " has "
                            + fields.get().size()
                            + " fields, and no more than "
                            + MOST_FIELDS
                            + " are possible",
                    "make several things of it");
        }
    }

    private void report(SourceSpan span, String message, String hint) {
        findings.add(LinkRules.TOO_LARGE.at(span, message, hint));
    }
}
