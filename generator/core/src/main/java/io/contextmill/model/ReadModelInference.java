package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.ProjectionSpec;
import io.contextmill.spec.ContextSpec.ReadModelSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rule 5, first half: read models.
 *
 * <p>An aggregate that no declared read model is about gets {@code <Aggregate>Summary}, or {@code
 * <Aggregate>Overview} where something else is called so.
 *
 * <p>A read model is about the aggregate whose id's type its key has; where that cannot be seen,
 * the first id among its fields, the first event that it projects, and at last its name decide.
 * What is left out is then filled in: its key is the field of the id's type, called as the
 * aggregate is; it projects all events of the aggregate, in their order; and its fields are the
 * key, and of the aggregate's fields those that the events tell: the field of the lifecycle, and
 * fields that one of the events carries under the same name and type.
 */
final class ReadModelInference implements InferenceRule {
    @Override
    public ContextSpec complete(ContextSpec spec, List<Diagnostic> findings) {
        return new Round(spec, findings).complete();
    }

    /** The type of a read model's key, where both are said. */
    static Optional<String> typeOfKey(ReadModelSpec readModel) {
        return readModel.key().stream()
                .flatMap(
                        key ->
                                readModel.fields().orElse(List.of()).stream()
                                        .filter(field -> field.name().value().equals(key.value())))
                .map(field -> field.type().name().value())
                .findFirst();
    }

    /** One spec on its way through the rule. */
    private static final class Round {
        private final ContextSpec spec;
        private final List<Diagnostic> findings;
        private final EventOwners owners;
        private final AggregateByName byName;
        private final SpecNames names;
        private final Map<String, List<EventSpec>> eventsByOwner = new HashMap<>();

        Round(ContextSpec spec, List<Diagnostic> findings) {
            this.spec = spec;
            this.findings = findings;
            this.owners = new EventOwners(spec);
            this.byName = new AggregateByName(spec);
            this.names = new SpecNames(spec);
            for (EventSpec event : spec.events()) {
                owners.owner(event)
                        .ifPresent(
                                owner ->
                                        eventsByOwner
                                                .computeIfAbsent(owner, any -> new ArrayList<>())
                                                .add(event));
            }
        }

        ContextSpec complete() {
            List<ReadModelSpec> readModels = new ArrayList<>();
            Set<String> covered = new HashSet<>();
            for (ReadModelSpec declared : spec.readModels()) {
                Optional<AggregateSpec> aggregate = aggregateOf(declared);
                // The linker reports a read model of which nothing can be said.
                readModels.add(aggregate.map(found -> completed(declared, found)).orElse(declared));
                aggregate.ifPresent(found -> covered.add(found.name().value()));
            }
            for (AggregateSpec aggregate : spec.aggregates()) {
                if (covered.add(aggregate.name().value())) {
                    readModels.add(summary(aggregate));
                }
            }
            return spec.withReadModels(readModels);
        }

        private Optional<AggregateSpec> aggregateOf(ReadModelSpec readModel) {
            return typeOfKey(readModel)
                    .flatMap(this::withId)
                    .or(() -> byFirstId(readModel))
                    .or(() -> byFirstEvent(readModel))
                    .or(() -> byName(readModel));
        }

