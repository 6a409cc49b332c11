package io.contextmill.emitters;

import io.contextmill.emit.Emitter;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Specs in which everything is called by awkward words: as many as there are {@linkplain Position
 * positions} for names of classes, with each word in another one in each spec. In each spec, a word
 * is a field and a value of an enum as well; and each is the first and the second state of a
 * lifecycle, and the field that holds it, in one of the specs.
 */
final class AwkwardSpecs {
    /** Where names of classes stand; each aggregate has one of each. */
    enum Position {
        AGGREGATE,
        ID,
        TYPE,
        CREATION_EVENT,
        CHANGE_EVENT,
        CREATION,
        CHANGE,
        READ_MODEL,
        QUERY,
        LIST
    }

    /** How many specs there are. */
    static final int SPECS = Position.values().length;

    /** What each spec has beside the awkward names, some of which are those of its classes. */
    private static final String PLAIN =
            """
            context: %s
            types:
              OrderStatus: [PLACED, SHIPPED]
            %saggregates:
              Order: {fields: {status: OrderStatus, placed: "date?"}, lifecycle: {field: status, initial: PLACED}}
            %sevents:
              OrderPlaced: {fields: {placed: "date?"}, to: PLACED}
              OrderShipped: {to: SHIPPED}
            %scommands:
              PlaceOrder: {aggregate: Order, creates: always, fields: {placed: "date?"}, emits: OrderPlaced}
              ShipOrder: {aggregate: Order, creates: never, from: PLACED, emits: OrderShipped}
            %sreadModels:
              OrderSummary: {projects: [OrderPlaced, OrderShipped]}
            %squeries:
              GetOrder: {returns: OrderSummary}
              ListOrders: {by: "placed?", returns: "OrderSummary[]"}
            %s""";

    private static final List<String> PLAIN_NAMES =
            List.of(
                    "Order",
                    "OrderId",
                    "OrderStatus",
                    "OrderPlaced",
                    "OrderShipped",
                    "PlaceOrder",
                    "ShipOrder",
                    "OrderSummary",
                    "GetOrder",
                    "ListOrders");

    private static final List<Position> POSITIONS = List.of(Position.values());

    private static final List<String> TYPES =
            List.of(
                    "string(20)",
                    "int?",
                    "long",
                    "decimal(9,2)?",
                    "boolean",
                    "uuid?",
                    "date",
                    "time?",
                    "instant",
                    "duration?",
                    "string(1..9)?");

    private final List<String> words;
    private final int aggregates;

    /**
     * @param words in Pascal case, no two of which differ only in case
     */
    AwkwardSpecs(Collection<String> words) {
        Set<String> taken = new HashSet<>();
        PLAIN_NAMES.stream().map(Words::fold).forEach(taken::add);
        this.words = new ArrayList<>();
        words.stream().filter(word -> taken.add(Words.fold(word))).forEach(this.words::add);
        while (this.words.size() % SPECS != 0) {
            this.words.add("Filler" + this.words.size());
        }
        this.aggregates = this.words.size() / SPECS;
    }

    /** Whether something is called so in every spec, without being awkward. */
    static boolean isPlain(String word) {
        return PLAIN_NAMES.stream().anyMatch(name -> Words.fold(name).equals(Words.fold(word)));
    }

    /** All words that are in the specs. */
    List<String> words() {
        return List.copyOf(words);
    }

    /** The Java files of a service with plain names, as every emitter makes them. */
    static Collection<GeneratedFile> plainJava() {
        return java(PLAIN.formatted("Order", "", "", "", "", "", ""));
    }

