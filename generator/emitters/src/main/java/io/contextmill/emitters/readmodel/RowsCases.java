package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.ReadModelTypes.Foreign;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.RowSamples;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.QueryModel.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Cases for what all rows of a read model do, wherever they are kept. */
final class RowsCases {
    private final ReadModelTypes readModel;
    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final RowSamples samples;
    private final CodeBlock identity;
    private final Optional<Listing> plain;

    RowsCases(ReadModelTypes readModel) {
        this.readModel = readModel;
        this.aggregate = readModel.aggregate();
        this.types = readModel.types();
        this.samples = new RowSamples(readModel);
        this.identity = UniqueSamples.identity(aggregate);
        this.plain = readModel.listings().stream().filter(readModel::isPlain).findFirst();
    }

    void addTo(TestMethods tests) {
        tests.add("findsWhatWasSaved", findsWhatWasSaved());
        tests.add("replacesTheRowWithTheSameKey", replaces());
        if (readModel.isMortal()) {
            tests.add("takesOutWhatIsDeleted", takesOut());
        }
        if (readModel.isOfSeveral()) {
            tests.add("remembersWhatARowHasSeen", remembers());
            tests.add("keepsEventsForARowThatHasNotBegun", keepsEvents());
        }
        if (readModel.isRebuilt()) {
            tests.add("forgetsAllRows", forgets());
        }
        plain.ifPresent(listing -> tests.add("listsAllRowsPageByPage", listsPages(listing)));
        readModel.listings().stream()
                .filter(listing -> !readModel.isPlain(listing))
                .forEach(listing -> addListing(tests, listing));
    }

    /** The method that saves a row with the given values. */
    MethodSpec save() {
        RowParameters parameters = new RowParameters(readModel);
        TypeName row = types.versioned(readModel.row());
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("save").addModifiers(Modifier.PRIVATE).returns(row);
        parameters.addTo(method);
        return method.addStatement(
                        "$T row = new $T<>(new $T($L$L), new $T($L))",
                        row,
                        types.platform("Versioned"),
                        readModel.row(),
                        identity,
                        parameters.arguments(),
                        types.platform("Version"),
                        RowParameters.VERSION)
                .addStatement("$L().save(row)", readModel.variables())
                .addStatement("return row")
                .build();
    }

    private CodeBlock findsWhatWasSaved() {
        return CodeBlock.builder()
                .addStatement(
                        "$T row = $L", types.versioned(readModel.row()), saved(samples.first()))
                .addStatement(saved(other()))
                .add("\n")
                .addStatement(
                        "$T.assertThat($L().find(row.value().$L())).contains(row)",
                        Libraries.ASSERTIONS,
                        readModel.variables(),
                        readModel.key())
                .addStatement(
                        "$T.assertThat($L().find($L)).isEmpty()",
                        Libraries.ASSERTIONS,
                        readModel.variables(),
                        identity)
                .build();
    }

    private CodeBlock replaces() {
        CodeBlock.Builder code =
                CodeBlock.builder()
                        .addStatement(
                                "$T key = $L.value().$L()",
                                aggregate.id(),
                                saved(samples.first()),
                                readModel.key())
                        .addStatement(
                                "$T replacement = new $T<>($L, new $T(2))",
                                types.versioned(readModel.row()),
                                types.platform("Versioned"),
                                other().java(readModel.row(), CodeBlock.of("key")),
                                types.platform("Version"))
                        .add("\n")
                        .addStatement("$L().save(replacement)", readModel.variables())
                        .add("\n")
                        .addStatement(
                                "$T.assertThat($L().find(key)).contains(replacement)",
                                Libraries.ASSERTIONS,
                                readModel.variables());
        if (plain.isPresent()) {
            code.addStatement(
                    "$T.assertThat($L().list($T.empty(), 10).items()).containsExactly(replacement.value())",
                    Libraries.ASSERTIONS,
                    readModel.variables(),
                    Optional.class);
        }
        return code.build();
    }

