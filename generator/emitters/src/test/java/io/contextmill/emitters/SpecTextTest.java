package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.application.ApplicationEmitter;
import io.contextmill.emitters.config.ConfigEmitter;
import io.contextmill.emitters.domain.DomainEmitter;
import io.contextmill.emitters.json.JsonEmitter;
import io.contextmill.emitters.memory.MemoryEmitter;
import io.contextmill.emitters.postgres.PostgresEmitter;
import io.contextmill.emitters.readmodel.ReadModelEmitter;
import io.contextmill.emitters.web.WebEmitter;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.ContextModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.Linker;
import io.contextmill.model.QueryModel;
import io.contextmill.model.ReadModel;
import io.contextmill.model.Type;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text of a spec stays text: whatever it says, javac reads the same code, and readers of the
 * comments the same text. Each text of the model is a payload at once; one that is not read as it
 * should be shows in the file that it gets into.
 */
class SpecTextTest {
    private static final String SPEC =
            """
            context: Order
            aggregates:
              Order: {fields: {items: "OrderItem[]?"}, entities: {OrderItem: {description: An item.}}}
              Return: {}
            events: [OrderCreated, OrderShipped]
            commands: [CreateOrder, ShipOrder]
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ static { System.exit(1); } /*",
                "\\u002a/ class Evil {} /\\u002a",
                "\\u002a\\u002f static int evil; \\u002f\\u002a",
                "*\\u002f int evil; /*",
                "\\uuuu002a/ int evil; /*",
                "\\\\u002a/ int evil; /*",
                "line\nbreak */ int evil; /*",
                "line\r\nbreak\u2028\u2029\u0085\u000b\f */",
                "\\u000a} class Evil { /*",
                "ends with a backslash \\",
                "ends with an asterisk *",
                "/ begins with a slash",
                "\"quotes\" 'and' \"\"\" text blocks",
                "$T $L $$ $S ${x} #{y} {{z}}",
                "{@link java.lang.Object} @author me @param x y",
                "<b>bold</b> &amp; <script>alert(1)</script>",
                "\u202e reversed \u2066 isolated \u200b invisible \uE000java.lang.Evil\uE001",
                "\ud83d\ude80 rocket, half \ud83d, \u0000 and \u001b",
                "a very long text that has to be wrapped because no line can hold it: "
                        + "xxxxxxxxx */ xxxxxxxxx \\u002a/ xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx",
                "   ",
                "."
            })
    void staysText(String payload) {
        SortedMap<String, GeneratedFile> harmless = files("harmless", "order.yaml");
        SortedMap<String, GeneratedFile> files = files(payload, payload.replace("/", "") + ".yaml");

        assertThat(JavaCompilation.code(files.values()))
                .isEqualTo(JavaCompilation.code(harmless.values()));
        if (!payload.isBlank()) {
            assertThat(
                            comments(
                                    file(
                                            files,
                                            "src/generated/java/com/example/order/CreateOrder.java")))
                    .contains(readable(payload));
        }
    }

    private static GeneratedFile file(SortedMap<String, GeneratedFile> files, String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    /** What a reader of the rendered comments sees. */
    private static String comments(GeneratedFile file) {
        StringBuilder text = new StringBuilder();
        file.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("/**") || line.startsWith("*"))
                .map(
                        line ->
                                line.replaceFirst("^(/\\*\\*|\\*/?)", "")
                                        .replaceFirst("\\*/$", "")
                                        .strip())
                .forEach(line -> text.append(line).append(' '));
        return decoded(text.toString());
    }

    private static String decoded(String html) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < html.length()) {
            int end = html.indexOf(';', i);
            if (html.startsWith("&#", i)) {
                text.appendCodePoint(Integer.parseInt(html.substring(i + 2, end)));
                i = end + 1;
            } else if (html.charAt(i) == '&') {
                text.append(
                        switch (html.substring(i, end + 1)) {
                            case "&lt;" -> "<";
                            case "&gt;" -> ">";
                            case "&amp;" -> "&";
                            default -> throw new AssertionError(html.substring(i));
                        });
                i = end + 1;
            } else {
                text.append(html.charAt(i++));
            }
        }
        return text.toString();
    }

    /** All that white space means in a comment is that words end. */
    private static String readable(String payload) {
        return payload.replaceAll("[\\s\\p{Cc}\\p{Z}]+", " ").strip();
    }

    private static SortedMap<String, GeneratedFile> files(String text, String fileName) {
        WorkspaceModel linked =
                new YamlReader()
                        .read(new SourceFile("order.yaml", SPEC))
                        .then(SpecDecoder::decode)
                        .then(Linker::link)
                        .value()
                        .orElseThrow();
        SourceSpan origin = new SourceFile("specs/" + fileName, "").start();
        WorkspaceModel workspace =
                new WorkspaceModel(
                        linked.name(),
                        linked.alone(),
                        linked.options(),
                        List.of(described(linked.contexts().get(0), Optional.of(text), origin)));
        SortedMap<String, GeneratedFile> files = new TreeMap<>();
        List<Emitter> emitters =
                List.of(
                        new DomainEmitter(),
                        new ApplicationEmitter(),
                        new ReadModelEmitter(),
                        new MemoryEmitter(),
                        new PostgresEmitter(),
                        new JsonEmitter(),
                        new WebEmitter(),
                        new ConfigEmitter());
        Emitters.of(emitters)
                .emit(workspace, finding -> {})
                .forEach(
                        context ->
                                context.files()
                                        .filter(file -> file.path().value().endsWith(".java"))
                                        .forEach(file -> files.put(file.path().value(), file)));
        return files;
    }

    private static ContextModel described(
            ContextModel context, Optional<String> text, SourceSpan origin) {
        return new ContextModel(
                context.name(),
                context.subdomain(),
                text,
                context.types(),
                context.values().stream().map(value -> described(value, text)).toList(),
                context.aggregates().stream().map(aggregate -> described(aggregate, text)).toList(),
                context.readModels().stream().map(readModel -> described(readModel, text)).toList(),
                context.drops(),
                context.queries().stream().map(query -> described(query, text)).toList(),
                context.scenarios(),
                origin);
    }

    private static Type.ValueType described(Type.ValueType value, Optional<String> text) {
        return new Type.ValueType(
                value.name(),
                value.entity()
                        .map(entity -> new Type.Entity(entity.aggregate(), entity.id(), text)),
                value.fields(),
                value.scalar(),
                value.owned(),
                value.origin());
    }

    private static AggregateModel described(AggregateModel aggregate, Optional<String> text) {
        return new AggregateModel(
                aggregate.name(),
                text,
                aggregate.id(),
                aggregate.fields(),
                aggregate.lifecycle(),
                aggregate.invariants(),
                aggregate.unique(),
                aggregate.persistence(),
                aggregate.commands().stream().map(command -> described(command, text)).toList(),
                aggregate.events().stream().map(event -> described(event, text)).toList(),
                aggregate.origin());
    }

    private static CommandModel described(CommandModel command, Optional<String> text) {
        return new CommandModel(
                command.name(),
                text,
                command.aggregate(),
                command.creation(),
                command.from(),
                command.rejects(),
                command.guards(),
                command.fields(),
                command.emission(),
                command.origin());
    }

    private static EventModel described(EventModel event, Optional<String> text) {
        return new EventModel(
                event.name(),
                text,
                event.aggregate(),
                event.fields(),
                event.to(),
                event.sets(),
                event.deletes(),
                event.isPublic(),
                event.version(),
                event.earlier(),
                event.creates(),
                event.changes(),
                event.origin());
    }

    private static ReadModel described(ReadModel readModel, Optional<String> text) {
        return new ReadModel(
                readModel.name(),
                text,
                readModel.aggregate(),
                readModel.key(),
                readModel.fields(),
                readModel.projections(),
                readModel.origin());
    }

    private static QueryModel described(QueryModel query, Optional<String> text) {
        if (query instanceof QueryModel.Listing listing) {
            return new QueryModel.Listing(
                    listing.name(),
                    text,
                    listing.readModel(),
                    listing.filters(),
                    listing.sort(),
                    listing.descending(),
                    listing.pageSize(),
                    listing.origin());
        }
        return new QueryModel.ByKey(query.name(), text, query.readModel(), query.origin());
    }
}
