package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.contextmill.emit.EmitContext;
import io.contextmill.model.CommandModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.Type;
import io.contextmill.naming.ContractNames;
import java.util.List;

/**
 * The Java types of a context's public language. It is plain: identities and typed scalars are what
 * they are written as, and enums are its own.
 */
public final class ContractTypes implements FieldTypes {
    private final ContextTypes domain;
    private final ContractNames names;

    private ContractTypes(ContextTypes domain, ContractNames names) {
        this.domain = domain;
        this.names = names;
    }

    /** Those of the context that files are made for. */
    public static ContractTypes of(EmitContext context) {
        return new ContractTypes(
                ContextTypes.of(context), context.workspaceNames().contractOf(context.context()));
    }

    /** The types of the context itself. */
    public ContextTypes domain() {
        return domain;
    }

    /** The package of all of them. */
    public String packageName() {
        return names.packageName();
    }

    /** What all integration events of an aggregate are. */
    public ClassName events(AggregateTypes aggregate) {
        return ContextTypes.className(names.events(aggregate.model()));
    }

    /** The record of an integration event. */
    public ClassName event(AggregateTypes aggregate, EventModel event) {
        return events(aggregate).nestedClass(names.of(event));
    }

    /** What all commands to an aggregate are. */
    public ClassName commands(AggregateTypes aggregate) {
        return ContextTypes.className(names.commands(aggregate.model()));
    }

    /** The record of a command. */
    public ClassName command(AggregateTypes aggregate, CommandModel command) {
        return commands(aggregate).nestedClass(names.of(command));
    }

    /** What all queries of the context are. */
    public ClassName queries() {
        return ContextTypes.className(names.queries());
    }

    /** The record of a query. */
    public ClassName query(QueryModel query) {
        return queries().nestedClass(names.of(query));
    }

    /** The record of what is shown. */
    public ClassName view(ReadModelTypes readModel) {
        return ContextTypes.className(names.of(readModel.model()));
    }

    /** An enum. */
    public ClassName type(Type.EnumType declared) {
        return ContextTypes.className(names.of(declared));
    }

    /** The record of a value object. */
    public ClassName type(Type.ValueType declared) {
        return ContextTypes.className(names.of(declared));
    }

    /** The test of all of them. */
    public ClassName test() {
        return ContextTypes.className(names.test());
    }

    /** The events of an aggregate that other contexts may hear of. */
    public static List<EventModel> publicEvents(AggregateTypes aggregate) {
        return aggregate.model().events().stream().filter(EventModel::isPublic).toList();
    }

    /** The aggregates of which other contexts may hear something. */
    public List<AggregateTypes> heardOf() {
        return domain.aggregates().stream()
                .filter(aggregate -> !publicEvents(aggregate).isEmpty())
                .toList();
    }

    @Override
    public TypeName type(Type type) {
        if (type instanceof Type.EnumType declared) {
            return type(declared);
        }
        if (type.wrapped().isPresent()) {
            return type(type.wrapped().get().type());
        }
        if (type instanceof Type.ValueType declared) {
            return type(declared);
        }
        return type instanceof Type.ListType list
                ? list(list)
                : FieldTypes.scalar((Type.Scalar) type);
    }

    @Override
    public CodeBlock wrapped(Type type, CodeBlock value) {
        return value;
    }
}