    private CodeBlock remembers() {
        CodeBlock key = CodeBlock.of("key");
        CodeBlock other = CodeBlock.of("other");
        return CodeBlock.builder()
                .addStatement(
                        "$T key = $L.value().$L()",
                        aggregate.id(),
                        saved(samples.first()),
                        readModel.key())
                .addStatement(
                        "$T other = $L.value().$L()",
                        aggregate.id(),
                        saved(other()),
                        readModel.key())
                .add("\n")
                .addStatement(see(key, "a", 2))
                .addStatement(see(key, "a", 3))
                .addStatement(see(other, "b", 1))
                .add("\n")
                .addStatement(seen(key, "a", CodeBlock.of("new $T(3)", version())))
                .addStatement(seen(key, "b", CodeBlock.of("$T.NONE", version())))
                .addStatement(seen(other, "a", CodeBlock.of("$T.NONE", version())))
                .build();
    }

    /** The events of one source are kept in their order, each once, and taken once. */
    private CodeBlock keepsEvents() {
        TypeName event = types.versioned(ClassName.get(Object.class));
        CodeBlock key = CodeBlock.of("key");
        CodeBlock first = CodeBlock.of("first");
        return CodeBlock.builder()
                .addStatement("$T key = $L", aggregate.id(), identity)
                .addStatement("$T first = $L", event, event(1))
                .addStatement("$T later = $L", event, event(10))
                .add("\n")
                .addStatement(await(key, CodeBlock.of("later")))
                .addStatement(await(key, first))
                .addStatement(await(key, first))
                .addStatement(await(identity, first))
                .add("\n")
                .addStatement(takes(key, "containsExactly(first, later)"))
                .addStatement(takes(key, "isEmpty()"))
                .build();
    }

    /** A sample of an event of another aggregate, with a version. */
    private CodeBlock event(int version) {
        Foreign foreign = readModel.foreign().get(0);
        CodeBlock id = new Samples(types).identity(foreign.aggregate().model().id(), 1);
        int variant = version == 1 ? AggregateSamples.FIRST : AggregateSamples.OTHER;
        return CodeBlock.of(
                "new $T<>($L, new $T($L))",
                types.platform("Versioned"),
                new AggregateSamples(foreign.aggregate()).event(foreign.event(), variant).java(id),
                version(),
                version);
    }

    private ClassName version() {
        return types.platform("Version");
    }

    private CodeBlock see(CodeBlock key, String source, int version) {
        return CodeBlock.of(
                "$L().see($L, $S, new $T($L))",
                readModel.variables(),
                key,
                source,
                version(),
                version);
    }

    private CodeBlock await(CodeBlock key, CodeBlock event) {
        return CodeBlock.of("$L().await($L, $S, $L)", readModel.variables(), key, "a", event);
    }

    private CodeBlock seen(CodeBlock key, String source, CodeBlock version) {
        return CodeBlock.of(
                "$T.assertThat($L().seen($L, $S)).isEqualTo($L)",
                Libraries.ASSERTIONS,
                readModel.variables(),
                key,
                source,
                version);
    }

    private CodeBlock takes(CodeBlock key, String expected) {
        return CodeBlock.of(
                "$T.assertThat($L().takeAwaited($L)).$L",
                Libraries.ASSERTIONS,
                readModel.variables(),
                key,
                expected);
    }

    private CodeBlock forgets() {
        CodeBlock.Builder code =
                CodeBlock.builder()
                        .addStatement(
                                "$T row = $L",
                                types.versioned(readModel.row()),
                                saved(samples.first()));
        if (readModel.isMortal()) {
            code.addStatement(
                            "$T gone = $L.value().$L()",
                            aggregate.id(),
                            saved(other()),
                            readModel.key())
                    .addStatement("$L().delete(gone)", readModel.variables());
        }
        CodeBlock key = CodeBlock.of("row.value().$L()", readModel.key());
        if (readModel.isOfSeveral()) {
            code.addStatement(see(key, "a", 2)).addStatement(await(key, event(1)));
        }
        code.add("\n").addStatement("$L().removeAll()", readModel.variables()).add("\n");
        if (readModel.isOfSeveral()) {
            code.addStatement(seen(key, "a", CodeBlock.of("$T.NONE", version())))
                    .addStatement(takes(key, "isEmpty()"));
        }
        if (readModel.isMortal()) {
            code.addStatement(
                    "$T.assertThat($L().isDeleted(gone)).isFalse()",
                    Libraries.ASSERTIONS,
                    readModel.variables());
        }
        return code.addStatement(
                        "$T.assertThat($L().find($L)).isEmpty()",
                        Libraries.ASSERTIONS,
                        readModel.variables(),
                        key)
                .build();
    }

