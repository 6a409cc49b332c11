package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.ScenarioModel.Items;
import io.contextmill.model.ScenarioModel.Parts;
import io.contextmill.model.ScenarioModel.Plain;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.model.ScenarioModel.Value;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.ValueType;
import io.contextmill.spec.ContextSpec.ItemsSpec;
import io.contextmill.spec.ContextSpec.PartsSpec;
import io.contextmill.spec.ContextSpec.PlainSpec;
import io.contextmill.spec.ContextSpec.SaidSpec;
import io.contextmill.spec.ContextSpec.ValueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves the values that a scenario says, by the fields that they are values of. */
final class SaidValues {
    private final Hints hints;
    private final List<Diagnostic> findings;

    SaidValues(Hints hints, List<Diagnostic> findings) {
        this.hints = hints;
        this.findings = findings;
    }

    /**
     * The values, in the order of the fields; what is wrong with any is reported.
     *
     * @param owner whose fields they are
     */
    List<Said> of(String owner, List<ValueSpec> values, List<FieldModel> fields) {
        List<String> names = fields.stream().map(FieldModel::name).toList();
        for (ValueSpec value : values) {
            if (!names.contains(value.field().value())) {
                findings.add(
                        hints.unknownIn(
                                owner,
                                ReferenceRules.UNKNOWN_FIELD,
                                value.field(),
                                "field",
                                names));
            }
        }
        List<Said> said = new ArrayList<>();
        for (FieldModel field : fields) {
            values.stream()
                    .filter(value -> value.field().value().equals(field.name()))
                    .findFirst()
                    .flatMap(value -> said(owner, value, field))
                    .ifPresent(said::add);
        }
        return said;
    }

    private Optional<Said> said(String owner, ValueSpec value, FieldModel field) {
        String place = owner + "." + field.name();
        if (value.value().isPresent()) {
            return value(value.value().get(), field, place)
                    .map(known -> new Said(field.name(), Optional.of(known)));
        }
        if (!field.optional()) {
            unfitting(value.field().span(), "nothing", field, place, "it is not optional");
            return Optional.empty();
        }
        return Optional.of(new Said(field.name(), Optional.empty()));
    }

    private Optional<Value> value(SaidSpec said, FieldModel field, String place) {
        if (field.type() instanceof ListType list) {
            return items(said, list, field, place);
        }
        if (field.type() instanceof ValueType type && !type.scalar()) {
            if (said instanceof PartsSpec parts) {
                return Optional.of(new Parts(of(type.name(), parts.parts(), type.fields())));
            }
            String hint = "a value object is written as a map of its fields";
            unfitting(said.span(), "this", field, place, hint);
            return Optional.empty();
        }
        if (!(said instanceof PlainSpec plain)) {
            unfitting(said.span(), "this", field, place, "it is one value");
            return Optional.empty();
        }
        FieldValue meant = FieldValue.of(plain.text().value(), field);
        meant.problem()
                .ifPresent(
                        problem ->
                                unfitting(
                                        said.span(),
                                        quoted(plain.text().value()),
                                        field,
                                        place,
                                        problem));
        return meant.text().map(Plain::new);
    }

    private Optional<Value> items(SaidSpec said, ListType list, FieldModel field, String place) {
        if (!(said instanceof ItemsSpec items)) {
            unfitting(said.span(), "this", field, place, "a list is written as one, as in `[…]`");
            return Optional.empty();
        }
        int size = items.items().size();
        if (size < list.min().orElse(0) || size > list.max().orElse(Integer.MAX_VALUE)) {
            String range =
                    list.min().orElse(0)
                            + (list.max().isPresent()
                                    ? " to " + list.max().getAsInt()
                                    : " or more");
            unfitting(said.span(), "this", field, place, "it has " + range + " items");
        }
        return Optional.of(
                new Items(
                        items.items().stream()
                                .map(item -> value(item, list.item(), place))
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private void unfitting(
            SourceSpan span, String value, FieldModel field, String place, String problem) {
        findings.add(
                ScenarioRules.SCENARIO_UNFITTING_VALUE
                        .at(span, value + " is no value of " + quoted(place) + ": " + problem)
                        .relatedTo(field.origin(), "the field is declared here"));
    }
}
