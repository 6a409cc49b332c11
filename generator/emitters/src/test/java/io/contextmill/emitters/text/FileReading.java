package io.contextmill.emitters.text;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kinds of files of a generated project, each with a reader that its consumers use. What is
 * read is a list of facts in their order: each a part of the structure, or a text that is in it.
 * Two files with the same facts are the same to their consumers.
 */
enum FileReading {
    JAVA(".java", JavaFacts::of),
    XML(".xml", each(FileReading::xml)),
    YAML(".yaml", each(FileReading::yaml)),
    JSON(".json", each(FileReading::json)),
    SQL(".sql", each(SqlFacts::of)),
    MARKDOWN(".md", each(MarkdownFacts::of)),
    GIT_IGNORE(".gitignore", each(text -> text.lines().toList()));

    private final String ending;

    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    private final Function<Map<String, String>, Map<String, List<String>>> reader;

    FileReading(String ending, Function<Map<String, String>, Map<String, List<String>>> reader) {
        this.ending = ending;
        this.reader = reader;
    }

    /** The kind of a file; a test that meets another one fails. */
    static FileReading of(String path) {
        for (FileReading kind : values()) {
            if (path.endsWith(kind.ending)) {
                return kind;
            }
        }
        throw new AssertionError("nothing here reads " + path);
    }

    /** What the consumers of such files read in each, by their paths. */
    Map<String, List<String>> facts(Map<String, String> files) {
        return reader.apply(files);
    }

    private static Function<Map<String, String>, Map<String, List<String>>> each(
            Function<String, List<String>> reader) {
        return files -> {
            Map<String, List<String>> facts = new TreeMap<>();
            files.forEach((path, text) -> facts.put(path, reader.apply(text)));
            return facts;
        };
    }

    private static List<String> xml(String text) {
        List<String> facts = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.CHARACTERS) {
                    facts.add(reader.getText());
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    facts.add("<" + reader.getName());
                    IntStream.range(0, reader.getAttributeCount())
                            .forEach(
                                    i -> {
                                        facts.add("@" + reader.getAttributeName(i));
                                        facts.add(reader.getAttributeValue(i));
                                    });
                } else if (event != XMLStreamConstants.COMMENT) {
                    facts.add("event " + event);
                }
            }
        } catch (XMLStreamException e) {
            throw new AssertionError(text, e);
        }
        return facts;
    }

    private static List<String> yaml(String text) {
        List<String> facts = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .composeAll(new StringReader(text))
                .forEach(document -> node(document, facts));
        return facts;
    }

    private static void node(Node node, List<String> facts) {
        facts.add(node.getTag().toString());
        if (node instanceof ScalarNode scalar) {
            facts.add(scalar.getValue());
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> node(item, facts));
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(
                            entry -> {
                                node(entry.getKeyNode(), facts);
                                node(entry.getValueNode(), facts);
                            });
        }
        facts.add("end");
    }

    private static List<String> json(String text) {
        List<String> facts = new ArrayList<>();
        try (JsonParser parser =
                JsonMapper.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()
                        .createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                facts.add(token.name());
                facts.add(parser.getString());
            }
        }
        return facts;
    }
}
