package io.contextmill.emitters.text;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.Emitters;
import io.contextmill.emitters.text.TextSlots.Form;
import io.contextmill.emitters.text.TextSlots.Slot;
import io.contextmill.expand.SpecPrinter;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries texts in the slots of a spec, and keeps what got through. */
final class TextMatrix {
    private static final List<Emitter> EMITTERS =
            ServiceLoader.load(Emitter.class).stream().map(ServiceLoader.Provider::get).toList();

    /** Another context beside the one with the slots. */
    private static final String OTHER =
            "\n  - {context: Other, aggregates: [Other], events: [OtherMade], commands: [MakeOther]}\n";

    private final TextSlots slots;
    private final Map<String, SortedMap<String, String>> harmless = new HashMap<>();
    private final List<String> through = new ArrayList<>();
    private final Set<FileReading> reached = EnumSet.noneOf(FileReading.class);
    private int cells;
    private int refused;

    TextMatrix(TextSlots slots) {
        this.slots = slots;
    }

    /** What did not stay a text, and what was not refused. */
    List<String> through() {
        return through;
    }

    /** The kinds of files that there were. */
    Set<FileReading> reached() {
        return reached;
    }

    /** Tries one text in one slot, in a context alone and in one of a workspace. */
    void row(Slot slot, String text) {
        Row row = new Row(slot, text);
        if (!slot.takesTexts()) {
            row.isRefused();
        } else if (slot.position().equals("scenario.name")
                && text.codePoints().noneMatch(Character::isLetter)) {
            row.isRefused();
        } else {
            row.staysText();
        }
    }

    @Override
    public String toString() {
        return "texts in specs: %d cells of position, text and kind of file, %d of them refusals; %d got through"
                .formatted(cells, refused, through.size());
    }

    private final class Row {
        private final Slot slot;
        private final String text;

        Row(Slot slot, String text) {
            this.slot = slot;
            this.text = text;
        }

        private void got(String through) {
            TextMatrix.this.through.add("%s <- %s: %s".formatted(slot, text, through));
        }

        void isRefused() {
            // A word or a number may well be what is declared, or an expression.
            if (text.matches("[\\w-]+")) {
                return;
            }
            cells++;
            refused++;
            if (!model(slots.with(slot, text)).hasErrors()) {
                got("is accepted");
            }
        }

        void staysText() {
            String twin = harmless();
            UnaryOperator<String> alone = spec -> spec;
            UnaryOperator<String> among =
                    spec ->
                            "workspace: hall\ncontexts:\n  - "
                                    + spec.strip().replace("\n", "\n    ")
                                    + OTHER;
            for (UnaryOperator<String> form : List.of(alone, among)) {
                String spec = form.apply(slots.with(slot, text));
                Validated<WorkspaceModel> model = model(spec);
                if (model.hasErrors()) {
                    got("is refused: " + messages(model));
                    return;
                }
                try {
                    String harmlessSpec = form.apply(slots.with(slot, twin));
                    compare(
                            files(model.value().orElseThrow()),
                            harmless.computeIfAbsent(
                                    harmlessSpec, key -> files(model(key).value().orElseThrow())));
                    expands(model.value().orElseThrow());
                } catch (RuntimeException | AssertionError e) {
                    got("makes " + e);
                }
            }
        }

        /** The full form of a spec is one more file that texts get into. */
        private void expands(WorkspaceModel workspace) {
            cells++;
            String expanded = SpecPrinter.print(workspace);
            Validated<WorkspaceModel> again = model(expanded);
            if (again.hasErrors()) {
                got("is refused when expanded: " + messages(again));
            } else if (!SpecPrinter.print(again.value().orElseThrow()).equals(expanded)) {
                got("is another text when expanded");
            }
        }