    /** The Java files of a spec, as every emitter makes them. */
    static Collection<GeneratedFile> java(String spec) {
        Emitter[] emitters =
                ServiceLoader.load(Emitter.class, AwkwardSpecs.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toArray(Emitter[]::new);
        return GoldenFiles.of("awkward.yaml", spec, emitters).values().stream()
                .filter(file -> file.path().value().endsWith(".java"))
                .toList();
    }

    /** One of the specs, in a context of that name. */
    String spec(String context, int number) {
        List<Names> all =
                IntStream.range(0, aggregates).mapToObj(i -> new Names(number, i)).toList();
        return PLAIN.formatted(
                context,
                lines(all.stream().map(Names::type)),
                lines(all.stream().map(Names::aggregate)),
                lines(all.stream().flatMap(Names::events)),
                lines(all.stream().flatMap(Names::commands)),
                lines(all.stream().map(Names::readModel)),
                lines(all.stream().flatMap(Names::queries)));
    }

    private static String lines(Stream<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    /** What one aggregate of one spec and all that belongs to it are called. */
    private final class Names {
        private final int spec;
        private final int index;
        private final List<String> values;
        private final List<String> fields;

        Names(int spec, int index) {
            this.spec = spec;
            this.index = index;
            this.values = own(word -> spec % 2 == 0 ? constant(word) : lower(word));
            this.fields = own(this::field);
        }

        /** The words of this aggregate, which are the same in all specs, in another order each. */
        private List<String> own(java.util.function.UnaryOperator<String> form) {
            return IntStream.range(0, SPECS)
                    .map(i -> index * SPECS + (i + spec) % SPECS)
                    .mapToObj(words::get)
                    .map(form)
                    .toList();
        }

        private String of(Position position) {
            int group = (POSITIONS.indexOf(position) + spec) % SPECS;
            return words.get(group * aggregates + index);
        }

        private String field(String word) {
            String name = Words.of(word).camel();
            return isIdentity(name) ? name + "Too" : name;
        }

        /** Nothing else can be called so: rule {@code name.identity-taken}. */
        private boolean isIdentity(String field) {
            String name = Words.fold(field);
            return name.equals(Words.fold(of(Position.AGGREGATE)))
                    || (name + "id").equals(Words.fold(of(Position.AGGREGATE)))
                    || (name + "id").equals(Words.fold(of(Position.ID)));
        }

        private String fields(int from) {
            StringBuilder text = new StringBuilder();
            for (int i = from; i < SPECS; i++) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(quoted(fields.get(i)))
                        .append(": ")
                        .append(
                                i == 0
                                        ? of(Position.TYPE)
                                        : quoted(TYPES.get((i + 2 * index) % TYPES.size())));
            }
            return "{" + text + "}";
        }

        String type() {
            return of(Position.TYPE)
                    + ": ["
                    + String.join(", ", values.stream().map(AwkwardSpecs::quoted).toList())
                    + "]";
        }

        String aggregate() {
            return of(Position.AGGREGATE)
                    + ": {id: "
                    + of(Position.ID)
                    + ", fields: "
                    + fields(0)
                    + ", lifecycle: {field: "
                    + quoted(fields.get(0))
                    + ", initial: "
                    + quoted(values.get(0))
                    + "}}";
        }

        Stream<String> events() {
            return Stream.of(
                    of(Position.CREATION_EVENT)
                            + ": {fields: "
                            + fields(1)
                            + ", to: "
                            + quoted(values.get(0))
                            + ", visibility: public}",
                    of(Position.CHANGE_EVENT)
                            + ": {fields: "
                            + fields(SPECS / 2)
                            + ", to: "
                            + quoted(values.get(1))
                            + "}");
        }

        Stream<String> commands() {
            String aggregate = ": {aggregate: " + of(Position.AGGREGATE) + ", ";
            return Stream.of(
                    of(Position.CREATION)
                            + aggregate
                            + "creates: "
                            + (index % 2 == 0 ? "always" : "ifAbsent")
                            + ", fields: "
                            + fields(1)
                            + ", emits: "
                            + of(Position.CREATION_EVENT)
                            + "}",
                    of(Position.CHANGE)
                            + aggregate
                            + "creates: never, from: "
                            + quoted(values.get(0))
                            + ", fields: "
                            + fields(SPECS / 2)
                            + ", emits: "
                            + of(Position.CHANGE_EVENT)
                            + "}");
        }

        String readModel() {
            return of(Position.READ_MODEL)
                    + ": {projects: ["
                    + of(Position.CREATION_EVENT)
                    + ", "
                    + of(Position.CHANGE_EVENT)
                    + "]}";
        }

        Stream<String> queries() {
            return Stream.of(
                    of(Position.QUERY) + ": {returns: " + of(Position.READ_MODEL) + "}",
                    of(Position.LIST)
                            + ": {by: ["
                            + quoted(fields.get(1))
                            + ", "
                            + quoted(fields.get(2) + "?")
                            + "], returns: \""
                            + of(Position.READ_MODEL)
                            + "[]\", sort: "
                            + quoted(fields.get(4))
                            + "}");
        }
    }

    private static String constant(String word) {
        return Words.of(word).upperSnake();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
