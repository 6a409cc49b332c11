package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.Scalar;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.SetSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moments at which events happen. An event that asks for {@code now} in what it sets carries
 * it: its effect is the same whenever it is replayed.
 */
final class Moments {
    /** What expressions call the moment. */
    static final String NOW = "now";

    /** The field of an event that has it. */
    static final String FIELD = "occurredAt";

    /** Texts, which do not count, or the name where it is no field of something. */
    private static final Pattern ASKED =
            Pattern.compile(
                    "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|(?<![\\w.])(now)(?!\\w)");

    private final List<Diagnostic> findings;
    private final Map<String, Computed> filled = new HashMap<>();

    Moments(List<Diagnostic> findings) {
        this.findings = findings;
    }

    /**
     * The fields of an event, and its moment where it asks for that.
     *
     * @param state the fields of its aggregate, one of which may be called {@code now}
     * @param fields those that are said
     */
    List<FieldModel> carried(EventSpec event, List<FieldModel> state, List<FieldModel> fields) {
        Optional<SetSpec> asking = event.sets().stream().filter(Moments::asks).findFirst();
        if (asking.isEmpty() || state.stream().anyMatch(field -> field.name().equals(NOW))) {
            return fields;
        }
        filled.put(
                event.name().value(),
                new Computed(FIELD, NOW, new Expression.Now(), asking.get().value().span()));
        Optional<FieldModel> said =
                fields.stream().filter(field -> field.name().equals(FIELD)).findFirst();
        FieldModel moment =
                new FieldModel(
                        FIELD, Scalar.INSTANT, false, Limits.NONE, asking.get().value().span());
        if (said.isPresent()) {
            check(event, said.get());
            return fields.stream()
                    .map(field -> isMoment(field) || !field.name().equals(FIELD) ? field : moment)
                    .toList();
        }
        findings.add(
                InferenceRules.MOMENT.at(
                        event.name().span(),
                        quoted(event.name().value())
                                + " carries "
                                + quoted(FIELD)
                                + ", the moment at which it happens, of which "
                                + quoted(asking.get().field().value())
                                + " is made"));
        List<FieldModel> all = new ArrayList<>(fields);
        all.add(moment);
        return all;
    }

    private void check(EventSpec event, FieldModel said) {
        if (!isMoment(said)) {
            findings.add(
                    TypeRules.TYPE_MISMATCH.at(
                            said.origin(),
                            quoted(event.name().value() + "." + FIELD)
                                    + " is the moment at which it happens, because `now` is asked for",
                            "give it the type `instant`, or another name"));
        }
    }

    private static boolean isMoment(FieldModel field) {
        return field.name().equals(FIELD) && field.type() == Scalar.INSTANT && !field.optional();
    }

    /** What the moment of an event is filled with; absent where it carries none. */
    Optional<Computed> filling(EventModel event) {
        return Optional.ofNullable(filled.get(event.name()));
    }

    private static boolean asks(SetSpec set) {
        Matcher matcher = ASKED.matcher(set.value().text());
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                return true;
            }
        }
        return false;
    }
}
