package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.Type.ValueType;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.ValueObjectSpec;
import io.contextmill.spec.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves value objects, each behind those that it holds. One that holds itself, through however
 * many others, could never be made, and is reported.
 */
final class ValueObjects {
    private final Map<String, ValueObjectSpec> specs = new LinkedHashMap<>();
    private final TypeResolver types;
    private final List<Diagnostic> findings;
    private final Map<String, ValueType> resolved = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    /**
     * @param types resolves the types of fields, and learns each value object that is resolved
     */
    ValueObjects(List<ValueObjectSpec> specs, TypeResolver types, List<Diagnostic> findings) {
        specs.forEach(spec -> this.specs.putIfAbsent(spec.name().value(), spec));
        this.types = types;
        this.findings = findings;
    }

    List<ValueType> resolve() {
        specs.values().forEach(this::resolve);
        return List.copyOf(resolved.values());
    }

    private void resolve(ValueObjectSpec spec) {
        String name = spec.name().value();
        if (resolved.containsKey(name)) {
            return;
        }
        open.add(name);
        List<FieldModel> fields = new ArrayList<>();
        for (FieldSpec field : spec.fields()) {
            Text type = field.type().name();
            ValueObjectSpec held = specs.get(type.value());
            if (held != null && open.contains(type.value())) {
                reportCycle(spec, type);
            } else {
                Optional.ofNullable(held).ifPresent(this::resolve);
                types.resolve(field).ifPresent(fields::add);
            }
        }
        open.remove(name);
        ValueType value = new ValueType(name, fields, spec.name().span());
        resolved.put(name, value);
        types.learn(value);
    }

    private void reportCycle(ValueObjectSpec spec, Text type) {
        List<String> path = new ArrayList<>(open);
        List<String> cycle = new ArrayList<>(path.subList(path.indexOf(type.value()), path.size()));
        cycle.add(type.value());
        findings.add(
                LinkRules.CYCLIC_VALUE
                        .at(
                                type.span(),
                                quoted(type.value())
                                        + " holds itself: "
                                        + String.join(
                                                " → ",
                                                cycle.stream().map(name -> quoted(name)).toList()),
                                "a value object holds other values only; what refers to its like is an aggregate")
                        .relatedTo(
                                spec.name().span(),
                                quoted(spec.name().value()) + " is declared here"));
    }
}
