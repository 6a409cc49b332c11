package io.contextmill.emitters.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.GoldenFiles;
import io.contextmill.emitters.JavaCompilation;
import io.contextmill.emitters.domain.DomainEmitter;
import io.contextmill.emitters.java.RandomExpressions.Written;
import io.contextmill.emitters.platform.PlatformEmitter;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.ContextModel;
import io.contextmill.model.Evaluation;
import io.contextmill.model.Expression;
import io.contextmill.model.Expression.Binary;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Guard;
import io.contextmill.model.Type;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.Names;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Expressions mean what CEL means by them: random ones are computed on random values by the Java
 * that is made of them, by our own evaluation, and by CEL. All have the same value, or all fail.
 *
 * <p>CEL knows no decimals, {@code sum} and value objects of ours; for it these are functions and
 * maps. It may look at both sides of {@code &&} and {@code ||}, and forgive an error in one; where
 * our Java fails, it has to fail as well when it goes from left to right.
 *
 * <p>{@code -Dexpressions.seed=…} and {@code -Dexpressions.count=…} try others.
 */
class ExpressionEquivalenceTest {
    private static final long SEED = Long.getLong("expressions.seed", 20261127);
    private static final int EXPRESSIONS = Integer.getInteger("expressions.count", 400);
    private static final int VALUES = 20;
    private static final int DEPTH = 4;

    /** The longest expression that a spec may have is twice that. */
    private static final int LONG = 900;

    private static final String SUBJECT =
            """
            context: Subject
            types:
              Money: {amount: "decimal(12,2)", currency: "string(3)"}
              Line: {quantity: int, price: Money}
              Colour: [RED, GREEN]
            aggregates:
              Item:
                fields: {count: int, big: long, price: "decimal(12,2)", weight: "decimal(8,3)?", spare: "long?", name: text,
                  nick: "text?", open: boolean, colour: Colour, owner: uuid, total: Money, lines: "Line[]", numbers: "long[]",
                  since: date, made: instant, term: duration}
            events:
              ItemMade:
                fields: {count: int, big: long, price: "decimal(12,2)", weight: "decimal(8,3)?", spare: "long?", name: text,
                  nick: "text?", open: boolean, colour: Colour, owner: uuid, total: Money, lines: "Line[]", numbers: "long[]",
                  since: date, made: instant, term: duration}
              ItemTried: {}
            commands:
              MakeItem:
                creates: always
                fields: {count: int, big: long, price: "decimal(12,2)", weight: "decimal(8,3)?", spare: "long?", name: text,
                  nick: "text?", open: boolean, colour: Colour, owner: uuid, total: Money, lines: "Line[]", numbers: "long[]",
                  since: date, made: instant, term: duration}
                emits: ItemMade
              TryItem:
                aggregate: Item
                fields: {quantity: int, much: long, fee: "decimal(8,2)", urgent: boolean, hint: "text?", word: text, paint: Colour,
                  owner: uuid, limit: Money, others: "long[]", day: date, at: instant, wait: duration}
                emits: ItemTried
            """;

    private static final Pattern NEEDED =
            Pattern.compile(
                    "src/(generated|main)/java/com/example/subject/(platform/(?!BackgroundLoop))?\\w+\\.java");

    /** A whole expression, and what CEL makes of it. */
    private record Case(Expression expression, Written written) {}

