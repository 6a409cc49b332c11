package io.contextmill.emitters.contract;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.ContextClass;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.lang.model.element.Modifier;

/** The test of what integration events are made of domain events. */
final class TranslatorTestFile {
    private final ContractTypes contract;
    private final ContextTypes types;
    private final Samples samples;
    private final ClassName translator;

    private TranslatorTestFile(ContractTypes contract) {
        this.contract = contract;
        this.types = contract.domain();
        this.samples = new Samples(types);
        this.translator = types.of(ContextClass.PUBLIC_LANGUAGE);
    }

    static JavaSource of(ContractTypes contract) {
        return new TranslatorTestFile(contract).source();
    }

    private JavaSource source() {
        ClassName name = types.of(ContextClass.PUBLIC_LANGUAGE_TEST);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                Javadoc.of("What other contexts hear of each domain event.")
                                        .block())
                        .addField(
                                FieldSpec.builder(
                                                UUID.class,
                                                Member.ID,
                                                Modifier.PRIVATE,
                                                Modifier.STATIC,
                                                Modifier.FINAL)
                                        .initializer(Samples.uuid(1))
                                        .build());
        TestMethods tests = new TestMethods();
        for (AggregateTypes aggregate : contract.heardOf()) {
            for (EventModel event : aggregate.model().events()) {
                String subject = TestMethods.subject(event.name());
                if (event.isPublic()) {
                    tests.add(subject + "IsTranslated", translation(aggregate, event));
                } else {
                    tests.add(subject + "StaysPrivate", privacy(aggregate, event));
                }
            }
        }
        tests.addTo(type);
        return JavaSource.of(name, type.build()).importing(Libraries.ASSERTIONS, "assertThat");
    }

    private CodeBlock translation(AggregateTypes aggregate, EventModel event) {
        ContractRecord expected = ContractRecord.event(contract, aggregate, event);
        return CodeBlock.builder()
                .addStatement("$T event = $L", types.event(event), domainEvent(aggregate, event))
                .addStatement(
                        "$T.assertThat($T.of(event)).$L($L)",
                        Libraries.ASSERTIONS,
                        translator,
                        TranslatorFile.hasPrivateEvents(aggregate) ? "contains" : "isEqualTo",
                        expected.sample().java())
                .build();
    }

    private CodeBlock privacy(AggregateTypes aggregate, EventModel event) {
        return CodeBlock.builder()
                .addStatement("$T event = $L", types.event(event), domainEvent(aggregate, event))
                .addStatement(
                        "$T.assertThat($T.of(event)).isEmpty()", Libraries.ASSERTIONS, translator)
                .build();
    }

    /** The event with the samples that the integration event has. */
    private CodeBlock domainEvent(AggregateTypes aggregate, EventModel event) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(types.wrapped(aggregate.model().id(), Member.sample(aggregate.model().id())));
        for (FieldModel field : event.fields()) {
            arguments.add(samples.java(field, Member.variant(arguments.size())));
        }
        return CodeBlock.of("new $T($L)", types.event(event), CodeBlock.join(arguments, ", "));
    }
}
