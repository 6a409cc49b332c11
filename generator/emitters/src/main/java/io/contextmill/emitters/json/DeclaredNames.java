package io.contextmill.emitters.json;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Names that stand in JSON as the spec declares them, which Java does not allow or which would
 * stand beside methods of the team's: for each type that has such names a class whose annotations
 * Jackson mixes in.
 */
final class DeclaredNames {
    private final ContextTypes types;

    DeclaredNames(ContextTypes types) {
        this.types = types;
    }

    /**
     * A type with the class whose annotations are mixed in.
     *
     * @param target the type
     * @param source what carries the annotations
     */
    record MixIn(ClassName target, TypeSpec source) {}

    /** For whatever is written or read as JSON, in the order of the model. */
    List<MixIn> mixIns() {
        List<MixIn> mixIns = new ArrayList<>();
        for (Type.EnumType type : types.context().types()) {
            ofConstants(type).ifPresent(mixIns::add);
        }
        for (Type.ValueType value : types.context().values()) {
            if (value.scalar()) {
                continue;
            }
            Map<String, Named> named = new LinkedHashMap<>();
            value.fields().forEach(field -> named.put(Names.json(field), named(types, field)));
            ofComponents((ClassName) types.type(value), named, value.owned())
                    .ifPresent(mixIns::add);
        }
        for (AggregateTypes aggregate : types.aggregates()) {
            for (EventModel event : aggregate.model().events()) {
                ofComponents(types.event(event), event(aggregate, event), false)
                        .ifPresent(mixIns::add);
            }
        }
        for (ReadModelTypes readModel : types.readModels()) {
            ofComponents(readModel.row(), row(readModel), false).ifPresent(mixIns::add);
        }
        return mixIns;
    }

    /**
     * The names in JSON of an event's components, each with what the component is called and its
     * type.
     */
    static Map<String, Named> event(AggregateTypes aggregate, EventModel event) {
        Map<String, Named> named = new LinkedHashMap<>();
        named.put(
                Names.identityName(aggregate.model()),
                new Named(aggregate.idComponent(), aggregate.id()));
        event.fields()
                .forEach(field -> named.put(Names.json(field), named(aggregate.types(), field)));
        return named;
    }

    private static Map<String, Named> row(ReadModelTypes readModel) {
        Map<String, Named> named = new LinkedHashMap<>();
        named.put(readModel.model().key(), new Named(readModel.key(), readModel.aggregate().id()));
        readModel
                .model()
                .fields()
                .forEach(field -> named.put(Names.json(field), named(readModel.types(), field)));
        return named;
    }

    /**
     * A component of a record.
     *
     * @param component what it is called
     * @param type its type
     */
    record Named(String component, TypeName type) {}

    private static Named named(ContextTypes types, FieldModel field) {
        return new Named(Names.component(field), types.type(field));
    }

    /**
     * @param owned whether it has methods that are the team's, none of which is a property
     */
    private static Optional<MixIn> ofComponents(
            ClassName target, Map<String, Named> named, boolean owned) {
        TypeSpec.Builder source =
                source(TypeSpec.classBuilder(target.simpleName() + "Names"), target);
        source.addModifiers(Modifier.ABSTRACT);
        if (owned) {
            source.addAnnotation(onlyWhatIsNamed());
        }
        named.forEach(
                (name, component) -> {
                    if (owned || !name.equals(component.component())) {
                        source.addMethod(
                                MethodSpec.methodBuilder(component.component())
                                        .addAnnotation(property(name))
                                        .addModifiers(Modifier.ABSTRACT)
                                        .returns(component.type())
                                        .build());
                    }
                });
        TypeSpec made = source.build();
        return made.methodSpecs().isEmpty()
                ? Optional.empty()
                : Optional.of(new MixIn(target, made));
    }

    private Optional<MixIn> ofConstants(Type.EnumType type) {
        ClassName target = (ClassName) types.type(type);
        TypeSpec.Builder source =
                source(TypeSpec.classBuilder(target.simpleName() + "Names"), target);
        source.addModifiers(Modifier.ABSTRACT);
        for (String value : type.values()) {
            String constant = Names.constant(value);
            if (!constant.equals(value)) {
                source.addField(
                        FieldSpec.builder(target, constant).addAnnotation(property(value)).build());
            }
        }
        TypeSpec made = source.build();
        return made.fieldSpecs().isEmpty()
                ? Optional.empty()
                : Optional.of(new MixIn(target, made));
    }

    private static AnnotationSpec onlyWhatIsNamed() {
        CodeBlock none = CodeBlock.of("$T.Visibility.NONE", Jackson.AUTO_DETECT);
        return AnnotationSpec.builder(Jackson.AUTO_DETECT)
                .addMember("getterVisibility", none)
                .addMember("isGetterVisibility", none)
                .build();
    }

    private static TypeSpec.Builder source(TypeSpec.Builder type, ClassName target) {
        return type.addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc(
                        Javadoc.of("What {@link $T} is made of, as the spec calls it.", target)
                                .block());
    }

    private static AnnotationSpec property(String name) {
        return AnnotationSpec.builder(Libraries.JSON_PROPERTY)
                .addMember("value", "$S", name)
                .build();
    }
}
