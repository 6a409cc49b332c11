package io.contextmill.emitters.application;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.Clocks;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.model.CommandModel;
import io.contextmill.naming.CommandClass;
import io.contextmill.naming.ContextClass;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The test of the handler of a command, on a repository in memory. */
final class CommandHandlerTestFile {
    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final CommandModel command;

    private CommandHandlerTestFile(AggregateTypes aggregate, CommandModel command) {
        this.aggregate = aggregate;
        this.types = aggregate.types();
        this.command = command;
    }

    static JavaSource of(AggregateTypes aggregate, CommandModel command) {
        return new CommandHandlerTestFile(aggregate, command).source();
    }

    private JavaSource source() {
        ClassName name = types.of(command, CommandClass.HANDLER_TEST);
        ClassName handler = types.of(command, CommandClass.HANDLER);
        TypeName events =
                ParameterizedTypeName.get(
                        ClassName.get(List.class), types.versioned(aggregate.event()));
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                Javadoc.of("What {@link $T} does about a command.", handler)
                                        .block())
                        .addField(field(aggregate.id(), "id", UniqueSamples.identity(aggregate)))
                        .addField(
                                field(
                                        events,
                                        "committed",
                                        CodeBlock.of("new $T<>()", ArrayList.class)))
                        .addField(
                                field(
                                        aggregate.decider(),
                                        "decider",
                                        CodeBlock.of("new $T() {}", aggregate.decider())))
                        .addField(
                                field(
                                        aggregate.repository(),
                                        aggregate.variables(),
                                        CodeBlock.of(
                                                "$T.$L(decider, committed::add)",
                                                types.of(ContextClass.MEMORY_ADAPTER),
                                                aggregate.variables())))
                        .addField(
                                field(
                                        handler,
                                        "handler",
                                        CodeBlock.of(
                                                "new $T($L, decider$L)",
                                                handler,
                                                aggregate.variables(),
                                                clock(aggregate, command))));
        TestMethods tests = new TestMethods();
        new HandlerCases(aggregate, command).addTo(tests);
        tests.addTo(type);
        return JavaSource.of(name, type.build())
                .importing(Libraries.ASSERTIONS, "assertThat", "assertThatThrownBy");
    }

    /** The last argument of a handler that asks for the moment; empty for all others. */
    static CodeBlock clock(AggregateTypes aggregate, CommandModel command) {
        return aggregate.asksForNow(command)
                ? CodeBlock.of(", $L", Clocks.fixed())
                : CodeBlock.of("");
    }

    private static FieldSpec field(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer(value)
                .build();
    }
}
