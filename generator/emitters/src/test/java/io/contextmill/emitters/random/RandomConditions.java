package io.contextmill.emitters.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditions and values in CEL, of what can be named where they stand. */
final class RandomConditions {
    private final Chance chance;
    private final RandomTypes types;

    RandomConditions(Chance chance, RandomTypes types) {
        this.chance = chance;
        this.types = types;
    }

    /**
     * What an expression can name.
     *
     * @param fields by what is written for them, {@code command.due}
     * @param now whether it may ask for the moment
     */
    record Scope(Map<String, FieldType> fields, boolean now) {
        /** A scope in which nothing can be named but these fields, behind what is before them. */
        static Scope of(String prefix, Map<String, FieldType> fields) {
            Map<String, FieldType> named = new LinkedHashMap<>();
            fields.forEach(
                    (name, type) -> {
                        if (RandomNames.isNameable(name)) {
                            named.put(prefix + name, type);
                        }
                    });
            return new Scope(named, false);
        }

        /** The same with the fields of another. */
        Scope and(Scope other) {
            Map<String, FieldType> all = new LinkedHashMap<>(fields);
            all.putAll(other.fields);
            return new Scope(all, now || other.now);
        }

        /** The same, where the moment is known. */
        Scope withNow() {
            return new Scope(fields, true);
        }
    }

    /** A condition; none where nothing can be asked about. */
    Optional<String> condition(Scope scope) {
        Optional<String> one = atom(scope);
        if (one.isEmpty() || chance.maybe(0.7)) {
            return one;
        }
        Optional<String> other = atom(scope);
        String both = one.get() + chance.pickOf(" && ", " || ") + other.orElse("true");
        return Optional.of(
                chance.maybe(0.2)
                        ? "!(" + both + ")"
                        : chance.maybe(0.2)
                                ? "(%s) ? %s : %s".formatted(both, one.get(), other.orElse("false"))
                                : both);
    }

