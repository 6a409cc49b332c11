package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.CollaborationSpec;
import io.contextmill.spec.CollaborationSpec.NeedsOf;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EntitySpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.FromSpec;
import io.contextmill.spec.ContextSpec.GuardSpec;
import io.contextmill.spec.ContextSpec.ReadModelSpec;
import io.contextmill.spec.ContextSpec.TypeSpec;
import io.contextmill.spec.ContextSpec.ValueObjectSpec;
import io.contextmill.spec.Text;
import io.contextmill.spec.UpstreamSpec;
import io.contextmill.spec.UpstreamSpec.OperationSpec;
import io.contextmill.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reports what is called the same, or the same but for case and underscores: the aggregates,
 * entities, ids, types, events, commands, read models and queries of a context, which all become
 * classes; its policies, sagas and timers; its upstreams and their operations; the values of an
 * enum; the fields of one thing; the contexts of a workspace.
 */
final class DeclaredNames {
    private final List<Diagnostic> findings;

    private DeclaredNames(List<Diagnostic> findings) {
        this.findings = findings;
    }

    /** Looks at everything that a spec declares. */
    static void check(ContextSpec spec, List<Diagnostic> findings) {
        new DeclaredNames(findings).check(spec);
    }

    /** Looks at the names of the contexts themselves. */
    static void checkContexts(List<ContextSpec> contexts, List<Diagnostic> findings) {
        DeclaredNames names = new DeclaredNames(findings);
        Map<String, Declaration> declared = new HashMap<>();
        contexts.forEach(context -> names.declare(declared, context.name(), "context"));
    }

    private record Declaration(Text name, String kind) {}

    private void check(ContextSpec spec) {
        Map<String, Declaration> classes = new HashMap<>();
        for (TypeSpec type : spec.types()) {
            declare(classes, type.name(), "type");
            Map<String, Declaration> values = new HashMap<>();
            type.values()
                    .forEach(
                            value ->
                                    declare(
                                            values,
                                            value,
                                            "value of " + quoted(type.name().value())));
        }
        for (ValueObjectSpec value : spec.values()) {
            declare(classes, value.name(), "type");
            fields(value.name(), Optional.of(value.fields()));
        }
        for (AggregateSpec aggregate : spec.aggregates()) {
            declare(classes, aggregate.name(), "aggregate");
            aggregate.id().ifPresent(id -> declare(classes, id.name(), "id"));
            fields(aggregate.name(), aggregate.fields());
            for (EntitySpec entity : aggregate.entities()) {
                declare(classes, entity.name(), "entity");
                entity.id().ifPresent(id -> declare(classes, id.name(), "id"));
                fields(entity.name(), Optional.of(entity.fields()));
            }
        }
        for (EventSpec event : spec.events()) {
            declare(classes, event.name(), "event");
            fields(event.name(), event.fields());
        }
        for (CommandSpec command : spec.commands()) {
            declare(classes, command.name(), "command");
            fields(command.name(), command.fields());
        }
        rejections(spec, classes);
        for (ReadModelSpec readModel : spec.readModels()) {
            declare(classes, readModel.name(), "read model");
            fields(readModel.name(), readModel.fields());
        }
        spec.queries().forEach(query -> declare(classes, query.name(), "query"));
        collaboration(spec.collaboration());
        Map<String, Declaration> scenarios = new HashMap<>();
        spec.scenarios().forEach(scenario -> declare(scenarios, scenario.name(), "scenario"));
    }

    private void collaboration(CollaborationSpec spec) {
        Map<String, Declaration> processes = new HashMap<>();
        spec.policies().forEach(policy -> declare(processes, policy.name(), "policy"));
        spec.sagas().forEach(saga -> declare(processes, saga.name(), "saga"));
        spec.timers().forEach(timer -> declare(processes, timer.name(), "timer"));
        Map<String, Declaration> upstreams = new HashMap<>();
        for (UpstreamSpec upstream : spec.upstreams()) {
            declare(upstreams, upstream.name(), "upstream");
            Map<String, Declaration> operations = new HashMap<>();
            for (OperationSpec operation : upstream.operations()) {
                declare(
                        operations,
                        operation.name(),
                        "operation of " + quoted(upstream.name().value()));
                fields(operation.name(), Optional.of(operation.request()));
                fields(operation.name(), Optional.of(operation.response()));
            }
        }
        for (NeedsOf needs : spec.needs()) {
            Map<String, Declaration> results = new HashMap<>();
            Stream.concat(needs.needs().calls().stream(), needs.needs().reads().stream())
                    .forEach(
                            use ->
                                    declare(
                                            results,
                                            use.name(),
                                            "result for " + quoted(needs.name().value())));
        }
    }

    /** The same rejection may be that of several commands. */
    private void rejections(ContextSpec spec, Map<String, Declaration> classes) {
        Set<String> declared = new HashSet<>();
        for (CommandSpec command : spec.commands()) {
            Stream.concat(
                            command.from().flatMap(FromSpec::rejects).stream(),
                            command.guards().stream().map(GuardSpec::name))
                    .filter(name -> declared.add(name.value()))
                    .forEach(name -> declare(classes, name, "rejection"));
        }
        for (AggregateSpec aggregate : spec.aggregates()) {
            Map<String, Declaration> invariants = new HashMap<>();
            for (GuardSpec invariant : aggregate.invariants()) {
                Text name = invariant.name();
                declare(invariants, name, "invariant of " + quoted(aggregate.name().value()));
                String rejection = BehaviourLinker.rejection(name.value());
                if (declared.add(rejection)) {
                    declare(classes, new Text(rejection, name.span()), "rejection");
                }
            }
        }
    }

    private void fields(Text owner, Optional<List<FieldSpec>> fields) {
        Map<String, Declaration> declared = new HashMap<>();
        fields.orElse(List.of())
                .forEach(
                        field ->
                                declare(
                                        declared,
                                        field.name(),
                                        "field of " + quoted(owner.value())));
    }

    private static String twice(String kind, Declaration before) {
        String name = quoted(before.name().value());
        return kind.equals(before.kind())
                ? kind + " " + name + " is declared twice"
                : kind + " " + name + " is called as the " + before.kind() + " is";
    }

    private void declare(Map<String, Declaration> declared, Text name, String kind) {
        Declaration here = new Declaration(name, kind);
        Declaration before = declared.putIfAbsent(Words.fold(name.value()), here);
        if (before == null) {
            return;
        }
        boolean same = before.name().value().equals(name.value());
        Diagnostic finding =
                same
                        ? LinkRules.DUPLICATE_NAME.at(
                                name.span(), twice(kind, before), "rename one of them")
                        : LinkRules.SIMILAR_NAME.at(
                                name.span(),
                                kind
                                        + " "
                                        + quoted(name.value())
                                        + " differs from the "
                                        + before.kind()
                                        + " "
                                        + quoted(before.name().value())
                                        + " only in case or underscores",
                                "rename one of them");
        findings.add(
                finding.relatedTo(
                        before.name().span(), "the " + before.kind() + " is declared here"));
    }
}
