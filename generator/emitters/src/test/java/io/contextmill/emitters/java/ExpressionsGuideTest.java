package io.contextmill.emitters.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.GoldenFiles;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.Linker;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide to expressions says can be said can be, and becomes such Java. */
class ExpressionsGuideTest {
    private static final Path GUIDE = Path.of("../docs/expressions.md");
    private static final String FROM = "## What can be said";

    private static final String SUBJECT =
            """
            context: Subject
            types:
              Money: {amount: "decimal(12,2)", currency: "string(3)"}
              Line: {quantity: int, price: Money}
              Colour: [RED, GREEN]
              Code: string(5)
            aggregates:
              Item:
                fields: {count: int, big: long, price: "decimal(12,2)", name: text, nick: "text?", open: boolean, colour: Colour,
                  total: Money, lines: "Line[]", numbers: "long[]", since: date, made: instant, term: duration, code: Code}
            events:
              ItemMade:
                fields: {count: int, big: long, price: "decimal(12,2)", name: text, nick: "text?", open: boolean, colour: Colour,
                  total: Money, lines: "Line[]", numbers: "long[]", since: date, made: instant, term: duration, code: Code}
              ItemTried: {}
            commands:
              MakeItem:
                creates: always
                fields: {count: int, big: long, price: "decimal(12,2)", name: text, nick: "text?", open: boolean, colour: Colour,
                  total: Money, lines: "Line[]", numbers: "long[]", since: date, made: instant, term: duration, code: Code}
                emits: ItemMade
              TryItem:
                aggregate: Item
                fields: {quantity: int, much: long, fee: "decimal(8,2)", urgent: boolean, word: text, day: date, at: instant}
                emits: ItemTried
                guards:
            """;

