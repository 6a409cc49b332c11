package io.contextmill.emitters.contract;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.QueryModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Records of the public language in the interface that they have in common.
 *
 * @param type the interface
 * @param meaning what it says about itself
 * @param identity what each of its records has
 * @param records at least one
 * @param origin where it comes from
 */
record Family(
        ClassName type,
        Javadoc meaning,
        Optional<MethodSpec> identity,
        List<ContractRecord> records,
        SourceSpan origin) {

    Family {
        records = List.copyOf(records);
    }

    /** The public events of an aggregate. */
    static Family events(ContractTypes types, AggregateTypes aggregate) {
        return new Family(
                types.events(aggregate),
                Javadoc.of("What other contexts hear of $L.", aggregate.nouns()),
                Optional.of(identity(types, aggregate, "The $L that it happened to.")),
                ContractTypes.publicEvents(aggregate).stream()
                        .map(event -> ContractRecord.event(types, aggregate, event))
                        .toList(),
                aggregate.model().origin());
    }

    /** The commands of an aggregate. */
    static Family commands(ContractTypes types, AggregateTypes aggregate) {
        return new Family(
                types.commands(aggregate),
                Javadoc.of("What other contexts can ask of $L.", aggregate.aNoun()),
                Optional.of(identity(types, aggregate, "The $L that it goes to.")),
                aggregate.model().commands().stream()
                        .map(command -> ContractRecord.command(types, aggregate, command))
                        .toList(),
                aggregate.model().origin());
    }

    /** The queries of a context. */
    static Family queries(ContractTypes types, List<QueryModel> queries) {
        return new Family(
                types.queries(),
                Javadoc.of(
                        "What other contexts can ask the $L context for.",
                        types.domain().context().name()),
                Optional.empty(),
                queries.stream().map(query -> ContractRecord.query(types, query)).toList(),
                types.domain().context().origin());
    }

    /** The file of the interface, with the records in it. */
    JavaSource source() {
        TypeSpec.Builder all =
                TypeSpec.interfaceBuilder(type)
                        .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                        .addJavadoc(meaning.block());
        identity.ifPresent(all::addMethod);
        for (ContractRecord each : records) {
            all.addType(each.spec().addModifiers(Modifier.STATIC).addSuperinterface(type).build());
        }
        return JavaSource.of(type, all.build());
    }

    private static MethodSpec identity(
            ContractTypes types, AggregateTypes aggregate, String meaning) {
        return MethodSpec.methodBuilder(aggregate.idComponent())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(Javadoc.of(meaning, aggregate.noun()).block())
                .returns(types.type(aggregate.model().id()))
                .build();
    }
}
