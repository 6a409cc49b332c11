package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.ReadModelTypes.Foreign;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cases for what a projection makes of events of other aggregates than the one that a row is about.
 */
final class ForeignCases {
    private final ReadModelTypes readModel;
    private final SampleEvent begun;
    private final Function<List<SampleEvent>, CodeBlock> row;

    /**
     * @param begun the event that the row begins with
     * @param row an assertion that there is the row that events build
     */
    ForeignCases(
            ReadModelTypes readModel,
            SampleEvent begun,
            Function<List<SampleEvent>, CodeBlock> row) {
        this.readModel = readModel;
        this.begun = begun;
        this.row = row;
    }

    void addTo(TestMethods tests) {
        readModel.foreign().forEach(foreign -> tests.whereSamplesFit(() -> add(tests, foreign)));
    }

    private void add(TestMethods tests, Foreign foreign) {
        String subject = TestMethods.subject(foreign.event().name());
        if (foreign.event().deletes()) {
            tests.add(subject + "TakesTheRowOut", takesOut(foreign));
        } else {
            tests.add(subject + "ChangesTheRow", changes(foreign));
            tests.add(subject + "ChangesTheRowOnce", changesOnce(foreign));
        }
        tests.add(subject + "WaitsForTheRow", waits(foreign));
    }

    private CodeBlock changes(Foreign foreign) {
        SampleEvent event = sample(foreign, AggregateSamples.OTHER);
        return CodeBlock.builder()
                .addStatement(begin())
                .addStatement(tell(foreign, event, 3))
                .add("\n")
                .addStatement(row.apply(List.of(begun, event)))
                .build();
    }

    /**
     * The same version again, and an earlier one, change nothing; that of another aggregate does.
     */
    private CodeBlock changesOnce(Foreign foreign) {
        SampleEvent event = sample(foreign, AggregateSamples.OTHER);
        SampleEvent again = sample(foreign, AggregateSamples.FIRST);
        return CodeBlock.builder()
                .addStatement(begin())
                .addStatement(tell(foreign, event, 3))
                .addStatement(tell(foreign, again, 3))
                .addStatement(tell(foreign, again, 2))
                .add("\n")
                .addStatement(row.apply(List.of(begun, event)))
                .add("\n")
                .addStatement(tell(foreign, again, 1, 2))
                .add("\n")
                .addStatement(row.apply(List.of(begun, event, again)))
                .build();
    }

    private CodeBlock takesOut(Foreign foreign) {
        SampleEvent event = sample(foreign, AggregateSamples.OTHER);
        return CodeBlock.builder()
                .addStatement(begin())
                .addStatement(tell(foreign, event, 1))
                .add("\n")
                .addStatement(noRow())
                .add("\n")
                .addStatement(tell(foreign, event, 1))
                .addStatement(begin())
                .add("\n")
                .addStatement(noRow())
                .build();
    }

    private CodeBlock waits(Foreign foreign) {
        SampleEvent event = sample(foreign, AggregateSamples.OTHER);
        return CodeBlock.builder()
                .addStatement(tell(foreign, event, 1))
                .addStatement(tell(foreign, event, 1))
                .add("\n")
                .addStatement(noRow())
                .add("\n")
                .addStatement(begin())
                .add("\n")
                .addStatement(
                        foreign.event().deletes() ? noRow() : row.apply(List.of(begun, event)))
                .build();
    }

    private CodeBlock noRow() {
        return CodeBlock.of(
                "$T.assertThat($L.find(id)).isEmpty()",
                Libraries.ASSERTIONS,
                readModel.variables());
    }

    private CodeBlock begin() {
        return CodeBlock.of("projection.on(event(1, $L))", begun.java(CodeBlock.of("id")));
    }

    private CodeBlock tell(Foreign foreign, SampleEvent event, int version) {
        return tell(foreign, event, version, 1);
    }

    private CodeBlock tell(Foreign foreign, SampleEvent event, int version, int source) {
        CodeBlock identity =
                new Samples(readModel.types()).identity(foreign.aggregate().model().id(), source);
        return CodeBlock.of(
                "projection.$L(new $T<>($L, new $T($L)))",
                readModel.listener(foreign.aggregate()),
                readModel.types().platform("Versioned"),
                event.java(identity),
                readModel.types().platform("Version"),
                version);
    }

    /** A sample that is about the row of the test. */
    private static SampleEvent sample(Foreign foreign, int variant) {
        SampleEvent sample =
                new AggregateSamples(foreign.aggregate()).event(foreign.event(), variant);
        Map<String, CodeBlock> values = new LinkedHashMap<>(sample.values());
        values.put(foreign.key().name(), CodeBlock.of("id"));
        return new SampleEvent(foreign.aggregate(), foreign.event(), values, sample.data());
    }
}
