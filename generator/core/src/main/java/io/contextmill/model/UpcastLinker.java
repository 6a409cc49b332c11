package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.EventModel.EarlierForm;
import io.contextmill.model.Type.IdType;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.SetSpec;
import io.contextmill.spec.ContextSpec.UpcastSpec;
import io.contextmill.spec.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Resolves the forms that events had before, and finds those that cannot become the present one.
 */
final class UpcastLinker {
    private final BehaviourLinker behaviour;
    private final List<Diagnostic> findings;

    UpcastLinker(BehaviourLinker behaviour, List<Diagnostic> findings) {
        this.behaviour = behaviour;
        this.findings = findings;
    }

    /**
     * The earlier forms of an event, by ascending version.
     *
     * @param id the identity of its aggregate
     * @param kept whether events of the aggregate are kept for good, so that each version may be
     *     met
     * @param resolved the fields of a form, resolved, less the identity
     */
    List<EarlierForm> link(
            EventSpec written,
            EventModel event,
            IdType id,
            boolean kept,
            Function<Optional<List<FieldSpec>>, List<FieldModel>> resolved) {
        List<EarlierForm> forms = new ArrayList<>();
        for (UpcastSpec upcast : written.upcasts()) {
            int version = Integer.parseInt(upcast.version().value());
            if (version >= event.version()) {
                findings.add(tooLate(upcast.version(), event));
                continue;
            }
            List<FieldModel> fields = resolved.apply(upcast.fields());
            List<Computed> sets = behaviour.upcast(upcast.sets(), event, fields, id);
            checkSources(upcast, event, fields);
            forms.add(new EarlierForm(version, fields, sets));
        }
        if (kept) {
            checkComplete(written, event);
        }
        forms.sort(Comparator.comparingInt(EarlierForm::version));
        return forms;
    }

    private static Diagnostic tooLate(Text version, EventModel event) {
        return LinkRules.UPCAST_OF_NO_EARLIER_VERSION.at(
                version.span(),
                quoted(event.name()) + " has the version " + event.version() + " now",
                "say `version:` and a greater number on the event, or take this form away");
    }

    private void checkComplete(EventSpec written, EventModel event) {
        IntStream.range(1, event.version())
                .filter(
                        version ->
                                written.upcasts().stream()
                                        .noneMatch(
                                                upcast ->
                                                        upcast.version()
                                                                .value()
                                                                .equals("" + version)))
                .findFirst()
                .ifPresent(
                        missing ->
                                findings.add(
                                        LinkRules.VERSION_WITHOUT_UPCAST.at(
                                                written.version().orElseThrow().span(),
                                                "nothing says how "
                                                        + quoted(event.name())
                                                        + " of version "
                                                        + missing
                                                        + " is read, and "
                                                        + quoted(event.aggregate())
                                                        + " keeps its events",
                                                "add `upcasts: {"
                                                        + missing
                                                        + ": {fields: {…}}}` with the fields that it had then")));
    }

    private void checkSources(UpcastSpec upcast, EventModel event, List<FieldModel> fields) {
        for (FieldModel field : event.fields()) {
            if (isSet(upcast.sets(), field)) {
                continue;
            }
            Optional<FieldModel> carried =
                    fields.stream().filter(own -> own.name().equals(field.name())).findFirst();
            Optional<String> problem =
                    carried.isPresent()
                            ? FieldFit.problem(carried.get(), field)
                            : field.mayBeLeftOut() ? Optional.empty() : Optional.of("it has none");
            problem.ifPresent(
                    why ->
                            findings.add(
                                    LinkRules.UPCAST_WITHOUT_SOURCE
                                            .at(
                                                    upcast.version().span(),
                                                    "version "
                                                            + upcast.version().value()
                                                            + " does not fill "
                                                            + quoted(
                                                                    event.name()
                                                                            + "."
                                                                            + field.name())
                                                            + ": "
                                                            + why,
                                                    "say what it is, as in `sets: {"
                                                            + field.name()
                                                            + ": \"…\"}`")
                                            .relatedTo(
                                                    field.origin(), "the field is declared here")));
        }
    }

    private static boolean isSet(List<SetSpec> sets, FieldModel field) {
        return sets.stream().anyMatch(set -> set.field().value().equals(field.name()));
    }
}