        private Optional<AggregateSpec> byFirstId(ReadModelSpec readModel) {
            return readModel.fields().orElse(List.of()).stream()
                    .map(field -> withId(field.type().name().value()))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private Optional<AggregateSpec> withId(String idType) {
            return spec.aggregates().stream()
                    .filter(aggregate -> IdentityInference.idName(aggregate).equals(idType))
                    .findFirst();
        }

        private Optional<AggregateSpec> byFirstEvent(ReadModelSpec readModel) {
            return readModel.projects().orElse(List.of()).stream()
                    .flatMap(
                            projection ->
                                    spec.events().stream()
                                            .filter(
                                                    event ->
                                                            event.name()
                                                                    .value()
                                                                    .equals(
                                                                            projection
                                                                                    .event()
                                                                                    .value())))
                    .map(owners::owner)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .flatMap(this::aggregate);
        }

        private Optional<AggregateSpec> byName(ReadModelSpec readModel) {
            var choice = byName.ofNoun(readModel.name().value());
            choice.filter(AggregateByName.Choice::guess)
                    .ifPresent(
                            guess ->
                                    findings.add(
                                            InferenceRules.GUESSED_READ_MODEL.at(
                                                    readModel.name().span(),
                                                    quoted(readModel.name().value())
                                                            + " is about "
                                                            + quoted(guess.aggregate())
                                                            + ", "
                                                            + guess.reason()
                                                            + "; that is a guess",
                                                    "say which events it `projects`")));
            return choice.map(AggregateByName.Choice::aggregate).flatMap(this::aggregate);
        }

        private Optional<AggregateSpec> aggregate(String name) {
            return spec.aggregates().stream()
                    .filter(aggregate -> aggregate.name().value().equals(name))
                    .findFirst();
        }

        private ReadModelSpec summary(AggregateSpec aggregate) {
            SourceSpan span = aggregate.name().span();
            String name =
                    names.take(
                            aggregate.name().value() + "Summary",
                            aggregate.name().value() + "Overview");
            ReadModelSpec empty =
                    new ReadModelSpec(
                            new Text(name, span),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            return completed(empty, aggregate);
        }

        private ReadModelSpec completed(ReadModelSpec readModel, AggregateSpec aggregate) {
            SourceSpan span = readModel.name().span();
            List<EventSpec> events =
                    eventsByOwner.getOrDefault(aggregate.name().value(), List.of());
            Text key = readModel.key().orElseGet(() -> new Text(keyIn(readModel, aggregate), span));
            List<ProjectionSpec> projects =
                    readModel
                            .projects()
                            .orElseGet(
                                    () ->
                                            events.stream()
                                                    .map(
                                                            event ->
                                                                    ProjectionSpec.of(
                                                                            new Text(
                                                                                    event.name()
                                                                                            .value(),
                                                                                    span)))
                                                    .toList());
            List<FieldSpec> fields =
                    new ArrayList<>(
                            readModel.fields().orElseGet(() -> told(aggregate, events, key)));
            if (fields.stream().noneMatch(field -> field.name().value().equals(key.value()))) {
                fields.add(
                        0,
                        new FieldSpec(
                                new Text(key.value(), span),
                                Expressions.plain(IdentityInference.idName(aggregate), span)));
            }
            if (readModel.key().isEmpty()
                    || readModel.fields().isEmpty()
                    || readModel.projects().isEmpty()) {
                findings.add(
                        InferenceRules.READ_MODEL.at(
                                span,
                                quoted(aggregate.name().value())
                                        + " is shown by "
                                        + quoted(readModel.name().value())
                                        + ", with "
                                        + Phrases.names(
                                                fields.stream()
                                                        .map(field -> field.name().value())
                                                        .toList())
                                        + from(projects)));
            }
            return new ReadModelSpec(
                    readModel.name(),
                    readModel.description(),
                    Optional.of(key),
                    Optional.of(fields),
                    Optional.of(projects));
        }

        private static String from(List<ProjectionSpec> projects) {
            return projects.isEmpty()
                    ? ""
                    : " from "
                            + Phrases.names(
                                    projects.stream()
                                            .map(projection -> projection.event().value())
                                            .toList());
        }

        private static String keyIn(ReadModelSpec readModel, AggregateSpec aggregate) {
            String id = IdentityInference.idName(aggregate);
            return readModel.fields().orElse(List.of()).stream()
                    .filter(field -> field.type().name().value().equals(id))
                    .map(field -> field.name().value())
                    .findFirst()
                    .orElse(Words.of(aggregate.name().value()).camel());
        }

        private static List<FieldSpec> told(
                AggregateSpec aggregate, List<EventSpec> events, Text key) {
            Set<String> told = new HashSet<>();
            events.stream()
                    .map(EventSpec::fields)
                    .flatMap(Optional::stream)
                    .flatMap(List::stream)
                    .forEach(field -> told.add(nameAndType(field)));
            Set<String> computed = new HashSet<>();
            events.forEach(event -> event.sets().forEach(set -> computed.add(set.field().value())));
            Optional<String> lifecycle = aggregate.lifecycle().map(cycle -> cycle.field().value());
            return aggregate.fields().orElse(List.of()).stream()
                    .filter(
                            field ->
                                    told.contains(nameAndType(field))
                                            || computed.contains(field.name().value())
                                            || lifecycle
                                                    .filter(field.name().value()::equals)
                                                    .isPresent())
                    .filter(field -> !field.name().value().equals(key.value()))
                    .filter(
                            field ->
                                    !field.type()
                                            .name()
                                            .value()
                                            .equals(IdentityInference.idName(aggregate)))
                    .toList();
        }

        private static String nameAndType(FieldSpec field) {
            return field.name().value() + ": " + field.type().name().value();
        }
    }
}
