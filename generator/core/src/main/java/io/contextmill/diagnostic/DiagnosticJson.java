package io.contextmill.diagnostic;

import java.util.List;
import java.util.Locale;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings for programs: a JSON array with an object for each, in the order given.
 *
 * <p>Members are {@code rule}, {@code severity}, {@code file}, {@code start}, {@code end}, {@code
 * message}, {@code hint} where there is one, and {@code related} where there are any. Lines and
 * columns count from 1.
 */
public final class DiagnosticJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DiagnosticJson() {}

    /** The findings as a text that ends with {@code \n}, the same on every platform. */
    public static String render(List<Diagnostic> diagnostics) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return MAPPER.writer().with(printer).writeValueAsString(toJson(diagnostics)) + "\n";
    }

    /** The findings as a part of a larger document. */
    public static ArrayNode toJson(List<Diagnostic> diagnostics) {
        ArrayNode array = NODES.arrayNode();
        diagnostics.forEach(diagnostic -> array.add(toJson(diagnostic)));
        return array;
    }

    private static ObjectNode toJson(Diagnostic diagnostic) {
        ObjectNode object = NODES.objectNode();
        object.put("rule", diagnostic.rule().value());
        object.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        place(object, diagnostic.span());
        object.put("message", diagnostic.message());
        diagnostic.hint().ifPresent(hint -> object.put("hint", hint));
        if (!diagnostic.related().isEmpty()) {
            ArrayNode related = object.putArray("related");
            diagnostic
                    .related()
                    .forEach(
                            other -> {
                                ObjectNode item = related.addObject();
                                place(item, other.span());
                                item.put("message", other.message());
                            });
        }
        return object;
    }

    private static void place(ObjectNode object, SourceSpan span) {
        object.put("file", span.file().name());
        position(object.putObject("start"), span.start());
        position(object.putObject("end"), span.end());
    }

    private static void position(ObjectNode object, Position position) {
        object.put("line", position.line());
        object.put("column", position.column());
    }
}
