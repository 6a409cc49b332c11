package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.spec.CollaborationSpec.NeedsOf;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.QuerySpec;
import io.contextmill.spec.ContextSpec.SetSpec;
import io.contextmill.spec.ContextSpec.ValueObjectSpec;
import io.contextmill.spec.NeedsSpec.UseSpec;
import io.contextmill.spec.PolicySpec;
import io.contextmill.spec.SagaSpec;
import io.contextmill.spec.SagaSpec.StepSpec;
import io.contextmill.spec.Text;
import io.contextmill.spec.TimerSpec;
import io.contextmill.spec.UpstreamSpec;
import io.contextmill.spec.UpstreamSpec.OperationSpec;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks up what policies, sagas, timers, upstreams and needs name: in their own context, or in the
 * public language of another one of the workspace. Expressions are not looked into.
 */
final class CollaborationLinker {
    private final List<ContextSpec> contexts;
    private final ContextSpec here;
    private final Hints hints;
    private final List<Diagnostic> findings;

    private CollaborationLinker(
            List<ContextSpec> contexts, ContextSpec here, Hints hints, List<Diagnostic> findings) {
        this.contexts = contexts;
        this.here = here;
        this.hints = hints;
        this.findings = findings;
    }

    /**
     * Looks at all contexts of a workspace.
     *
     * @param complete the contexts with everything inferred
     */
    static void check(List<ContextSpec> complete, List<Diagnostic> findings) {
        Hints hints = new Hints();
        complete.forEach(
                context ->
                        new CollaborationLinker(complete, context, hints, findings).checkContext());
    }

    private void checkContext() {
        typesOfOthers();
        here.collaboration().policies().forEach(this::policy);
        here.collaboration().sagas().forEach(this::saga);
        here.collaboration().timers().forEach(this::timer);
        here.collaboration().upstreams().forEach(this::upstream);
        here.collaboration().needs().forEach(this::needs);
    }

    private void typesOfOthers() {
        Stream.of(
                        here.values().stream().map(ValueObjectSpec::fields),
                        here.aggregates().stream().flatMap(thing -> thing.fields().stream()),
                        here.events().stream().flatMap(thing -> thing.fields().stream()),
                        here.commands().stream().flatMap(thing -> thing.fields().stream()),
                        here.readModels().stream().flatMap(thing -> thing.fields().stream()))
                .flatMap(Function.identity())
                .flatMap(List::stream)
                .map(field -> field.type().name())
                .forEach(
                        name ->
                                before(name)
                                        .flatMap(this::context)
                                        .ifPresent(context -> type(behind(name), context)));
    }

    private void policy(PolicySpec policy) {
        policy.when().ifPresent(this::event);
        policy.otherwise().ifPresent(this::event);
        policy.then()
                .flatMap(this::command)
                .ifPresent(
                        target -> {
                            fields(policy.with(), target.name(), target.fields());
                            target.aggregate()
                                    .ifPresent(
                                            aggregate ->
                                                    fields(
                                                            policy.find(),
                                                            aggregate.name().value(),
                                                            stateOf(aggregate)));
                        });
    }

    private void saga(SagaSpec saga) {
        saga.starts()
                .ifPresent(
                        starts -> {
                            if (starts.command()) {
                                command(starts.name());
                            } else {
                                event(starts.name());
                            }
                        });
        saga.steps().forEach(this::step);
        saga.onFailure().ifPresent(this::command);
        for (Text policy : saga.policies()) {
            find(
                    policy,
                    ReferenceRules.UNKNOWN_POLICY,
                    "policy",
                    context -> context.collaboration().policies(),
                    PolicySpec::name);
        }
    }

    private void step(StepSpec step) {
        command(step.command())
                .ifPresent(target -> fields(step.with(), target.name(), target.fields()));
        step.compensation().ifPresent(this::command);
    }

    private void timer(TimerSpec timer) {
        timer.on().ifPresent(this::event);
        timer.cancelledBy().forEach(this::event);
        timer.then().ifPresent(this::command);
    }

    private void upstream(UpstreamSpec upstream) {
        if (!upstream.isExternal()) {
            context(upstream.name())
                    .ifPresent(context -> upstream.shares().forEach(type -> type(type, context)));
        }
    }

    private void type(Text name, ContextSpec context) {
        List<String> declared =
                Stream.concat(
                                context.types().stream().map(type -> type.name().value()),
                                context.values().stream().map(value -> value.name().value()))
                        .toList();
        if (!declared.contains(name.value())) {
            findings.add(
                    hints.unknownIn(
                            context.name().value(),
                            ReferenceRules.UNKNOWN_TYPE,
                            name,
                            "type",
                            declared));
        }
    }

    private void needs(NeedsOf needs) {
        needs.needs().calls().stream().map(UseSpec::of).forEach(this::operation);
        for (UseSpec read : needs.needs().reads()) {
            find(
                    read.of(),
                    ReferenceRules.UNKNOWN_QUERY,
                    "query",
                    ContextSpec::queries,
                    QuerySpec::name);
        }
    }

