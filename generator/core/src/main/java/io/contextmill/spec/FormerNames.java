package io.contextmill.spec;

import io.contextmill.source.Node;
import io.contextmill.source.Node.Entry;
import io.contextmill.source.Node.Mapping;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.Node.Sequence;
import io.contextmill.spec.CollaborationSpec.RenameSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.EntitySpec;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.IdSpec;
import io.contextmill.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the things of a context were called before they were renamed, and its document as it was
 * then: every name stands where it stood, wherever the thing is declared or named.
 *
 * <p>With an aggregate or an entity, what the language itself calls after it was renamed too: the
 * type of its id and that of its states, and the field of its identity in commands, events and read
 * models. They follow where the spec says them by those names, and their former names are free.
 */
final class FormerNames {
    private static final String KEY = "renamedFrom";

    /** What is not looked into: these say where a context is, and what it is called. */
    private static final Set<String> ABOUT_THE_CONTEXT = Set.of("context", "package");

    /** Words of expressions and of scenarios that are no field of a person. */
    private static final Set<String> WORDS = Set.of("event", "command", "reply", "now", "rejected");

    private static final List<String> NAMED_AFTER = List.of("Id", "Status");

    /** A name; what stands between quotation marks of an expression is passed over. */
    private static final Pattern NAME =
            Pattern.compile("'[^'\n]*'|\"[^\"\n]*\"|(?<name>[A-Za-z_][A-Za-z0-9_]*)");

    private final Map<String, String> before = new HashMap<>();

    private FormerNames() {}

    /** Those of a context; absent where nothing in it was renamed. */
    static Optional<FormerNames> of(ContextSpec spec) {
        FormerNames names = new FormerNames();
        List<RenameSpec> renames =
                spec.collaboration().renames().stream()
                        .filter(rename -> !rename.thing().equals(Vocabulary.CONTEXT.thing()))
                        .toList();
        renames.forEach(rename -> names.before.put(rename.name().value(), rename.before().value()));
        Set<String> declared = declared(spec);
        for (AggregateSpec aggregate : spec.aggregates()) {
            names.namedAfter(aggregate.name(), declared);
            names.identity(aggregate, spec);
            aggregate.entities().stream()
                    .map(EntitySpec::name)
                    .forEach(entity -> names.namedAfter(entity, declared));
        }
        return names.before.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** The types and ids that are declared. */
    private static Set<String> declared(ContextSpec spec) {
        Set<String> declared = new HashSet<>();
        spec.types().forEach(type -> declared.add(type.name().value()));
        spec.values().forEach(type -> declared.add(type.name().value()));
        for (AggregateSpec aggregate : spec.aggregates()) {
            Stream.concat(
                            aggregate.id().stream(),
                            aggregate.entities().stream().flatMap(inside -> inside.id().stream()))
                    .map(id -> id.name().value())
                    .forEach(declared::add);
        }
        return declared;
    }

    private void namedAfter(Text thing, Set<String> declared) {
        String former = before.get(thing.value());
        if (former != null) {
            NAMED_AFTER.stream()
                    .filter(end -> !declared.contains(former + end))
                    .forEach(end -> before.putIfAbsent(thing.value() + end, former + end));
        }
    }

    private void identity(AggregateSpec aggregate, ContextSpec spec) {
        String former = before.get(aggregate.name().value());
        if (former == null) {
            return;
        }
        String field = Words.of(aggregate.name().value()).camel();
        String formerField = Words.of(former).camel();
        String id =
                aggregate.id().map(IdSpec::name).map(Text::value).orElse(aggregate.name() + "Id");
        boolean isIdentity =
                !WORDS.contains(field)
                        && !Vocabulary.isKey(field)
                        && carried(spec)
                                .noneMatch(
                                        said ->
                                                said.name().value().equals(formerField)
                                                        || (said.name().value().equals(field)
                                                                && !said.type()
                                                                        .name()
                                                                        .value()
                                                                        .equals(id)))
                        && kept(spec)
                                .map(said -> said.name().value())
                                .noneMatch(said -> said.equals(field) || said.equals(formerField));
        if (isIdentity) {
            before.putIfAbsent(field, formerField);
        }
    }

    /** The fields among which the identity of an aggregate can be. */
    private static Stream<FieldSpec> carried(ContextSpec spec) {
        return Stream.of(
                        spec.commands().stream().flatMap(command -> command.fields().stream()),
                        spec.events().stream().flatMap(event -> event.fields().stream()),
                        spec.readModels().stream().flatMap(model -> model.fields().stream()))
                .flatMap(fields -> fields)
                .flatMap(List::stream);
    }

    /** All other fields. */
    private static Stream<FieldSpec> kept(ContextSpec spec) {
        return Stream.of(
                        spec.aggregates().stream()
                                .flatMap(aggregate -> aggregate.fields().stream())
                                .flatMap(List::stream),
                        spec.aggregates().stream()
                                .flatMap(aggregate -> aggregate.entities().stream())
                                .flatMap(entity -> entity.fields().stream()),
                        spec.values().stream().flatMap(value -> value.fields().stream()))
                .flatMap(fields -> fields);
    }

    /** The document of a context, or of its detail, as it was. */
    Node undone(Node root) {
        if (!(root instanceof Mapping map)) {
            return node(root);
        }
        return new Mapping(
                map.entries().stream()
                        .map(
                                entry ->
                                        ABOUT_THE_CONTEXT.contains(entry.key().value())
                                                ? entry
                                                : new Entry(entry.key(), node(entry.value())))
                        .toList(),
                map.span());
    }

    private Node node(Node node) {
        if (node instanceof Mapping map) {
            return new Mapping(
                    map.entries().stream()
                            .filter(entry -> !entry.key().value().equals(KEY))
                            .map(entry -> new Entry(scalar(entry.key()), node(entry.value())))
                            .toList(),
                    map.span());
        }
        if (node instanceof Sequence sequence) {
            return new Sequence(
                    sequence.items().stream().map(this::node).toList(), sequence.span());
        }
        return scalar((Scalar) node);
    }

    private Scalar scalar(Scalar scalar) {
        String text = scalar.value();
        String undone =
                NAME.matcher(text)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                isOwn(text, found.start(), found.end())
                                                        ? Objects.requireNonNullElse(
                                                                before.get(found.group()),
                                                                found.group())
                                                        : found.group()));
        return undone.equals(text) ? scalar : new Scalar(undone, scalar.plain(), scalar.span());
    }

    /** Whether a name is one of this context: no other context's, nor a context itself. */
    private static boolean isOwn(String text, int start, int end) {
        boolean type = Character.isUpperCase(text.charAt(start));
        boolean ofOther = start > 0 && text.charAt(start - 1) == '.';
        boolean context =
                end + 1 < text.length()
                        && text.charAt(end) == '.'
                        && Character.isUpperCase(text.charAt(end + 1));
        return !type || (!ofOther && !context);
    }
}
