package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.SharedEmitContext;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.ContextModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.ReadModel;
import io.contextmill.model.Type;
import io.contextmill.naming.CommandClass;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.JavaType;
import io.contextmill.naming.Layer;
import io.contextmill.naming.Names;
import io.contextmill.naming.QueryClass;
import io.contextmill.naming.ValueClass;
import io.contextmill.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The Java types and packages of a context, and what its parts are called in Java. */
public final class ContextTypes implements FieldTypes {
    private final ContextModel context;
    private final Names names;

    private ContextTypes(ContextModel context, Names names) {
        this.context = context;
        this.names = names;
    }

    /** Those of the context that files are made for. */
    public static ContextTypes of(EmitContext context) {
        return new ContextTypes(context.context(), context.names());
    }

    /** Those of a context, for files that are no part of its module. */
    public static ContextTypes of(SharedEmitContext shared, ContextModel context) {
        return new ContextTypes(context, shared.names().of(context));
    }

    /** The context itself. */
    public ContextModel context() {
        return context;
    }

    /** What everything is called. */
    public Names names() {
        return names;
    }

    /** The package of a layer. */
    public String packageName(Layer layer) {
        return names.packageName(layer);
    }

    /** A type of the platform, such as {@code Version}. */
    public ClassName platform(String name) {
        return ClassName.get(packageName(Layer.PLATFORM), name);
    }

    /** A type that tests need, such as {@code ServiceClient}. */
    public ClassName testing(String name) {
        return ClassName.get(packageName(Layer.TESTING), name);
    }

    /** The database of the service in tests. */
    public CodeBlock database() {
        return CodeBlock.of("$T.$L", of(ContextClass.DATABASE), databaseConstant());
    }

    /** The constant of {@link ContextClass#DATABASE}. */
    public String databaseConstant() {
        return Words.of(context.name()).upperSnake();
    }

    /** A name as JavaPoet's. */
    public static ClassName className(JavaType type) {
        return ClassName.get(type.packageName(), type.simpleName());
    }

    /** A class that is generated for the context. */
    public ClassName of(ContextClass family) {
        return className(names.of(family));
    }

    /** {@code Versioned} of a type. */
    public TypeName versioned(TypeName type) {
        return ParameterizedTypeName.get(platform("Versioned"), type);
    }

    /** The types and names around an aggregate. */
    public AggregateTypes aggregate(AggregateModel aggregate) {
        return new AggregateTypes(this, aggregate);
    }

    /** The types and names around the aggregate of that name. */
    public AggregateTypes aggregate(String name) {
        return aggregate(context.aggregate(name));
    }

    /** Those around all aggregates, in the order of the model. */
    public List<AggregateTypes> aggregates() {
        return context.aggregates().stream().map(this::aggregate).toList();
    }

    /** Whether some command is decided by the moment, too. */
    public boolean asksForNow() {
        return aggregates().stream().anyMatch(AggregateTypes::asksForNow);
    }

    /** The record of a command. */
    public ClassName command(CommandModel command) {
        return className(names.of(command));
    }

    /** The record of an event. */
    public ClassName event(EventModel event) {
        return className(names.of(event));
    }

    /** The class of a rejection that the spec has a name for. */
    public ClassName rejection(String name) {
        return className(names.rejection(name));
    }

    /** What rejects a command in a state in which it is not accepted. */
    public ClassName illegalState(CommandModel command) {
        return command.rejects()
                .map(this::rejection)
                .orElseGet(() -> platform(CommandModel.ILLEGAL_TRANSITION));
    }

    /** What a command can be rejected with, by that name. */
    public ClassName rejection(CommandModel command, String name) {
        return command.rejections().contains(name) ? rejection(name) : platform(name);
    }

    /** A class that is generated for a command. */
    public ClassName of(CommandModel command, CommandClass family) {
        return className(names.of(command, family));
    }

    /** A class that is generated for a query. */
    public ClassName of(QueryModel query, QueryClass family) {
        return className(names.of(query, family));
    }

    /** The record of a query. */
    public ClassName query(QueryModel query) {
        return className(names.of(query));
    }

    /** The types and names around a read model. */
    public ReadModelTypes readModel(ReadModel readModel) {
        return new ReadModelTypes(this, readModel);
    }

    /** The types and names around the read model that answers a query. */
    public ReadModelTypes readModelOf(QueryModel query) {
        return readModel(context.readModel(query.readModel()));
    }

    /** Those around all read models, in the order of the model. */
    public List<ReadModelTypes> readModels() {
        return context.readModels().stream().map(this::readModel).toList();
    }

    /** {@code Optional} of a type. */
    public static TypeName optional(TypeName type) {
        return ParameterizedTypeName.get(ClassName.get(Optional.class), type.box());
    }

    @Override
    public TypeName type(Type type) {
        if (type instanceof Type.EnumType declared) {
            return className(names.of(declared));
        }
        if (type instanceof Type.IdType declared) {
            return className(names.of(declared));
        }
        if (type instanceof Type.ValueType declared) {
            return className(names.of(declared));
        }
        if (type == Type.Scalar.JSON) {
            return platform("Json");
        }
        return type instanceof Type.ListType list
                ? list(list)
                : FieldTypes.scalar((Type.Scalar) type);
    }

    @Override
    public CodeBlock document(String text) {
        return CodeBlock.of("new $T($L)", platform("Json"), Literals.string(text));
    }

    @Override
    public CodeBlock wrapped(Type type, CodeBlock value) {
        return CodeBlock.of("new $T($L)", type(type), value);
    }

    /** A class that is generated for a value object. */
    public ClassName of(Type.ValueType type, ValueClass family) {
        return className(names.of(type, family));
    }

    /**
     * The value objects that fields hold, directly or through others, in the order of the model.
     */
    public List<Type.ValueType> values(Stream<FieldModel> fields) {
        Set<Type> held = new HashSet<>();
        fields.forEach(field -> addHeld(field.type(), held));
        return context.values().stream().filter(held::contains).toList();
    }

    private static void addHeld(Type type, Set<Type> held) {
        if (type instanceof Type.ListType list) {
            addHeld(list.item().type(), held);
        } else if (held.add(type) && type instanceof Type.ValueType value) {
            value.fields().forEach(field -> addHeld(field.type(), held));
        }
    }

    /** The classes of all identities: those of aggregates, then those of entities. */
    public List<ClassName> identities() {
        return context.identities().stream().map(id -> className(names.of(id))).toList();
    }

    /** What an enum is: {@code the states of an order}, {@code a service}. */
    public String meaning(Type.EnumType declared) {
        TypeName name = type(declared);
        return aggregates().stream()
                .filter(aggregate -> aggregate.states().filter(name::equals).isPresent())
                .findFirst()
                .map(aggregate -> "the states of " + aggregate.aNoun())
                .orElseGet(() -> Phrases.aNoun(declared.name()));
    }
}
