package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.NearestName;
import io.contextmill.source.Findings;
import io.contextmill.source.Node;
import io.contextmill.source.Node.Entry;
import io.contextmill.source.Node.Mapping;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.Node.Sequence;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.ContextSpec.OptionsSpec;
import io.contextmill.spec.ContextSpec.SetSpec;
import io.contextmill.words.ReservedWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Decodes the values that occur all over the language: texts, words, names, lists of them, fields.
 */
final class Values {
    private static final Pattern QUALIFIED =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*\\.[A-Za-z][A-Za-z0-9]*");

    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final int LONGEST_PACKAGE = 100;

    private final Findings findings;
    private boolean allNamesLegal = true;

    Values(Findings findings) {
        this.findings = findings;
    }

    /** Whether nothing has a name that later steps could not work with. */
    boolean allNamesLegal() {
        return allNamesLegal;
    }

    /** A text of any content. */
    Optional<Text> text(Entries entries, String key) {
        return entries.value(key).flatMap(node -> text(node, quoted(key)));
    }

    /** A text of any content. */
    Optional<Text> text(Node node, String what) {
        if (node instanceof Scalar scalar && !scalar.isNothing()) {
            return Optional.of(new Text(scalar.value(), scalar.span()));
        }
        if (node instanceof Scalar) {
            findings.add(
                    SpecRules.WRONG_SHAPE.at(
                            node.span(),
                            what + " has no value",
                            "write one, or leave the key out"));
        } else {
            wrongShape(node, what, "a text");
        }
        return Optional.empty();
    }

    /** What is said about the project that is made. */
    OptionsSpec options(Entries entries) {
        return new OptionsSpec(
                packageName(entries),
                word(entries, Choice.JAVA),
                word(entries, Choice.TARGET),
                word(entries, Choice.DATABASE),
                word(entries, Choice.GENERATED));
    }

    /** Checks what is said about what surrounds the services. */
    void project(Entries entries) {
        Stream.of(Choice.BROKER, Choice.MESH, Choice.DISCOVERY)
                .forEach(choice -> word(entries, choice));
    }

    private Optional<Text> packageName(Entries entries) {
        return text(entries, "package")
                .filter(
                        text -> {
                            Optional<String> hint = wrongInPackage(text.value());
                            hint.ifPresent(wrong -> illegalValue(text, "package", wrong));
                            return hint.isEmpty();
                        });
    }

    private static Optional<String> wrongInPackage(String name) {
        boolean legal =
                name.length() <= LONGEST_PACKAGE
                        && PACKAGE.matcher(name).matches()
                        && SourceVersion.isName(name, SourceVersion.RELEASE_17)
                        && !name.equals("java")
                        && !name.startsWith("java.");
        if (!legal) {
            return Optional.of(
                    "it should be a Java package in small letters, as in `com.example.shop`");
        }
        return Stream.of(name.split("[.]", -1))
                .filter(ReservedWords::isWindowsDevice)
                .findFirst()
                .map(device -> "Windows has no folder " + quoted(device) + ": use another word");
    }

    /** One of the words of a choice; a word that is not generated yet is reported. */
    Optional<Text> word(Entries entries, Choice choice) {
        return text(entries, choice.key()).filter(text -> isWord(text, choice));
    }

    /** Words of a choice, each at most once. */
    List<Text> words(Entries entries, Choice choice) {
        return oneOrMore(entries, choice.key()).orElse(List.of()).stream()
                .filter(text -> isWord(text, choice))
                .toList();
    }

    private boolean isWord(Text text, Choice choice) {
        String word = text.value();
        if (choice.later().contains(word)) {
            findings.add(
                    SpecRules.NOT_YET_SUPPORTED.at(
                            text.span(),
                            "`" + choice.key() + ": " + word + "` is not generated yet",
                            "use " + oneOf(choice)));
            return false;
        }
        if (!choice.words().contains(word)) {
            String hint =
                    NearestName.of(word, choice.all())
                            .map(nearest -> "did you mean " + quoted(nearest) + "?")
                            .orElse("write " + oneOf(choice));
            findings.add(
                    SpecRules.ILLEGAL_VALUE.at(
                            text.span(),
                            quoted(choice.key()) + " cannot be " + quoted(word),
                            hint));
            return false;
        }
        return true;
    }

    private static String oneOf(Choice choice) {
        return String.join(" or ", choice.words().stream().map(word -> "`" + word + "`").toList());
    }