    private CodeBlock takesOut() {
        CodeBlock.Builder code =
                CodeBlock.builder()
                        .addStatement("$T kept = $L.value()", readModel.row(), saved(other()))
                        .addStatement(
                                "$T key = $L.value().$L()",
                                aggregate.id(),
                                saved(samples.first()),
                                readModel.key())
                        .add("\n")
                        .addStatement("$L().delete(key)", readModel.variables())
                        .addStatement("$L().delete(key)", readModel.variables())
                        .add("\n")
                        .addStatement(
                                "$T.assertThat($L().find(key)).isEmpty()",
                                Libraries.ASSERTIONS,
                                readModel.variables())
                        .addStatement(
                                "$T.assertThat($L().isDeleted(key)).isTrue()",
                                Libraries.ASSERTIONS,
                                readModel.variables())
                        .addStatement(
                                "$T.assertThat($L().isDeleted(kept.$L())).isFalse()",
                                Libraries.ASSERTIONS,
                                readModel.variables(),
                                readModel.key());
        if (plain.isPresent()) {
            code.addStatement(
                    "$T.assertThat($L().list($T.empty(), 10).items()).containsExactly(kept)",
                    Libraries.ASSERTIONS,
                    readModel.variables(),
                    Optional.class);
        }
        return code.build();
    }

    private CodeBlock listsPages(Listing listing) {
        return CodeBlock.builder()
                .addStatement(severalSaved(false))
                .add("\n")
                .addStatement("$T listed = new $T<>()", rows(), ArrayList.class)
                .addStatement(
                        "$T page = $L().list($T.empty(), 2)",
                        readModel.page(listing),
                        readModel.variables(),
                        Optional.class)
                .addStatement("listed.addAll(page.items())")
                .beginControlFlow("while (page.next().isPresent())")
                .addStatement("$T.assertThat(page.items()).hasSize(2)", Libraries.ASSERTIONS)
                .addStatement("page = $L().list(page.next(), 2)", readModel.variables())
                .addStatement("listed.addAll(page.items())")
                .endControlFlow()
                .add("\n")
                .addStatement(
                        "$T.assertThat(listed).containsExactlyElementsOf(saved)",
                        Libraries.ASSERTIONS)
                .build();
    }

    private void addListing(TestMethods tests, Listing listing) {
        String name = TestMethods.subject(listing.name());
        tests.add(name + "ListsEachRowOnce", listsEachRowOnce(listing));
        if (samples.tellsApart(listing)) {
            tests.add(name + "SelectsRows", selects(listing));
        }
        for (Filter filter : listing.filters()) {
            if (filter.match() == Match.FROM) {
                samples.around(readModel.field(filter.field()))
                        .ifPresent(
                                rows ->
                                        tests.add(
                                                name
                                                        + "SelectsARangeOf"
                                                        + TestMethods.phrase(filter.field()),
                                                selectsARange(listing, rows)));
            }
        }
        readModel.model().fields().stream()
                .filter(field -> field.optional() && field.name().equals(listing.sort()))
                .filter(field -> !isSelectedBy(listing, field))
                .forEach(
                        field ->
                                tests.add(
                                        name
                                                + "SortsRowsWithout"
                                                + TestMethods.phrase(field.name()),
                                        sortsMissing(listing, field)));
        if (readModel.isMortal()) {
            tests.add(name + "GoesOnBehindARowThatIsGone", goesOnBehindWhatIsGone(listing));
        }
        samples.ascending(listing)
                .ifPresent(
                        rows ->
                                tests.add(
                                        name + "GoesOnBehindAPlaceWithoutARow",
                                        goesOnBehindAPlace(listing, rows)));
        samples.ascending(listing)
                .map(rows -> sorts(listing, rows))
                .or(() -> sortsByKey(listing))
                .ifPresent(code -> tests.add(name + "SortsRows", code));
    }