    @Test
    void haveTheValueThatCelGivesThem(@TempDir Path output) throws Exception {
        Random random = new Random(SEED);
        List<Case> cases = cases(random);
        ContextModel subject = Linked.context(SUBJECT);
        AggregateModel item = subject.aggregates().get(0);
        CommandModel command = trying(item);
        Map<String, GeneratedFile> files =
                new HashMap<>(
                        GoldenFiles.of(
                                "subject.yaml",
                                SUBJECT,
                                new DomainEmitter(),
                                new PlatformEmitter(),
                                new Computations(cases)));
        files.keySet().removeIf(path -> !NEEDED.matcher(path).matches());
        assertThat(JavaCompilation.findings(files.values(), output))
                .as(() -> text(files, "Computations"))
                .isEmpty();

        Cel cel = new Cel();
        int failed = 0;
        List<String> different = new ArrayList<>();
        try (URLClassLoader loader = loader(output)) {
            Subjects subjects = new Subjects(loader, files);
            List<CelRuntime.Program> programs = new ArrayList<>();
            List<CelRuntime.Program> ordered = new ArrayList<>();
            for (Case one : cases) {
                programs.add(cel.program(one.written().cel()));
                ordered.add(cel.program(one.written().ordered()));
            }
            for (int round = 0; round < VALUES; round++) {
                Map<String, Object> state = values(item.fields(), random);
                Map<String, Object> asked = values(command.fields(), random);
                Object javaState = subjects.make("Item", item.fields(), state);
                Object javaCommand = subjects.make("TryItem", command.fields(), asked);
                Map<String, Object> variables =
                        Map.of("state", cel.values(state), "command", cel.values(asked));
                Evaluation evaluation =
                        Evaluation.empty().with(Root.STATE, state).with(Root.COMMAND, asked);
                for (int i = 0; i < cases.size(); i++) {
                    Object ours = subjects.compute(i, javaState, javaCommand);
                    Object evaluated = evaluated(evaluation, cases.get(i).expression());
                    Object theirs =
                            ours == FAILED
                                    ? cel.value(ordered.get(i), variables)
                                    : cel.value(programs.get(i), variables);
                    failed += ours == FAILED ? 1 : 0;
                    if (!Objects.equals(ours, theirs) || !Objects.equals(ours, evaluated)) {
                        different.add(
                                cases.get(i).written().ours()
                                        + "\n  Java: "
                                        + ours
                                        + ", evaluation: "
                                        + evaluated
                                        + ", CEL: "
                                        + theirs
                                        + "\n  state: "
                                        + state
                                        + "\n  command: "
                                        + asked);
                    }
                }
            }
        }

        assertThat(different).as("seed %s", SEED).isEmpty();
        assertThat(failed).as("how often they failed").isBetween(1, EXPRESSIONS * VALUES / 4);
    }

    /** What failed has no value, whatever it failed by. */
    private static final Object FAILED =
            new Object() {
                @Override
                public String toString() {
                    return "failed";
                }
            };