    /** A text that matches a pattern. */
    Optional<Text> matching(Entries entries, String key, Pattern pattern, String hint) {
        return text(entries, key).filter(text -> matches(text, key, pattern, hint));
    }

    /** Whether a text matches a pattern; one that does not is reported. */
    boolean matches(Text text, String key, Pattern pattern, String hint) {
        boolean matches = pattern.matcher(text.value()).matches();
        if (!matches) {
            illegalValue(text, key, hint);
        }
        return matches;
    }

    void illegalValue(Text text, String key, String hint) {
        findings.add(
                SpecRules.ILLEGAL_VALUE.at(
                        text.span(), quoted(key) + " cannot be " + quoted(text.value()), hint));
    }

    /** One text or a list of texts, each at most once. */
    Optional<List<Text>> oneOrMore(Entries entries, String key) {
        return entries.value(key).map(node -> oneOrMore(node, quoted(key)));
    }

    /** One text or a list of texts, each at most once. */
    List<Text> oneOrMore(Node node, String what) {
        if (node instanceof Scalar) {
            return text(node, what).stream().toList();
        }
        return node instanceof Sequence sequence
                ? texts(sequence, what, item -> text(item, "an item of " + what))
                : none(node, what);
    }

    private List<Text> none(Node node, String what) {
        wrongShape(node, what, "a name or a list of names");
        return List.of();
    }

    /** The items of a list, each of which occurs only once. */
    List<Text> texts(Sequence sequence, String what, Function<Node, Optional<Text>> item) {
        Map<String, Text> firsts = new HashMap<>();
        List<Text> texts = new ArrayList<>();
        for (Node node : sequence.items()) {
            item.apply(node)
                    .ifPresent(
                            text -> {
                                Text first = firsts.putIfAbsent(text.value(), text);
                                if (first == null) {
                                    texts.add(text);
                                } else {
                                    findings.add(
                                            SpecRules.REPEATED_VALUE
                                                    .at(
                                                            text.span(),
                                                            quoted(text.value())
                                                                    + " occurs twice in "
                                                                    + what,
                                                            "keep one of them")
                                                    .relatedTo(
                                                            first.span(),
                                                            "the first " + quoted(text.value())));
                                }
                            });
        }
        return texts;
    }

    /** A name that is declared; an illegal one is reported and kept. */
    Text name(Scalar scalar, NameForm form, String thing) {
        Text name = new Text(scalar.value(), scalar.span());
        if (!form.accepts(name.value())) {
            allNamesLegal = false;
            findings.add(
                    SpecRules.ILLEGAL_NAME.at(
                            name.span(),
                            quoted(name.value()) + " cannot be the name of " + thing,
                            hint(name.value(), form)));
        }
        return name;
    }

    private static String hint(String name, NameForm form) {
        if (form == NameForm.CAMEL && name.endsWith("?")) {
            return "an optional field has its `?` behind the type, as in `"
                    + form.nearest(name).orElse("carrier")
                    + ": \"string?\"`";
        }
        if (form == NameForm.CAMEL && name.contains(")")) {
            return "if it is the rest of a type: a type with a comma needs quotes, as in `\"decimal(12,2)\"`";
        }
        return form.nearest(name)
                .map(nearest -> "write " + quoted(nearest))
                .orElseGet(
                        () ->
                                NameForm.foreignLetter(name)
                                                .map(
                                                        letter ->
                                                                String.format(
                                                                        "%s (U+%04X) is no ASCII letter; ",
                                                                        quoted(letter),
                                                                        letter.codePointAt(0)))
                                                .orElse("")
                                        + "it should be "
                                        + form.description());
    }

