package io.contextmill.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.source.Node;
import io.contextmill.source.Node.Entry;
import io.contextmill.source.Node.Mapping;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.Node.Sequence;
import io.contextmill.source.YamlReader;
import java.io.IOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema and the decoder are two descriptions of one language: they accept the same. */
class SpecSchemaTest {
    private static final Path RULES = Path.of("src/test/resources/rules");
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final int MUTATIONS = 4000;

    private static final JsonNode JSON = JsonMapper.shared().readTree(SpecSchema.text());
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(JSON);

    /** What a schema cannot say, with the reason. */
    private static final Map<String, String> BEYOND_A_SCHEMA =
            Map.of(
                    "type.syntax", "the inside of a type is a language of its own",
                    "saga.step-without-compensation", "it depends on where the pivot stands",
                    "saga.two-pivots", "it compares items of a list",
                    "saga.compensation-behind-pivot", "it depends on where the pivot stands",
                    "saga.step-not-retriable", "it depends on where the pivot stands",
                    "workspace.unreadable-context", "a schema sees no files",
                    "workspace.path-outside", "a schema sees no files",
                    "workspace.file-listed-twice", "two paths may be written differently",
                    "workspace.folder-without-file", "a schema sees no files");

    /** Of the language, so that editors complete it. */
    private static final String AHEAD = SpecRules.NOT_YET_SUPPORTED.id().value();

    /** What stands in the schema, and the decoder does not look into yet. */
    private static final Set<String> AHEAD_OF_THE_DECODER = Set.of("entity", "emitted");