    /** Guards, and both sides of those that compare, which have other types. */
    private static List<Case> cases(Random random) {
        List<Written> written = new ArrayList<>();
        List<Written> sides = new ArrayList<>();
        while (written.size() < EXPRESSIONS) {
            RandomExpressions expressions = new RandomExpressions(random);
            int depth = 1 + random.nextInt(DEPTH);
            Written side =
                    switch (random.nextInt(8)) {
                        case 0 -> expressions.whole(depth);
                        case 1 -> expressions.decimal(depth);
                        case 2 -> expressions.text(depth);
                        case 3 -> expressions.list(depth);
                        case 4 -> expressions.duration(depth);
                        case 5 -> expressions.instant(depth);
                        default -> expressions.condition(depth);
                    };
            if (side.ours().length() < LONG) {
                sides.add(side);
                written.add(
                        new Written(
                                "(" + side.ours() + ") == (" + side.ours() + ")", "true", "true"));
            }
        }
        StringBuilder guards = new StringBuilder("    guards:\n");
        for (int i = 0; i < written.size(); i++) {
            guards.append("      Refusal")
                    .append(i)
                    .append(": \"")
                    .append(written.get(i).ours())
                    .append("\"\n");
        }
        List<Guard> linked = trying(Linked.context(SUBJECT + guards).aggregates().get(0)).guards();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            cases.add(new Case(((Binary) linked.get(i).holds()).left(), sides.get(i)));
        }
        return cases;
    }

    /** Makes a class that computes every expression. */
    private record Computations(List<Case> cases) implements Emitter {
        @Override
        public EmitterId id() {
            return new EmitterId("expressions");
        }

        @Override
        public Stream<GeneratedFile> emit(EmitContext context) {
            ContextTypes types = ContextTypes.of(context);
            AggregateTypes item = types.aggregates().get(0);
            ExpressionCode code =
                    new ExpressionCode(types, Map.of(Root.STATE, "item", Root.COMMAND, "command"));
            ClassName name = ClassName.get(item.state().packageName(), "Computations");
            TypeSpec.Builder all = TypeSpec.classBuilder(name).addModifiers(Modifier.PUBLIC);
            for (int i = 0; i < cases.size(); i++) {
                CodeBlock value = code.condition(cases.get(i).expression());
                all.addMethod(
                        MethodSpec.methodBuilder("value" + i)
                                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                                .returns(Object.class)
                                .addParameter(item.state(), "item")
                                .addParameter(types.command(trying(item.model())), "command")
                                .addStatement("return $L", value)
                                .build());
            }
            return Stream.of(
                    JavaFiles.of(context, id())
                            .generated(
                                    JavaSource.of(name, all.build()), context.context().origin()));
        }
    }

    private static String text(Map<String, GeneratedFile> files, String name) {
        return files.values().stream()
                .filter(file -> file.path().value().endsWith("/" + name + ".java"))
                .map(GeneratedFile::text)
                .findFirst()
                .orElseThrow();
    }

    private static CommandModel trying(AggregateModel item) {
        return item.commands().get(1);
    }

    private static URLClassLoader loader(Path output) throws IOException {
        return new URLClassLoader(
                new URL[] {output.toUri().toURL()},
                ExpressionEquivalenceTest.class.getClassLoader());
    }

    private static Object evaluated(Evaluation evaluation, Expression expression) {
        try {
            return plain(evaluation.value(expression).orElseThrow());
        } catch (ArithmeticException e) {
            return FAILED;
        }
    }

    /** A value as all three have it. */
    private static Object plain(Object value) {
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        if (value instanceof BigDecimal decimal) {
            return Decimal.of(decimal);
        }
        return value instanceof List<?> list
                ? list.stream().map(ExpressionEquivalenceTest::plain).toList()
                : value;
    }

    // Random values, as our evaluation has them.

    private static Map<String, Object> values(List<FieldModel> fields, Random random) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldModel field : fields) {
            if (!field.optional() || random.nextBoolean()) {
                values.put(field.name(), value(field, random));
            }
        }
        return values;
    }

    private static Object value(FieldModel field, Random random) {
        Type type = field.type();
        if (type instanceof EnumType declared) {
            return declared.values().get(random.nextInt(declared.values().size()));
        }
        if (type instanceof ValueType value) {
            return values(value.fields(), random);
        }
        if (type instanceof ListType list) {
            return Stream.generate(() -> value(list.item(), random))
                    .limit(random.nextInt(4))
                    .toList();
        }
        return switch ((Scalar) type) {
            case STRING -> List.of("EUR", "USD", "a").get(random.nextInt(3));
            case TEXT -> List.of("", "a", "ab", "ä", "😀x", "EURO").get(random.nextInt(6));
            case INT -> whole(random, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole(random, Long.MIN_VALUE, Long.MAX_VALUE);
            case DECIMAL ->
                    BigDecimal.valueOf(
                            random.nextInt(20_000) - 10_000L, field.limits().scale().orElse(0));
            case BOOLEAN -> random.nextBoolean();
            case UUID -> new UUID(7, random.nextInt(2)).toString();
            case DATE -> LocalDate.of(2026, 1, 1 + random.nextInt(3));
            // Whole seconds: CEL's library takes none of -0.5 seconds for a duration.
            case INSTANT -> Instant.ofEpochSecond(random.nextInt(3));
            case DURATION -> Duration.ofSeconds(random.nextInt(5) - 2);
            default -> throw new IllegalArgumentException(type.word());
        };
    }

    private static Long whole(Random random, long least, long most) {
        return switch (random.nextInt(8)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> least + 1;
            default -> (long) random.nextInt(21) - 10;
        };
    }

    /** The generated classes, and values of theirs. */
    private static final class Subjects {
        private final ClassLoader loader;
        private final Map<String, GeneratedFile> files;
        private final Map<String, Method> methods = new HashMap<>();

        Subjects(ClassLoader loader, Map<String, GeneratedFile> files)
                throws ReflectiveOperationException {
            this.loader = loader;
            this.files = files;
            Arrays.stream(type("Computations").getMethods())
                    .forEach(method -> methods.put(method.getName(), method));
        }

        Object compute(int number, Object state, Object command)
                throws ReflectiveOperationException {
            try {
                Method method = Objects.requireNonNull(methods.get("value" + number));
                return plain(method.invoke(null, state, command));
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof ArithmeticException) {
                    return FAILED;
                }
                throw e;
            }
        }

        /** A record with values for its fields, and any identity. */
        Object make(String name, List<FieldModel> fields, Map<String, Object> values)
                throws ReflectiveOperationException {
            Class<?> type = type(name);
            List<Class<?>> types = new ArrayList<>();
            List<@Nullable Object> arguments = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                types.add(component.getType());
                Optional<FieldModel> field =
                        fields.stream()
                                .filter(
                                        one ->
                                                Stream.of(
                                                                Names.component(one),
                                                                Names.stateComponent(one))
                                                        .anyMatch(component.getName()::equals))
                                .findFirst();
                arguments.add(
                        field.isPresent()
                                ? component(field.get(), values.get(field.get().name()))
                                : identity(component.getType()));
            }
            return type.getConstructor(types.toArray(Class<?>[]::new))
                    .newInstance(arguments.toArray());
        }

        private static Object identity(Class<?> type) throws ReflectiveOperationException {
            return type.getConstructor(UUID.class).newInstance(new UUID(1, 1));
        }

        private Object component(FieldModel field, @Nullable Object value)
                throws ReflectiveOperationException {
            if (value == null) {
                return Optional.empty();
            }
            Object made = java(field.type(), value);
            return field.optional() ? Optional.of(made) : made;
        }

        private Object java(Type type, Object value) throws ReflectiveOperationException {
            if (type instanceof EnumType declared) {
                return type(declared.name()).getField(Names.constant((String) value)).get(null);
            }
            if (type instanceof ValueType declared) {
                return make(declared.name(), declared.fields(), map(value));
            }
            if (type instanceof ListType list) {
                List<Object> items = new ArrayList<>();
                for (Object item : (List<?>) value) {
                    items.add(java(list.item().type(), item));
                }
                return items;
            }
            if (type instanceof IdType || type == Scalar.UUID) {
                return UUID.fromString((String) value);
            }
            return type == Scalar.INT ? (Object) Math.toIntExact((Long) value) : value;
        }

        private Class<?> type(String name) throws ClassNotFoundException {
            String path =
                    files.keySet().stream()
                            .filter(file -> file.endsWith("/" + name + ".java"))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no " + name));
            return loader.loadClass(
                    path.replaceFirst(".*?/java/", "").replace(".java", "").replace('/', '.'));
        }

        @SuppressWarnings("unchecked") // Values are maps by the names of their fields.
        private static Map<String, Object> map(Object value) {
            return (Map<String, Object>) value;
        }
    }

    /** A decimal as CEL holds it: equal to another of the same size. */
    private record Decimal(BigDecimal value) {
        static Decimal of(Object number) {
            BigDecimal exact =
                    number instanceof Decimal decimal
                            ? decimal.value()
                            : number instanceof BigDecimal decimal
                                    ? decimal
                                    : BigDecimal.valueOf((Long) number);
            return new Decimal(exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros());
        }
    }

    /** CEL as it is, with functions for what is ours. */
    private static final class Cel {
        private static final CelOptions OPTIONS = CelOptions.current().build();

        private final CelCompiler compiler;
        private final CelRuntime runtime;

        Cel() {
            CelCompilerBuilder builder =
                    CelCompilerFactory.standardCelCompilerBuilder()
                            .setOptions(OPTIONS)
                            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                            .addVar("state", SimpleType.DYN)
                            .addVar("command", SimpleType.DYN)
                            .addVar("RED", SimpleType.STRING)
                            .addVar("GREEN", SimpleType.STRING)
                            .addFunctionDeclarations(
                                    function("compared", SimpleType.INT, 2),
                                    function("added", SimpleType.DYN, 2),
                                    function("subtracted", SimpleType.DYN, 2),
                                    function("multiplied", SimpleType.DYN, 2),
                                    function("negated", SimpleType.DYN, 1),
                                    function("decimal", SimpleType.DYN, 1),
                                    function("decimals", SimpleType.DYN, 1),
                                    function("sum", SimpleType.INT, 1));
            this.compiler = builder.build();
            this.runtime =
                    CelRuntimeFactory.legacyCelRuntimeBuilder()
                            .setOptions(OPTIONS)
                            .addFunctionBindings(
                                    CelFunctionBinding.from(
                                            "compared",
                                            Object.class,
                                            Object.class,
                                            (a, b) -> (long) exact(a).compareTo(exact(b))),
                                    CelFunctionBinding.from(
                                            "added",
                                            Object.class,
                                            Object.class,
                                            (a, b) -> Decimal.of(exact(a).add(exact(b)))),
                                    CelFunctionBinding.from(
                                            "subtracted",
                                            Object.class,
                                            Object.class,
                                            (a, b) -> Decimal.of(exact(a).subtract(exact(b)))),
                                    CelFunctionBinding.from(
                                            "multiplied",
                                            Object.class,
                                            Object.class,
                                            (a, b) -> Decimal.of(exact(a).multiply(exact(b)))),
                                    CelFunctionBinding.from(
                                            "negated",
                                            Object.class,
                                            a -> Decimal.of(exact(a).negate())),
                                    CelFunctionBinding.from(
                                            "decimal",
                                            String.class,
                                            text -> Decimal.of(new BigDecimal(text))),
                                    CelFunctionBinding.from("decimals", List.class, Cel::decimals),
                                    CelFunctionBinding.from("sum", List.class, Cel::sum))
                            .build();
        }

        private static CelFunctionDecl function(String name, CelType result, int operands) {
            CelType[] types = new CelType[operands];
            Arrays.fill(types, SimpleType.DYN);
            return CelFunctionDecl.newFunctionDeclaration(
                    name, CelOverloadDecl.newGlobalOverload(name, result, types));
        }

        private static BigDecimal exact(Object number) {
            return Decimal.of(number).value();
        }

        private static Object decimals(List<?> values) {
            return Decimal.of(
                    values.stream().map(Cel::exact).reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        private static Object sum(List<?> values) {
            long sum = 0;
            for (Object value : values) {
                sum = Math.addExact(sum, (Long) value);
            }
            return sum;
        }

        CelRuntime.Program program(String text)
                throws CelValidationException, CelEvaluationException {
            return runtime.createProgram(compiler.compile(text).getAst());
        }

        Object value(CelRuntime.Program program, Map<String, Object> variables) {
            Map<String, Object> all = new HashMap<>(variables);
            all.put("RED", "RED");
            all.put("GREEN", "GREEN");
            try {
                return plain(program.eval(all));
            } catch (CelEvaluationException e) {
                return FAILED;
            }
        }

        /** Values as CEL has them: what it does not know is a text that is ordered alike. */
        Map<String, Object> values(Map<String, Object> values) {
            Map<String, Object> known = new HashMap<>();
            values.forEach((name, value) -> known.put(name, value(value)));
            return known;
        }

        private Object value(Object value) {
            if (value instanceof BigDecimal decimal) {
                return Decimal.of(decimal);
            }
            if (value instanceof Map<?, ?> map) {
                Map<Object, Object> known = new HashMap<>();
                map.forEach((name, one) -> known.put(name, value(one)));
                return known;
            }
            if (value instanceof List<?> list) {
                return list.stream().map(this::value).toList();
            }
            return value instanceof Temporal time && !(time instanceof Instant)
                    ? time.toString()
                    : value;
        }
    }
}