    /**
     * Names, as a list, or as a map from each to its detail.
     *
     * @param vocabulary the keys of the detail
     * @param decode makes a thing of its name and its detail, which has no entries if nothing is
     *     said
     */
    <T> List<T> named(
            Entries context,
            String key,
            Vocabulary vocabulary,
            BiFunction<Text, Entries, T> decode) {
        List<T> things = new ArrayList<>();
        Node node = context.value(key).orElse(null);
        if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Scalar scalar && !scalar.isNothing()) {
                    things.add(
                            decode.apply(
                                    name(scalar, NameForm.PASCAL, vocabulary.thing()),
                                    noDetail(scalar, vocabulary)));
                } else if (item instanceof Mapping map && !map.entries().isEmpty()) {
                    findings.add(
                            SpecRules.NAMES_OR_DETAIL.at(
                                    map.entries().get(0).key().span(),
                                    quoted(key) + " mixes a list of names with detail",
                                    "write all of "
                                            + quoted(key)
                                            + " as a map, without `-`: `"
                                            + names(vocabulary, map)
                                            + ": {…}`, and `{}` for those without detail"));
                    map.entries().forEach(entry -> things.add(detailed(entry, vocabulary, decode)));
                } else {
                    findings.add(
                            SpecRules.WRONG_SHAPE.at(
                                    item.span(),
                                    "an item of "
                                            + quoted(key)
                                            + " should be the name of "
                                            + vocabulary.thing()
                                            + ", not "
                                            + item.kind(),
                                    "write the name, or delete the item"));
                }
            }
        } else if (node instanceof Mapping map) {
            map.entries().forEach(entry -> things.add(detailed(entry, vocabulary, decode)));
        } else if (node != null) {
            findings.add(
                    SpecRules.WRONG_SHAPE.at(
                            node.span(),
                            quoted(key)
                                    + " should be a list of names, or a map from name to detail, not "
                                    + node.kind(),
                            node instanceof Scalar scalar && !scalar.isNothing()
                                    ? "write `["
                                            + (scalar.value().length() > 60 ? "…" : scalar.value())
                                            + "]`"
                                    : "write `[]`, or leave the key out"));
            if (node instanceof Scalar scalar && NameForm.PASCAL.accepts(scalar.value())) {
                things.add(
                        decode.apply(
                                new Text(scalar.value(), scalar.span()),
                                noDetail(scalar, vocabulary)));
            }
        }
        return things;
    }

    private static String names(Vocabulary vocabulary, Mapping map) {
        String name = map.entries().get(0).key().value();
        return NameForm.PASCAL.accepts(name) ? name : vocabulary.thing();
    }

    private <T> T detailed(
            Entry entry, Vocabulary vocabulary, BiFunction<Text, Entries, T> decode) {
        Text name = name(entry.key(), NameForm.PASCAL, vocabulary.thing());
        return decode.apply(name, detail(entry, vocabulary, quoted(name.value())));
    }

    /** The keys of a map that says more about something; no keys if the value is no map. */
    Entries detail(Entry entry, Vocabulary vocabulary, String what) {
        if (entry.value() instanceof Mapping map) {
            return Entries.of(map, vocabulary, findings);
        }
        if (!(entry.value() instanceof Scalar scalar && scalar.isNothing())) {
            wrongShape(entry.value(), what, "a map with the keys of " + vocabulary.thing());
        }
        return noDetail(entry.key(), vocabulary);
    }

    private Entries noDetail(Scalar name, Vocabulary vocabulary) {
        return Entries.of(new Mapping(List.of(), name.span()), vocabulary, findings);
    }

    /** A map from the name of a field to its type, with a default perhaps. */
    Optional<List<FieldSpec>> fields(Entries entries) {
        return fields(entries, Optional.empty());
    }

    /**
     * The fields of something that has no defaults.
     *
     * @param instead what to write instead of one
     */
    Optional<List<FieldSpec>> fieldsWithoutDefaults(Entries entries, String instead) {
        return fields(entries, Optional.of(instead));
    }

    /**
     * The fields of something that is kept in a database, without those that go from there.
     *
     * @param dropped is told the names of those that go
     */
    Optional<List<FieldSpec>> keptFields(Entries entries, Consumer<Text> dropped) {
        if (!(entries.value("fields").orElse(null) instanceof Mapping map)) {
            return fields(entries);
        }
        List<Entry> staying = new ArrayList<>();
        for (Entry entry : map.entries()) {
            if (entry.value() instanceof Mapping said && isAboutDropping(said)) {
                Text name = name(entry.key(), NameForm.CAMEL, "a field");
                word(Entries.of(said, Vocabulary.DROPPED_FIELD, findings), Choice.DROPPED)
                        .ifPresent(yes -> dropped.accept(name));
            } else {
                staying.add(entry);
            }
        }
        return Optional.of(fields(new Mapping(staying, map.span())));
    }

    private static boolean isAboutDropping(Mapping said) {
        return said.entries().stream()
                .anyMatch(entry -> entry.key().value().equals(Choice.DROPPED.key()));
    }

    private Optional<List<FieldSpec>> fields(Entries entries, Optional<String> noDefaults) {
        Node node = entries.value("fields").orElse(null);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof Mapping map)) {
            wrongShape(node, "`fields`", "a map from the name of a field to its type");
            return Optional.empty();
        }
        return Optional.of(fields(map, noDefaults));
    }

    /** The fields of a map from the name of a field to its type, with a default perhaps. */
    List<FieldSpec> fields(Mapping map) {
        return fields(map, Optional.empty());
    }

    /** The fields of a map of something that has no defaults. */
    List<FieldSpec> fieldsWithoutDefaults(Mapping map, String instead) {
        return fields(map, Optional.of(instead));
    }

    private List<FieldSpec> fields(Mapping map, Optional<String> noDefaults) {
        List<FieldSpec> fields = new ArrayList<>();
        for (Entry entry : map.entries()) {
            Text name = name(entry.key(), NameForm.CAMEL, "a field");
            if (isRestOfType(entry)) {
                continue;
            }
            type(entry, noDefaults).ifPresent(type -> fields.add(new FieldSpec(name, type)));
        }
        return fields;
    }

    /**
     * Whether a comma without quotes has cut this off the type before it; the name says so already.
     */
    private static boolean isRestOfType(Entry entry) {
        return entry.key().value().contains(")")
                && entry.value() instanceof Scalar value
                && value.isNothing();
    }

    /**
     * The type that stands beside a name and has no default.
     *
     * @param instead what to write instead of one
     */
    Optional<TypeExpression> typeWithoutDefault(Entry entry, String instead) {
        return type(entry, Optional.of(instead));
    }

    private Optional<TypeExpression> type(Entry entry, Optional<String> noDefault) {
        if (entry.value() instanceof Scalar scalar) {
            Optional<TypeExpression> type = TypeExpressionParser.parse(scalar, findings);
            type.ifPresent(this::reportWhatIsNotGeneratedYet);
            noDefault.ifPresent(
                    instead ->
                            type.flatMap(TypeExpression::defaultValue)
                                    .ifPresent(
                                            value ->
                                                    findings.add(
                                                            SpecRules.TYPE_SYNTAX.at(
                                                                    value.span(),
                                                                    "a default has no use here",
                                                                    instead))));
            return type;
        }
        String key = quoted(entry.key().value());
        findings.add(
                SpecRules.WRONG_SHAPE.at(
                        entry.value().span(),
                        "the type of " + key + " should be a text, not " + entry.value().kind(),
                        entry.value() instanceof Mapping said && isAboutDropping(said)
                                ? "only fields of aggregates and read models are kept, and can be dropped"
                                : "a type with `[` or `{` needs quotes, as in `\"OrderLine[1..50]\"`"));
        return Optional.empty();
    }

    private void reportWhatIsNotGeneratedYet(TypeExpression type) {
        String name = type.name().value();
        if (QUALIFIED.matcher(name).matches()) {
            findings.add(
                    SpecRules.NOT_YET_SUPPORTED.at(
                            type.name().span(),
                            "a type of another context, such as "
                                    + quoted(name)
                                    + ", is not generated yet",
                            Later.hint(Later.FOREIGN_TYPE)));
        }
    }

    /** Expressions by their names, in the order written. */
    void expressions(
            Entries entries, String key, String shape, BiConsumer<Scalar, ExpressionSpec> each) {
        Node node = entries.value(key).orElse(null);
        if (node instanceof Mapping map) {
            for (Entry entry : map.entries()) {
                text(entry.value(), quoted(entry.key().value()))
                        .ifPresent(
                                text ->
                                        each.accept(
                                                entry.key(),
                                                new ExpressionSpec((Scalar) entry.value())));
            }
        } else if (node != null) {
            wrongShape(node, quoted(key), shape);
        }
    }

    /** Fields with the expressions that say what they get. */
    List<SetSpec> sets(Entries entries, String key) {
        List<SetSpec> sets = new ArrayList<>();
        expressions(
                entries,
                key,
                "a map from field to expression",
                (field, value) ->
                        sets.add(new SetSpec(new Text(field.value(), field.span()), value)));
        return sets;
    }

    /** Reports a value that is a text, a list or a map and should be another of them. */
    void wrongShape(Node node, String what, String expected) {
        findings.add(
                SpecRules.WRONG_SHAPE.at(
                        node.span(), what + " should be " + expected + ", not " + node.kind()));
    }
}