    @Test
    void isItselfValid() {
        Schema meta =
                REGISTRY.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(JSON)).isEmpty();
    }

    @Test
    void hasTheKeysOfEveryMapAndNoOthers() throws IllegalAccessException {
        Set<String> vocabularies = new TreeSet<>();
        for (Field field : Vocabulary.class.getDeclaredFields()) {
            if (field.getType() == Vocabulary.class) {
                vocabularies.add(camel(field.getName()));
                JsonNode properties = JSON.at("/$defs/" + camel(field.getName()) + "/properties");
                Vocabulary vocabulary = (Vocabulary) field.get(null);

                assertThat(properties.propertyNames())
                        .as(field.getName())
                        .containsExactlyInAnyOrderElementsOf(vocabulary.all());
                assertThat(properties.values())
                        .as(field.getName())
                        .allSatisfy(
                                key ->
                                        assertThat(key.path("description").asString(""))
                                                .endsWith("."));
            }
        }
        assertThat(vocabularies).hasSizeGreaterThan(20);
        Set<String> others =
                JSON.get("$defs").properties().stream()
                        .filter(def -> def.getValue().has("properties"))
                        .map(Map.Entry::getKey)
                        .filter(def -> !vocabularies.contains(def))
                        .collect(Collectors.toSet());
        assertThat(others).isSubsetOf(AHEAD_OF_THE_DECODER);
    }

    @Test
    void hasTheWordsOfEveryChoice() throws IllegalAccessException {
        List<Set<String>> enums =
                JSON.findValues("enum").stream()
                        .map(
                                words ->
                                        words.values().stream()
                                                .map(JsonNode::asString)
                                                .collect(Collectors.toSet()))
                        .toList();
        for (Field field : Choice.class.getDeclaredFields()) {
            if (field.getType() == Choice.class) {
                assertThat(enums)
                        .as(field.getName())
                        .contains(Set.copyOf(((Choice) field.get(null)).all()));
            }
        }
    }

    @Test
    void agreesWithTheDecoderAboutEveryDocument() throws IOException {
        List<String> disagreements = new ArrayList<>();
        int accepted = 0;
        int rejected = 0;
        for (Path file : documents()) {
            Optional<Node> root = read(file);
            if (root.isPresent()) {
                disagreement(root.get()).ifPresent(said -> disagreements.add(file + ": " + said));
                if (isAccepted(root.get())) {
                    accepted++;
                } else {
                    rejected++;
                }
            }
        }

        assertThat(String.join("\n", disagreements)).isEmpty();
        assertThat(accepted).isGreaterThan(100);
        assertThat(rejected).isGreaterThan(50);
    }

    @Test
    void agreesWithTheDecoderAboutMutationsOfValidDocuments() throws IOException {
        List<Node> valid = new ArrayList<>();
        for (Path file : documents()) {
            read(file)
                    .filter(root -> found(root).isEmpty() && isAccepted(root))
                    .ifPresent(valid::add);
        }
        long seed = 20261127;
        Random random = new Random(seed);
        List<String> disagreements = new ArrayList<>();
        int rejected = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Node original = valid.get(random.nextInt(valid.size()));
            Node mutant = mutate(original, random);
            if (isAheadOfTheDecoder(json(mutant))) {
                continue;
            }
            if (!found(mutant).isEmpty()) {
                rejected++;
            }
            disagreement(mutant)
                    .ifPresent(said -> disagreements.add(said + " about " + json(mutant)));
        }

        assertThat(String.join("\n", disagreements)).as("seed " + seed).isEmpty();
        assertThat(rejected).isBetween(MUTATIONS / 10, MUTATIONS);
    }

    private static boolean isAheadOfTheDecoder(JsonNode document) {
        return !document.findValues("entities").isEmpty()
                || document.findValues("emits").stream()
                        .filter(JsonNode::isObject)
                        .anyMatch(
                                emits ->
                                        !emits.has("oneOf")
                                                || emits.get("oneOf").values().stream()
                                                        .anyMatch(JsonNode::isObject));
    }

    private static String camel(String constant) {
        String words = constant.toLowerCase(Locale.ROOT);
        return Pattern.compile("_(.)")
                .matcher(words)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static List<Path> documents() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> corpus = Files.walk(RULES)) {
            corpus.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(files::add);
        }
        try (Stream<Path> examples = Files.walk(EXAMPLES)) {
            examples.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .filter(SpecSchemaTest::isSpec)
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    private static boolean isSpec(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith("context:") || text.startsWith("workspace:");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<Node> read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return new YamlReader().read(new SourceFile(file.toString(), text)).value();
    }

    private static Set<String> found(Node root) {
        return SpecDecoder.decode(root).diagnostics().stream()
                .map(finding -> finding.rule().value())
                .filter(rule -> !rule.equals(AHEAD))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAccepted(Node root) {
        return SCHEMA.validate(json(root)).isEmpty();
    }

    private static Optional<String> disagreement(Node root) {
        Set<String> found = found(root);
        boolean accepted = isAccepted(root);
        if (found.isEmpty()) {
            return accepted
                    ? Optional.empty()
                    : Optional.of("only the schema rejects: " + SCHEMA.validate(json(root)));
        }
        Set<String> expressible = new TreeSet<>(found);
        expressible.removeAll(BEYOND_A_SCHEMA.keySet());
        return accepted && !expressible.isEmpty()
                ? Optional.of("the schema accepts in spite of " + expressible)
                : Optional.empty();
    }

    /** As editors see it: by the core schema of YAML 1.2. */
    private static JsonNode json(Node node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node instanceof Mapping map) {
            ObjectNode object = nodes.objectNode();
            map.entries().forEach(entry -> object.set(entry.key().value(), json(entry.value())));
            return object;
        }
        if (node instanceof Sequence sequence) {
            ArrayNode array = nodes.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Scalar scalar = (Scalar) node;
        String text = scalar.value();
        if (!scalar.plain()) {
            return nodes.stringNode(text);
        }
        if (text.isEmpty()) {
            return nodes.nullNode();
        }
        if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return nodes.booleanNode(text.equalsIgnoreCase("true"));
        }
        Matcher number = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?").matcher(text);
        return number.matches() ? nodes.numberNode(new BigDecimal(text)) : nodes.stringNode(text);
    }

    private static Node mutate(Node root, Random random) {
        return at(root, random.nextInt(size(root)), random);
    }

    private static int size(Node node) {
        int size = 1;
        if (node instanceof Mapping map) {
            for (Entry entry : map.entries()) {
                size += size(entry.value());
            }
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                size += size(item);
            }
        }
        return size;
    }

    /** The node with the part of the given number, counted from the root, made another. */
    private static Node at(Node node, int number, Random random) {
        if (number == 0) {
            return changed(node, random);
        }
        int left = number - 1;
        if (node instanceof Mapping map) {
            List<Entry> entries = new ArrayList<>(map.entries());
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                int size = size(entry.value());
                if (left >= 0 && left < size) {
                    entries.set(i, new Entry(entry.key(), at(entry.value(), left, random)));
                }
                left -= size;
            }
            return new Mapping(entries, map.span());
        }
        List<Node> items = new ArrayList<>(((Sequence) node).items());
        for (int i = 0; i < items.size(); i++) {
            int size = size(items.get(i));
            if (left >= 0 && left < size) {
                items.set(i, at(items.get(i), left, random));
            }
            left -= size;
        }
        return new Sequence(items, node.span());
    }

    /** Drops something, renames a key, or makes it a text, a list, a map or nothing. */
    private static Node changed(Node node, Random random) {
        int way = random.nextInt(7);
        if (way < 3 && node instanceof Mapping map && !map.entries().isEmpty()) {
            List<Entry> entries = new ArrayList<>(map.entries());
            int i = random.nextInt(entries.size());
            Entry entry = entries.remove(i);
            if (way > 0) {
                String name = way == 1 ? entry.key().value() + "x" : "some-thing";
                entries.add(i, new Entry(text(name, entry.key()), entry.value()));
            }
            return new Mapping(entries, map.span());
        }
        if (way < 3 && node instanceof Sequence list && !list.items().isEmpty()) {
            List<Node> items = new ArrayList<>(list.items());
            int i = random.nextInt(items.size());
            if (way == 0) {
                items.remove(i);
            } else {
                items.add(items.get(i));
            }
            return new Sequence(items, list.span());
        }
        return switch (way) {
            case 3 -> new Sequence(List.of(node), node.span());
            case 4 -> new Mapping(List.of(), node.span());
            case 5 -> new Scalar("", true, node.span());
            default -> text(random.nextBoolean() ? "other" : "7", node);
        };
    }

    private static Scalar text(String text, Node place) {
        return new Scalar(text, true, place.span());
    }
}
