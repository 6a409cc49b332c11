package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.RowSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.model.EventModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Cases for what a projection makes of each event, of events that come again, and of events that
 * come too early.
 */
final class ProjectionCases {
    private static final CodeBlock ID = CodeBlock.of("id");

    private final ReadModelTypes readModel;
    private final AggregateSamples samples;
    private final RowSamples rows;
    private final List<EventModel> beginnings;
    private final List<EventModel> changes;

    ProjectionCases(ReadModelTypes readModel) {
        AggregateTypes aggregate = readModel.aggregate();
        this.readModel = readModel;
        this.samples = new AggregateSamples(aggregate);
        this.rows = new RowSamples(readModel);
        this.beginnings = readModel.projected().stream().filter(EventModel::creates).toList();
        this.changes = readModel.projected().stream().filter(EventModel::changes).toList();
    }

    /** Whether some case expects a row. */
    boolean hasRows() {
        return !beginnings.isEmpty();
    }

    void addTo(TestMethods tests) {
        if (hasRows()) {
            for (EventModel event : readModel.projected()) {
                tests.whereSamplesFit(() -> addEvent(tests, event));
            }
            List<String> endings = readModel.endings().stream().map(EventModel::name).toList();
            readModel.aggregate().changes().stream()
                    .filter(event -> !readModel.shows(event))
                    .filter(event -> !endings.contains(event.name()))
                    .forEach(event -> tests.whereSamplesFit(() -> addUnshown(tests, event)));
            tests.whereSamplesFit(() -> tests.add("anEventThatWasSeenChangesNothing", replays()));
            for (EventModel end : readModel.endings()) {
                tests.add(TestMethods.subject(end.name()) + "TakesTheRowOut", takesOut(end));
            }
            new ForeignCases(readModel, first(beginnings.get(0)), this::row).addTo(tests);
        }
        List<EventModel> early = changes.stream().filter(event -> !event.creates()).toList();
        if (!early.isEmpty()) {
            tests.add("anEventBeforeTheBeginningIsRefused", refusals(early));
        }
    }

    private void addEvent(TestMethods tests, EventModel event) {
        String subject = TestMethods.subject(event.name());
        if (event.creates()) {
            tests.add(subject + "AddsARow", shown(List.of(first(event))));
        }
        if (event.changes()) {
            tests.add(
                    subject + "ChangesTheRow",
                    shown(List.of(first(beginnings.get(0)), other(event))));
        }
    }

    /** The case of an event that a read model shows nothing of: its row only gets the version. */
    private void addUnshown(TestMethods tests, EventModel event) {
        tests.add(
                TestMethods.subject(event.name()) + "LeavesTheRow",
                shown(List.of(first(beginnings.get(0)), other(event))));
    }

    private CodeBlock shown(List<SampleEvent> history) {
        return CodeBlock.builder().add(told(history)).add("\n").addStatement(row(history)).build();
    }

    private CodeBlock replays() {
        List<SampleEvent> history = new ArrayList<>(List.of(first(beginnings.get(0))));
        changes.forEach(event -> history.add(other(event)));
        CodeBlock.Builder again = CodeBlock.builder();
        for (int i = history.size() - 1; i >= 0; i--) {
            again.addStatement(tell(i + 1, history.get(i)));
        }
        if (history.size() > 1) {
            // A version that was seen is enough: even an event that would show is not told again.
            again.addStatement(tell(history.size(), history.get(0)));
        }
        return CodeBlock.builder()
                .add(told(history))
                .add("\n")
                .add(again.build())
                .add("\n")
                .addStatement(row(history))
                .build();
    }

    private CodeBlock takesOut(EventModel end) {
        List<SampleEvent> history = List.of(first(beginnings.get(0)), other(end));
        return CodeBlock.builder()
                .add(told(history))
                .add("\n")
                .addStatement(noRow())
                .add("\n")
                .addStatement(tell(2, history.get(1)))
                .addStatement(tell(1, history.get(0)))
                .add("\n")
                .addStatement(noRow())
                .build();
    }

    private CodeBlock noRow() {
        return CodeBlock.of(
                "$T.assertThat($L.find(id)).isEmpty()",
                Libraries.ASSERTIONS,
                readModel.variables());
    }

    private CodeBlock refusals(List<EventModel> early) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (EventModel event : early) {
            code.addStatement(
                    "$T.assertThatIllegalStateException().isThrownBy(() -> $L)",
                    Libraries.ASSERTIONS,
                    tell(2, other(event)));
        }
        return code.addStatement(noRow()).build();
    }

    private static CodeBlock told(List<SampleEvent> history) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < history.size(); i++) {
            code.addStatement(tell(i + 1, history.get(i)));
        }
        return code.build();
    }

    private static CodeBlock tell(int version, SampleEvent event) {
        return CodeBlock.of("projection.on(event($L, $L))", version, event.java(ID));
    }

    private CodeBlock row(List<SampleEvent> history) {
        SampleState state = rows.after(history);
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("$L", history.size())));
        arguments.addAll(state.values());
        return CodeBlock.of(
                "$T.assertThat($L.find(id)).contains(row($L))",
                Libraries.ASSERTIONS,
                readModel.variables(),
                CodeBlock.join(arguments, ", "));
    }

    private SampleEvent first(EventModel event) {
        return samples.event(event, AggregateSamples.FIRST);
    }

    private SampleEvent other(EventModel event) {
        return samples.event(event, AggregateSamples.OTHER);
    }
}
