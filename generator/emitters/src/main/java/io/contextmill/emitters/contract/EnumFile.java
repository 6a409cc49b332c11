package io.contextmill.emitters.contract;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.Records;
import io.contextmill.model.Type.EnumType;
import io.contextmill.naming.Names;
import javax.lang.model.element.Modifier;

/** An enum of the public language, whose values are called in JSON as they are declared. */
final class EnumFile {
    private EnumFile() {}

    static JavaSource of(ContractTypes types, EnumType declared) {
        ClassName name = types.type(declared);
        TypeSpec.Builder type =
                TypeSpec.enumBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "$L.",
                                                Phrases.capitalised(
                                                        types.domain().meaning(declared)))
                                        .block());
        for (String value : declared.values()) {
            String constant = Names.constant(value);
            type.addEnumConstant(
                    constant,
                    TypeSpec.anonymousClassBuilder("")
                            .addAnnotations(Records.nameInJson(value, constant))
                            .build());
        }
        return JavaSource.of(name, type.build());
    }
}