    private Optional<String> atom(Scope scope) {
        if (scope.fields().isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, FieldType> field = chance.pick(scope.fields().entrySet());
        String name = field.getKey();
        FieldType type = field.getValue();
        if (type.optional()) {
            String there = "has(" + name + ")";
            return Optional.of(
                    chance.maybe(0.3)
                            ? there
                            : about(name, type.surely(), scope)
                                    .map(
                                            asked ->
                                                    chance.maybe(0.5)
                                                            ? there + " && " + asked
                                                            : "!" + there + " || " + asked)
                                    .map(asked -> "(" + asked + ")")
                                    .orElse(there));
        }
        return about(name, type, scope);
    }

    private Optional<String> about(String name, FieldType type, Scope scope) {
        if (type.isList()) {
            return Optional.of(aboutList(name, type));
        }
        List<String> alike = alike(name, type, scope);
        if (!alike.isEmpty() && chance.maybe(0.7)) {
            String sign =
                    type.isOrdered()
                            ? chance.pickOf("<", "<=", ">", ">=", "==", "!=")
                            : chance.pickOf("==", "!=", "!=");
            String other = chance.pick(alike);
            return Optional.of(
                    type.isWhole() && chance.maybe(0.3)
                            ? "%s + %s <= %d".formatted(name, other, chance.between(0, 50))
                            : name + " " + sign + " " + other);
        }
        return alone(name, type, scope);
    }

    private String aboutList(String name, FieldType type) {
        Optional<String> item =
                chance.maybe(0.5)
                        ? alone("i", type.item(), new Scope(Map.of(), false))
                        : Optional.empty();
        return item.map(asked -> name + chance.pickOf(".all(i, ", ".exists(i, ") + asked + ")")
                .orElseGet(() -> "size(" + name + ") " + chance.pickOf("<= 3", ">= 1", "!= 2"));
    }

    /** Something asked about one thing without another of its kind. */
    private Optional<String> alone(String name, FieldType type, Scope scope) {
        if (type.isWhole()) {
            return Optional.of(name + chance.pickOf(" > -1000", " <= 1000", " * 2 < 9", " >= 1"));
        }
        if (type.isText()) {
            return Optional.of(
                    chance.pickOf(
                            "size(" + name + ") > 1",
                            name + ".startsWith('A')",
                            "!" + name + ".contains('\"${x}\\\\')",
                            name + " != 'it\\'s'"));
        }
        List<String> constants = types.constants(type.head());
        if (!constants.isEmpty()) {
            return Optional.of(
                    name
                            + chance.pickOf(" == ", " != ")
                            + type.head()
                            + "."
                            + chance.pick(constants));
        }
        if (types.isValueObject(type)) {
            Scope parts = Scope.of(name + ".", types.parts(type.head()));
            return parts.fields().isEmpty() ? Optional.empty() : atom(parts);
        }
        Optional<FieldType> written = types.written(type.head());
        if (written.isPresent()) {
            return alone(name + ".value", written.get(), scope);
        }
        return switch (type.base()) {
            case "decimal" -> Optional.of(name + chance.pickOf(" > -2", " <= 0.5", " + 1 >= 1"));
            case "boolean" -> Optional.of(chance.pickOf("", "!") + name);
            case "instant" ->
                    scope.now()
                            ? Optional.of(
                                    chance.pickOf(
                                            name + " > now",
                                            name + " <= now",
                                            "now - " + name + " <= duration('720h')"))
                            : Optional.empty();
            case "duration" -> Optional.of(name + chance.pickOf(" < ", " >= ") + "duration('90m')");
            default -> Optional.empty();
        };
    }

    private List<String> alike(String name, FieldType type, Scope scope) {
        List<String> alike = new ArrayList<>();
        scope.fields()
                .forEach(
                        (other, of) -> {
                            boolean same =
                                    of.head().equals(type.head())
                                            || (of.isWhole() && type.isWhole())
                                            || (of.isText() && type.isText())
                                            || (of.base().equals("decimal")
                                                    && type.base().equals("decimal"));
                            if (same && of.isOne() && !other.equals(name)) {
                                alike.add(other);
                            }
                        });
        return alike;
    }

    /** A value for a field of that type; none where none can be said. */
    Optional<String> value(FieldType type, Scope scope) {
        List<String> same =
                scope.fields().entrySet().stream()
                        .filter(
                                field ->
                                        field.getValue().equals(type)
                                                || field.getValue().equals(type.surely()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!same.isEmpty() && chance.maybe(0.6)) {
            return Optional.of(chance.pick(same));
        }
        if (type.isList()) {
            return same.isEmpty()
                    ? type.list().matches("\\[]|\\[\\.\\..*") ? Optional.of("[]") : Optional.empty()
                    : Optional.of(chance.pick(same)).map(list -> shortened(list, type));
        }
        Optional<String> made = made(type.surely(), scope);
        return made.isPresent() || same.isEmpty() ? made : Optional.of(chance.pick(same));
    }

    private String shortened(String list, FieldType type) {
        Optional<String> kept =
                type.optional() || !type.list().matches("\\[]|\\[\\.\\..*")
                        ? Optional.empty()
                        : alone("i", type.item(), new Scope(Map.of(), false));
        return kept.map(asked -> list + ".filter(i, " + asked + ")").orElse(list);
    }

    private Optional<String> made(FieldType type, Scope scope) {
        List<String> constants = types.constants(type.head());
        if (!constants.isEmpty()) {
            return Optional.of(type.head() + "." + chance.pick(constants));
        }
        if (types.isValueObject(type)) {
            List<String> parts = new ArrayList<>();
            for (Map.Entry<String, FieldType> part : types.parts(type.head()).entrySet()) {
                if (part.getValue().optional() && chance.maybe(0.5)) {
                    continue;
                }
                Optional<String> value = value(part.getValue(), scope);
                if (value.isEmpty() || !RandomNames.isNameable(part.getKey())) {
                    return Optional.empty();
                }
                parts.add(part.getKey() + ": " + value.get());
            }
            return Optional.of(type.head() + "{" + String.join(", ", parts) + "}");
        }
        Optional<FieldType> written = types.written(type.head());
        if (written.isPresent()) {
            return made(written.get(), scope).map(value -> type.head() + "{value: " + value + "}");
        }
        return switch (type.base()) {
            case "int", "long" -> Optional.of(number(type, scope));
            case "decimal" -> Optional.of("decimal(1)");
            case "boolean" -> Optional.of(condition(scope).orElse("true"));
            case "string", "text" ->
                    type.bound().isEmpty()
                            ? Optional.of(chance.pickOf("'ab'", "'\"$L'"))
                            : Optional.of("'ABC'");
            case "instant" -> scope.now() ? Optional.of("now") : Optional.empty();
            case "duration" -> Optional.of(chance.pickOf("duration('1h')", "duration('90m')"));
            default -> Optional.empty();
        };
    }

    private String number(FieldType type, Scope scope) {
        List<String> numbers =
                scope.fields().entrySet().stream()
                        .filter(field -> field.getValue().isOne())
                        .filter(field -> field.getValue().base().equals(type.base()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (numbers.isEmpty() || chance.maybe(0.3)) {
            return chance.pickOf("1", "2");
        }
        String one = chance.pick(numbers);
        return switch (chance.between(0, 2)) {
            case 0 -> one + " + 1";
            case 1 -> one + " + " + chance.pick(numbers);
            default ->
                    condition(scope)
                            .map(asked -> "(%s) ? %s : 1".formatted(asked, one))
                            .orElse(one);
        };
    }
}