        private void compare(SortedMap<String, String> files, SortedMap<String, String> twins) {
            if (!files.keySet().equals(twins.keySet())) {
                got("changes which files there are");
                return;
            }
            Map<FileReading, List<String>> kinds =
                    files.keySet().stream().collect(Collectors.groupingBy(FileReading::of));
            reached.addAll(kinds.keySet());
            cells += kinds.size();
            kinds.forEach(
                    (kind, paths) -> {
                        List<String> changed =
                                paths.stream()
                                        .filter(
                                                path ->
                                                        !Objects.equals(
                                                                files.get(path), twins.get(path)))
                                        .toList();
                        if (!changed.isEmpty()) {
                            Map<String, List<String>> expected = kind.facts(of(twins, changed));
                            kind.facts(of(files, changed))
                                    .forEach(
                                            (path, facts) ->
                                                    compare(
                                                            path,
                                                            facts,
                                                            expected.getOrDefault(
                                                                    path, List.of())));
                        }
                    });
        }

        private Map<String, String> of(Map<String, String> files, List<String> paths) {
            return paths.stream().collect(Collectors.toMap(Function.identity(), files::get));
        }

        private void compare(String path, List<String> facts, List<String> expected) {
            for (int i = 0; i < Math.min(facts.size(), expected.size()); i++) {
                if (!same(facts.get(i), expected.get(i))) {
                    got(
                            "in %s is%n    %s%ninstead of%n    %s"
                                    .formatted(path, facts.get(i), expected.get(i)));
                    return;
                }
            }
            if (facts.size() != expected.size()) {
                got("adds something to " + path + ", or takes it away");
            }
        }

        /** Whether two facts are the same but for the text, in one of the forms that it has. */
        private boolean same(String fact, String expected) {
            if (fact.equals(expected)) {
                return true;
            }
            if (slot.position().equals("scenario.name") && expected.startsWith(JavaFacts.METHOD)) {
                return fact.startsWith(JavaFacts.METHOD);
            }
            String twin = harmless();
            return forms().anyMatch(
                            form ->
                                    shown(expected.replace(form.apply(twin), form.apply(text)))
                                            .equals(shown(fact)));
        }

        /** How a text may be written where it arrives: as it is, or as a part of something else. */
        private Stream<UnaryOperator<String>> forms() {
            return Stream.of(
                    text -> text,
                    slot.form()::of,
                    TextMatrix::json,
                    text -> json(slot.form().of(text)),
                    text -> json(text).replace("`", "\\u0060"),
                    TextMatrix::searched,
                    TextMatrix::address);
        }

        /** A text that means nothing anywhere, like the other in what it may say about itself. */
        private String harmless() {
            if (slot.form() == Form.PATTERN) {
                // As long, and as plain: tests take other values where one cannot stand in an
                // address.
                return "q".repeat(text.length() - 1)
                        + (text.chars().anyMatch(c -> c >= 128)
                                ? "é"
                                : text.matches("[A-Za-z0-9_.:-]+") ? "q" : "~");
            }
            if (text.isBlank()) {
                return " ";
            }
            return text.matches("(?s).*[.!?:;…]\\s*") ? "qqqq qqqq." : "qqqq qqqq";
        }
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    /** What a query for a part of the text looks for. */
    private static String searched(String text) {
        return text.substring(1).toUpperCase(Locale.ROOT);
    }

    private static String address(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a reader sees of a text: neither where its lines break nor what shows as nothing. */
    private static String shown(String text) {
        return text.replaceAll("[\\s\\p{Cc}\\p{Cf}\\p{Co}\\p{Z}]+", "");
    }

    private static List<String> messages(Validated<WorkspaceModel> model) {
        return model.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::message)
                .toList();
    }

    /** The model of a spec, or what is wrong with it. */
    static Validated<WorkspaceModel> model(String spec) {
        return new YamlReader()
                .read(new SourceFile("texts.yaml", spec))
                .then(SpecDecoder::decode)
                .then(Linker::link);
    }

    /** The model of a spec in a file. */
    static WorkspaceModel model(Path spec) {
        return new Pipeline(Steps.standard(), Emitters.of(List.of()))
                .run(spec, new Goal.Validate())
                .model()
                .orElseThrow();
    }

    /** All files of a project, by their paths. */
    static SortedMap<String, String> files(WorkspaceModel workspace) {
        SortedMap<String, String> files = new TreeMap<>();
        Emitters.of(EMITTERS).emit(workspace, finding -> {}).stream()
                .flatMap(part -> part.files())
                .forEach(file -> files.put(file.path().value(), file.text()));
        return files;
    }
}