    private CodeBlock listsEachRowOnce(Listing listing) {
        return CodeBlock.builder()
                .addStatement("$T first = $L.value()", readModel.row(), saved(samples.first()))
                .addStatement("$T second = $L.value()", readModel.row(), saved(samples.first()))
                .add("\n")
                .addStatement("$T one = $L", readModel.page(listing), listed(listing, empty(), 1))
                .addStatement(
                        "$T two = $L",
                        readModel.page(listing),
                        listed(listing, CodeBlock.of("one.next()"), 1))
                .add("\n")
                .addStatement(
                        "$T.assertThat($T.concat(one.items().stream(), two.items().stream()))"
                                + ".containsExactlyInAnyOrder(first, second)",
                        Libraries.ASSERTIONS,
                        Stream.class)
                .addStatement("$T.assertThat(two.next()).isEmpty()", Libraries.ASSERTIONS)
                .build();
    }

    private CodeBlock selects(Listing listing) {
        return CodeBlock.builder()
                .addStatement("$T selected = $L.value()", readModel.row(), saved(samples.first()))
                .addStatement(saved(other()))
                .add("\n")
                .addStatement(
                        "$T.assertThat($L.items()).containsExactly(selected)",
                        Libraries.ASSERTIONS,
                        listed(listing, empty(), 10))
                .build();
    }

    private CodeBlock selectsARange(Listing listing, List<SampleState> rows) {
        return CodeBlock.builder()
                .addStatement(saved(rows.get(0)))
                .addStatement("$T within = $L.value()", readModel.row(), saved(rows.get(1)))
                .addStatement(saved(rows.get(2)))
                .add("\n")
                .addStatement(
                        "$T.assertThat($L().$L($L).items()).containsExactly(within)",
                        Libraries.ASSERTIONS,
                        readModel.variables(),
                        readModel.method(listing),
                        samples.arguments(
                                listing, AggregateSamples.OTHER, empty(), CodeBlock.of("10")))
                .build();
    }

    private CodeBlock sorts(Listing listing, List<SampleState> rows) {
        return CodeBlock.builder()
                .addStatement("$T least = $L.value()", readModel.row(), saved(rows.get(0)))
                .addStatement("$T greatest = $L.value()", readModel.row(), saved(rows.get(1)))
                .add("\n")
                .addStatement(
                        "$T.assertThat($L().$L($L).items()).containsExactly($L)",
                        Libraries.ASSERTIONS,
                        readModel.variables(),
                        readModel.method(listing),
                        samples.argumentsOfAscending(listing, empty(), CodeBlock.of("10")),
                        listing.descending() ? "greatest, least" : "least, greatest")
                .build();
    }

    private CodeBlock goesOnBehindWhatIsGone(Listing listing) {
        return CodeBlock.builder()
                .addStatement(saved(samples.first()))
                .addStatement(saved(samples.first()))
                .addStatement("$T one = $L", readModel.page(listing), listed(listing, empty(), 1))
                .add("\n")
                .addStatement(
                        "one.items().forEach(row -> $L().delete(row.$L()))",
                        readModel.variables(),
                        readModel.key())
                .add("\n")
                .addStatement(
                        "$T.assertThat($L.items()).hasSize(1)",
                        Libraries.ASSERTIONS,
                        listed(listing, CodeBlock.of("one.next()"), 10))
                .build();
    }

    /** As if the row of the page before had been there and had another value since. */
    private CodeBlock goesOnBehindAPlace(Listing listing, List<SampleState> rows) {
        SampleState first = rows.get(listing.descending() ? 1 : 0);
        SampleState second = rows.get(listing.descending() ? 0 : 1);
        CodeBlock after =
                CodeBlock.of(
                        "$T.of(new $T<>($L, $L))",
                        Optional.class,
                        types.platform("RowPlace"),
                        first.value(readModel.sorting(listing).orElseThrow()),
                        identity);
        return CodeBlock.builder()
                .addStatement("$T behind = $L.value()", readModel.row(), saved(second))
                .add("\n")
                .addStatement(
                        "$T.assertThat($L().$L($L).items()).containsExactly(behind)",
                        Libraries.ASSERTIONS,
                        readModel.variables(),
                        readModel.method(listing),
                        samples.argumentsOfAscending(listing, after, CodeBlock.of("10")))
                .build();
    }