    private static final Pattern FIRST_CELL = Pattern.compile("\\| (`.*?) (?<!\\\\)\\| ");
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]+\\.)+(?=[A-Z])");

    /**
     * The rows of the guide's table by what stands in their first column; behind each row
     * expressions of that kind, and the Java of each.
     */
    private static final String ROWS =
            """
            `a && b`, `a || b`, `!a`, `a ? b : c`
              open && command.urgent || !open
                (item.open() && command.urgent()) || !item.open()
              (open ? count : 2) == 3
                (item.open() ? item.count() : 2) == 3
            `==`, `!=`
              count == 1 && price == 1.0 && colour != RED && name == command.word
                item.count() == 1 && item.price().compareTo(new BigDecimal("1.0")) == 0 && item.colour() != Colour.RED && item.name().equals(command.word())
            `<`, `<=`, `>`, `>=`
              count < 1 || price <= 2.5 || since > command.day || made >= command.at || term < duration('1s')
                item.count() < 1 || item.price().compareTo(new BigDecimal("2.5")) <= 0 || item.since().isAfter(command.day()) || !item.made().isBefore(command.at()) || item.term().compareTo(Duration.ofSeconds(1)) < 0
            `+`, `-`, `*` of whole numbers
              count + 1 - command.quantity * 2 == 0
                Math.subtractExact(Math.addExact((long) item.count(), 1), Math.multiplyExact((long) command.quantity(), 2)) == 0
            `+`, `-`, `*` of decimals, also with whole numbers and literals
              price + command.fee * 2 - 0.25 > 0.5
                item.price().add(command.fee().multiply(BigDecimal.valueOf(2))).subtract(new BigDecimal("0.25")).compareTo(new BigDecimal("0.5")) > 0
            `decimal(n)` of a whole number, `decimal(1.5)` of a literal
              decimal(count) > decimal(1.5)
                BigDecimal.valueOf(item.count()).compareTo(new BigDecimal("1.5")) > 0
            `+` of texts
              name + '!' == command.word
                (item.name() + "!").equals(command.word())
            `instant + duration`, `instant - duration`, `duration + duration`, `duration - duration`
              made + term > command.at && made - term < command.at && term + term > term - term
                item.made().plus(item.term()).isAfter(command.at()) && item.made().minus(item.term()).isBefore(command.at()) && item.term().plus(item.term()).compareTo(item.term().minus(item.term())) > 0
            `instant - instant`
              made - command.at > term
                Duration.between(command.at(), item.made()).compareTo(item.term()) > 0
            `duration('1h30m')` of a literal
              term > duration('1h30m')
                item.term().compareTo(Duration.ofMinutes(90)) > 0
            `x in list`
              command.much in numbers
                item.numbers().contains(command.much())
              count in [1, command.quantity]
                item.count() == 1 || item.count() == command.quantity()
            `size(text)`, `size(list)`
              size(name) < size(lines)
                item.name().codePointCount(0, item.name().length()) < item.lines().size()
            `startsWith`, `endsWith`, `contains`
              name.startsWith('A') || name.endsWith(command.word) || name.contains('b')
                item.name().startsWith("A") || item.name().endsWith(command.word()) || item.name().contains("b")
            `has(field)`
              has(nick) && nick != 'x'
                item.nick().isPresent() && !item.nick().orElseThrow().equals("x")
            `list.all(i, …)`, `list.exists(i, …)`
              lines.all(i, i.quantity > 0) && lines.exists(i, i.price.amount > price)
                item.lines().stream().allMatch(i -> i.quantity() > 0) && item.lines().stream().anyMatch(i -> i.price().amount().compareTo(item.price()) > 0)
            `list.map(i, …)`, `list.filter(i, …)`, `list.sum()`
              lines.filter(i, i.quantity > 1).map(i, i.price.amount).sum() <= price
                item.lines().stream().filter(i -> i.quantity() > 1).map(i -> i.price().amount()).reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(item.price()) <= 0
            `[a, b]`
              numbers == [1, command.much]
                item.numbers().equals(List.of(1L, command.much()))
            `Money{amount: a, currency: 'EUR'}`
              total == Money{amount: price, currency: 'EUR'}
                item.total().equals(new Money(item.price(), "EUR"))
            `now`
              made <= now
                !item.made().isAfter(now)
            `code.value`, `UnLocode{value: 'DEHAM'}` of a typed scalar
              code.value == command.word || code == Code{value: 'DEHAM'}
                item.code().value().equals(command.word()) || item.code().equals(new Code("DEHAM"))
            """;

    @Test
    void everyRowBecomesJava() throws IOException {
        List<String> expressions =
                ROWS.lines()
                        .filter(line -> line.startsWith("  ") && !line.startsWith("    "))
                        .map(String::strip)
                        .toList();
        Map<String, String> java = java(expressions);

        String found =
                ROWS.lines()
                        .filter(line -> !line.startsWith("    "))
                        .flatMap(
                                line ->
                                        line.startsWith(" ")
                                                ? Stream.of(line, "    " + java.get(line.strip()))
                                                : Stream.of(line))
                        .collect(Collectors.joining("\n", "", "\n"));
        assertThat(found).isEqualTo(ROWS);
    }

    @Test
    void everyRowOfTheGuideIsTried() throws IOException {
        assertThat(ROWS.lines().filter(line -> !line.startsWith(" ")))
                .containsExactlyElementsOf(guide());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count / 2 == 1",
                "count % 2 == 1",
                "name.matches('a+')",
                "made.getFullYear() == 2020",
                "{'a': 1}['a'] == count",
                "string(count) == name"
            })
    void whatIsNotInTheTableIsAFinding(String expression) {
        List<Diagnostic> findings =
                new YamlReader()
                        .read(new SourceFile("spec.yaml", spec(List.of(expression))))
                        .then(SpecDecoder::decode)
                        .then(Linker::link)
                        .diagnostics();

        assertThat(findings)
                .filteredOn(Diagnostic::isError)
                .extracting(finding -> finding.rule().value())
                .containsExactly("expression.unsupported");
    }

    /** What stands in the first column of the guide's table. */
    private static List<String> guide() throws IOException {
        String guide = Files.readString(GUIDE);
        return guide.substring(guide.indexOf(FROM))
                .lines()
                .map(FIRST_CELL::matcher)
                .filter(Matcher::lookingAt)
                .map(row -> row.group(1).replace("\\|", "|"))
                .toList();
    }

    private static String spec(List<String> guards) {
        StringBuilder spec = new StringBuilder(SUBJECT);
        for (int i = 0; i < guards.size(); i++) {
            spec.append("      Refusal%d: \"%s\"%n".formatted(i, guards.get(i)));
        }
        return spec.toString();
    }

    /** The Java of guards, by what the spec says. */
    private static Map<String, String> java(List<String> guards) {
        Map<String, String> java = new LinkedHashMap<>();
        GoldenFiles.of("spec.yaml", spec(guards), new Conditions(java));
        return java;
    }

    /** Makes no file, and remembers the Java of all guards. */
    private record Conditions(Map<String, String> java) implements Emitter {
        @Override
        public EmitterId id() {
            return new EmitterId("conditions");
        }

        @Override
        public Stream<GeneratedFile> emit(EmitContext context) {
            ExpressionCode code =
                    new ExpressionCode(
                            ContextTypes.of(context),
                            Map.of(Root.STATE, "item", Root.COMMAND, "command"));
            context.context().aggregates().get(0).commands().stream()
                    .flatMap(command -> command.guards().stream())
                    .forEach(
                            guard ->
                                    java.put(
                                            guard.text(),
                                            PACKAGE.matcher(
                                                            code.condition(guard.holds())
                                                                    .toString())
                                                    .replaceAll("")));
            return Stream.empty();
        }
    }
}
