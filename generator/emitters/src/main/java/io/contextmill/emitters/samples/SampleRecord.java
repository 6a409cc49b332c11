package io.contextmill.emitters.samples;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A generated record, with a sample of each of its components.
 *
 * @param type the record
 * @param components what it holds
 */
public record SampleRecord(ClassName type, List<Sampled> components) {

    /**
     * A component.
     *
     * @param name what it is called
     * @param type its type
     * @param sample an expression for a value
     */
    public record Sampled(String name, TypeName type, CodeBlock sample) {}

    /** Takes a copy of the components. */
    public SampleRecord {
        components = List.copyOf(components);
    }

    /** An expression that makes it. */
    public CodeBlock java() {
        return construction(components.stream().map(Sampled::sample));
    }

    /** For each component that could be null: a construction where it is. */
    List<CodeBlock> constructionsWithNull() {
        List<CodeBlock> constructions = new ArrayList<>();
        for (Sampled missing : components) {
            if (!missing.type().isPrimitive()) {
                constructions.add(
                        CodeBlock.of(
                                "construction($L, () -> $L)",
                                Literals.string(type.simpleName() + "." + missing.name()),
                                without(missing)));
            }
        }
        return constructions;
    }

    private CodeBlock without(Sampled missing) {
        return construction(
                components.stream()
                        .map(
                                component ->
                                        component.equals(missing)
                                                ? CodeBlock.of("null")
                                                : component.sample()));
    }

    private CodeBlock construction(Stream<CodeBlock> arguments) {
        return CodeBlock.of("new $T($L)", type, arguments.collect(CodeBlock.joining(", ")));
    }
}