    private Optional<CodeBlock> sortsByKey(Listing listing) {
        if (!listing.sort().equals(readModel.model().key())) {
            return Optional.empty();
        }
        return Optional.of(
                CodeBlock.builder()
                        .addStatement(severalSaved(listing.descending()))
                        .add("\n")
                        .addStatement(
                                "$T.assertThat($L.items()).containsExactlyElementsOf(saved)",
                                Libraries.ASSERTIONS,
                                listed(listing, empty(), 10))
                        .build());
    }

    /** Five rows in the order of their keys. */
    private CodeBlock severalSaved(boolean descending) {
        return CodeBlock.of(
                "$T saved = $T.generate(() -> $L.value()).limit(5).sorted($L).toList()",
                rows(),
                Stream.class,
                saved(samples.first()),
                descending
                        ? CodeBlock.of(
                                "$T.comparing(($T row) -> row.$L().toString()).reversed()",
                                Comparator.class,
                                readModel.row(),
                                readModel.key())
                        : CodeBlock.of(
                                "$T.comparing(row -> row.$L().toString())",
                                Comparator.class,
                                readModel.key()));
    }

    private TypeName rows() {
        return ParameterizedTypeName.get(ClassName.get(List.class), readModel.row());
    }

    private static boolean isSelectedBy(Listing listing, FieldModel field) {
        return listing.filters().stream().anyMatch(filter -> filter.field().equals(field.name()));
    }

    /** A value that is missing is greater than all others, and its rows are listed page by page. */
    private CodeBlock sortsMissing(Listing listing, FieldModel field) {
        CodeBlock missing = saved(samples.first().without(field));
        List<String> order =
                listing.descending()
                        ? List.of("one", "two", "three")
                        : List.of("two", "three", "one");
        return CodeBlock.builder()
                .addStatement("$T there = $L.value()", readModel.row(), saved(samples.first()))
                .addStatement("$T missing = $L.value()", readModel.row(), missing)
                .addStatement("$T missingToo = $L.value()", readModel.row(), missing)
                .add("\n")
                .addStatement("$T one = $L", readModel.page(listing), listed(listing, empty(), 1))
                .addStatement(
                        "$T two = $L",
                        readModel.page(listing),
                        listed(listing, CodeBlock.of("one.next()"), 1))
                .addStatement(
                        "$T three = $L",
                        readModel.page(listing),
                        listed(listing, CodeBlock.of("two.next()"), 1))
                .add("\n")
                .addStatement(
                        "$T.assertThat($L.items()).containsExactly(there)",
                        Libraries.ASSERTIONS,
                        order.get(2))
                .addStatement(
                        "$T.assertThat($T.concat($L.items().stream(), $L.items().stream()))"
                                + ".containsExactlyInAnyOrder(missing, missingToo)",
                        Libraries.ASSERTIONS,
                        Stream.class,
                        order.get(0),
                        order.get(1))
                .addStatement("$T.assertThat(three.next()).isEmpty()", Libraries.ASSERTIONS)
                .build();
    }

    private CodeBlock listed(Listing listing, CodeBlock after, int limit) {
        return CodeBlock.of(
                "$L().$L($L)",
                readModel.variables(),
                readModel.method(listing),
                samples.arguments(listing, after, CodeBlock.of("$L", limit)));
    }

    private static CodeBlock empty() {
        return CodeBlock.of("$T.empty()", Optional.class);
    }

    private SampleState other() {
        return samples.row(AggregateSamples.OTHER);
    }

    private static CodeBlock saved(SampleState row) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("1")));
        arguments.addAll(row.values());
        return CodeBlock.of("save($L)", CodeBlock.join(arguments, ", "));
    }
}