    private void operation(Text reference) {
        Text owner = before(reference).orElseThrow();
        Optional<UpstreamSpec> upstream =
                here.collaboration().upstreams().stream()
                        .filter(candidate -> candidate.name().value().equals(owner.value()))
                        .findFirst();
        if (upstream.isEmpty() && !isContext(owner)) {
            List<String> known = new ArrayList<>(contextNames());
            here.collaboration().upstreams().forEach(entry -> known.add(entry.name().value()));
            findings.add(
                    hints.unknown(
                            ReferenceRules.UNKNOWN_CONTEXT, owner, "context or upstream", known));
            return;
        }
        List<String> operations =
                upstream.map(UpstreamSpec::operations).orElse(List.of()).stream()
                        .map(OperationSpec::name)
                        .map(Text::value)
                        .toList();
        Text name = behind(reference);
        if (!operations.contains(name.value())) {
            findings.add(
                    hints.unknownIn(
                            owner.value(),
                            ReferenceRules.UNKNOWN_OPERATION,
                            name,
                            "operation",
                            operations));
        }
    }

    private void event(Text reference) {
        Optional<EventSpec> event =
                find(
                        reference,
                        ReferenceRules.UNKNOWN_EVENT,
                        "event",
                        ContextSpec::events,
                        EventSpec::name);
        boolean foreign =
                before(reference)
                        .filter(context -> !context.value().equals(here.name().value()))
                        .isPresent();
        event.filter(found -> foreign)
                .flatMap(EventSpec::visibility)
                .filter(said -> said.value().equals("private"))
                .ifPresent(
                        said ->
                                findings.add(
                                        ReferenceRules.PRIVATE_EVENT
                                                .at(
                                                        reference.span(),
                                                        quoted(reference.value())
                                                                + " is private: other contexts do not hear of it",
                                                        "say `visibility: public` on the event")
                                                .relatedTo(
                                                        event.get().name().span(),
                                                        "the event is declared here")));
    }

    /** A command with the fields that it can be given. */
    private record Target(CommandSpec command, Optional<AggregateSpec> aggregate) {
        String name() {
            return command.name().value();
        }

        List<String> fields() {
            List<String> fields = new ArrayList<>();
            aggregate.ifPresent(known -> fields.add(idField(known)));
            names(command.fields()).forEach(fields::add);
            return fields;
        }
    }

    private Optional<Target> command(Text reference) {
        return find(
                        reference,
                        ReferenceRules.UNKNOWN_COMMAND,
                        "command",
                        ContextSpec::commands,
                        CommandSpec::name)
                .map(
                        command ->
                                new Target(
                                        command,
                                        contexts.stream()
                                                .filter(
                                                        context ->
                                                                context.commands()
                                                                        .contains(command))
                                                .flatMap(context -> context.aggregates().stream())
                                                .filter(
                                                        aggregate ->
                                                                command.aggregate()
                                                                        .filter(
                                                                                name ->
                                                                                        name.value()
                                                                                                .equals(
                                                                                                        aggregate
                                                                                                                .name()
                                                                                                                .value()))
                                                                        .isPresent())
                                                .findFirst()));
    }

    private void fields(List<SetSpec> said, String owner, List<String> known) {
        for (SetSpec set : said) {
            if (!known.contains(set.field().value())) {
                findings.add(
                        hints.unknownIn(
                                owner, ReferenceRules.UNKNOWN_FIELD, set.field(), "field", known));
            }
        }
    }

    private static List<String> stateOf(AggregateSpec aggregate) {
        List<String> fields = new ArrayList<>(List.of(idField(aggregate)));
        names(aggregate.fields()).forEach(fields::add);
        return fields;
    }

    private static String idField(AggregateSpec aggregate) {
        return Words.of(aggregate.name().value()).camel();
    }

    private static Stream<String> names(Optional<List<FieldSpec>> fields) {
        return fields.stream().flatMap(List::stream).map(field -> field.name().value());
    }

    /** What a name, qualified or not, stands for; reported if there is no such thing. */
    private <T> Optional<T> find(
            Text reference,
            RuleDescription rule,
            String kind,
            Function<ContextSpec, List<T>> things,
            Function<T, Text> name) {
        Optional<Text> qualifier = before(reference);
        Optional<ContextSpec> context =
                qualifier.isPresent() ? context(qualifier.get()) : Optional.of(here);
        if (context.isEmpty()) {
            return Optional.empty();
        }
        Text wanted = behind(reference);
        List<T> all = things.apply(context.get());
        Optional<T> found =
                all.stream()
                        .filter(thing -> name.apply(thing).value().equals(wanted.value()))
                        .findFirst();
        if (found.isEmpty()) {
            findings.add(
                    hints.unknownIn(
                            context.get().name().value(),
                            rule,
                            wanted,
                            kind,
                            all.stream().map(name).map(Text::value).toList()));
        }
        return found;
    }

    private Optional<ContextSpec> context(Text name) {
        Optional<ContextSpec> context =
                contexts.stream()
                        .filter(candidate -> candidate.name().value().equals(name.value()))
                        .findFirst();
        if (context.isEmpty()) {
            findings.add(
                    hints.unknown(ReferenceRules.UNKNOWN_CONTEXT, name, "context", contextNames()));
        }
        return context;
    }

    private boolean isContext(Text name) {
        return contextNames().contains(name.value());
    }

    private List<String> contextNames() {
        return contexts.stream().map(context -> context.name().value()).toList();
    }

    private static Optional<Text> before(Text reference) {
        int dot = reference.value().indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(new Text(reference.value().substring(0, dot), reference.span()));
    }

    private static Text behind(Text reference) {
        return new Text(
                reference.value().substring(reference.value().indexOf('.') + 1), reference.span());
    }
}
