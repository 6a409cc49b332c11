package io.contextmill.emitters.contract;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.emitters.samples.SampleRecord.Sampled;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type.IdType;
import io.contextmill.naming.Names;
import java.util.Optional;

/**
 * A component of a record of the public language.
 *
 * @param json what it is called in JSON
 * @param component the component
 * @param optional whether its value may be missing
 * @param sample an expression for a value
 * @param field the field whose value it holds; absent for an identity and for what a page is asked
 *     with
 */
record Member(
        String json,
        Component component,
        boolean optional,
        CodeBlock sample,
        Optional<FieldModel> field) {
    /** The expression for UUIDs of identities in all samples. */
    static final String ID = "ID";

    /** The identity of an aggregate in its events and commands. */
    static Member identity(ContractTypes types, AggregateTypes aggregate) {
        return identity(types, aggregate, Names.identityName(aggregate.model()));
    }

    /** The identity of an aggregate that something is known by. */
    static Member identity(ContractTypes types, AggregateTypes aggregate, String name) {
        IdType id = aggregate.model().id();
        return unlimited(name, types.type(id), false, sample(id));
    }

    /** What identifies an aggregate in all samples. */
    static CodeBlock sample(IdType id) {
        return Samples.written(id, CodeBlock.of(ID));
    }

    /**
     * A field under its declared name.
     *
     * @param variant tells its sample from those of other fields
     */
    static Member of(FieldModel field, ContractTypes types, int variant) {
        return named(Names.json(field), field, types, variant);
    }

    /** A field that a query selects by, under the name that a caller gives its value with. */
    static Member filter(FieldModel field, ContractTypes types, int variant) {
        return named(Names.queryParameter(field.name()), field, types, variant);
    }

    /** What the page before says of the one behind it. */
    static Member after() {
        return unlimited(
                "after",
                ContextTypes.optional(ClassName.get(String.class)),
                true,
                CodeBlock.of("$T.of($S)", Optional.class, "next"));
    }

    /** The length of a page. */
    static Member limit(int most) {
        return unlimited("limit", TypeName.INT, false, CodeBlock.of("$L", most));
    }

    /**
     * Which sample the field at a place gets, behind an identity at the first: another for each, so
     * that none can be taken for another.
     */
    static int variant(int place) {
        return place + 1;
    }

    /** Whether it is the length of a page. */
    boolean isLimit() {
        return field.isEmpty() && component.type().equals(TypeName.INT);
    }

    /** It with its sample. */
    Sampled sampled() {
        return new Sampled(component.name(), component.type(), sample);
    }

    /** It with no value, where that may be missing. */
    Sampled missing() {
        return optional
                ? new Sampled(
                        component.name(),
                        component.type(),
                        CodeBlock.of("$T.empty()", Optional.class))
                : sampled();
    }

    private static Member named(String json, FieldModel field, ContractTypes types, int variant) {
        return new Member(
                json,
                component(json, types.type(field)),
                field.optional(),
                new Samples(types).java(field, variant),
                Optional.of(field));
    }

    private static Member unlimited(
            String json, TypeName type, boolean optional, CodeBlock sample) {
        return new Member(json, component(json, type), optional, sample, Optional.empty());
    }

    private static Component component(String json, TypeName type) {
        String name = Names.component(json);
        return new Component(name, type, Records.nameInJson(json, name));
    }
}
