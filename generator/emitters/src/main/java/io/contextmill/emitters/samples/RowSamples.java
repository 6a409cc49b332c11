package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.Effects;
import io.contextmill.model.Effects.Assignment;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.QueryModel.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Sample rows of a read model, and the row that events build. */
public final class RowSamples {
    private final ReadModelTypes readModel;
    private final Samples samples;
    private final EffectCode code;

    /** Samples of a read model. */
    public RowSamples(ReadModelTypes readModel) {
        this.readModel = readModel;
        this.samples = new Samples(readModel.types());
        this.code = new EffectCode(readModel.types());
    }

    /** A row as the lifecycle begins. */
    public SampleState first() {
        return row(AggregateSamples.FIRST);
    }

    /** A row; another one for another variant, as far as the limits of its fields let it differ. */
    public SampleState row(int variant) {
        List<CodeBlock> values = new ArrayList<>();
        Map<String, Object> data = new HashMap<>();
        for (FieldModel field : readModel.model().fields()) {
            boolean begins = variant == AggregateSamples.FIRST && isLifecycle(field);
            data.put(
                    field.name(),
                    begins ? lifecycle().orElseThrow().initial() : samples.data(field, variant));
            values.add(
                    begins
                            ? EffectCode.present(initial(field), field.optional())
                            : samples.java(field, variant));
        }
        return new SampleState(readModel.model().fields(), values, data);
    }

    /** The row that events build; the first one begins it, and only projected ones change it. */
    public SampleState after(List<SampleEvent> history) {
        List<FieldModel> fields = readModel.model().fields();
        SampleState state = first();
        for (int i = 0; i < history.size(); i++) {
            SampleEvent event = history.get(i);
            if (!readModel.shows(event.event())) {
                continue;
            }
            List<Assignment> assignments =
                    i == 0
                            ? Effects.beginning(fields, lifecycle(), event.event())
                            : Effects.changes(fields, lifecycle(), event.event());
            state = state.after(assignments, event, code, samples);
        }
        return state;
    }

    /** Arguments of a listing that selects the {@linkplain #first() first} row. */
    public CodeBlock arguments(Listing listing, CodeBlock after, CodeBlock limit) {
        return arguments(listing, AggregateSamples.FIRST, after, limit);
    }

    /** Arguments of a listing that selects the row of a variant. */
    public CodeBlock arguments(Listing listing, int variant, CodeBlock after, CodeBlock limit) {
        return arguments(listing, filter -> variant, after, limit);
    }

    /** Arguments of a listing that selects its {@linkplain #ascending ascending} rows. */
    public CodeBlock argumentsOfAscending(Listing listing, CodeBlock after, CodeBlock limit) {
        return arguments(
                listing,
                filter ->
                        filter.match() == Match.TO && filter.field().equals(listing.sort())
                                ? AggregateSamples.OTHER
                                : AggregateSamples.FIRST,
                after,
                limit);
    }

    private CodeBlock arguments(
            Listing listing, ToIntFunction<Filter> variants, CodeBlock after, CodeBlock limit) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Filter filter : listing.filters()) {
            FieldModel field = readModel.field(filter.field());
            int variant = variants.applyAsInt(filter);
            FieldModel asked =
                    new FieldModel(
                            field.name(),
                            field.type(),
                            filter.optional(),
                            field.limits(),
                            field.origin());
            arguments.add(
                    variant == AggregateSamples.FIRST && isLifecycle(field)
                            ? EffectCode.present(initial(asked), asked.optional())
                            : filter.match() == Match.CONTAINS
                                    ? samples.part(asked, variant)
                                    : samples.java(asked, variant));
        }
        arguments.add(after);
        arguments.add(limit);
        return CodeBlock.join(arguments, ", ");
    }

    /**
     * Whether a listing that selects the first row does not select the row of the other variant.
     */
    public boolean tellsApart(Listing listing) {
        SampleState other = row(AggregateSamples.OTHER);
        return listing.filters().stream()
                .anyMatch(
                        filter -> {
                            FieldModel field = readModel.field(filter.field());
                            return filter.match() == Match.CONTAINS
                                    ? !samples.isPart(
                                            field, AggregateSamples.FIRST, AggregateSamples.OTHER)
                                    : !first().value(field).equals(other.value(field));
                        });
    }

    /**
     * The row of the other variant, and before and behind it the same with a smaller and a greater
     * value in one field; nothing where the limits of the field leave no room.
     */
    public Optional<List<SampleState>> around(FieldModel field) {
        if (!samples.isAscending(field, AggregateSamples.OTHER + 1)) {
            return Optional.empty();
        }
        SampleState row = row(AggregateSamples.OTHER);
        return Optional.of(
                IntStream.rangeClosed(AggregateSamples.OTHER - 1, AggregateSamples.OTHER + 1)
                        .mapToObj(variant -> with(row, field, variant))
                        .toList());
    }

    /**
     * Two rows that differ in what a listing sorts by, and in nothing else, the greater one last;
     * nothing where the samples of that field are not surely in an order, or the listing selects
     * one of them only.
     */
    public Optional<List<SampleState>> ascending(Listing listing) {
        return readModel.model().fields().stream()
                .filter(field -> field.name().equals(listing.sort()))
                .filter(field -> samples.isAscending(field, AggregateSamples.OTHER))
                .filter(field -> listing.filters().stream().noneMatch(by -> selectsOne(by, field)))
                .findFirst()
                .map(
                        field ->
                                IntStream.rangeClosed(
                                                AggregateSamples.FIRST, AggregateSamples.OTHER)
                                        .mapToObj(variant -> with(first(), field, variant))
                                        .toList());
    }

    private static boolean selectsOne(Filter filter, FieldModel field) {
        boolean ofRange = filter.match() == Match.FROM || filter.match() == Match.TO;
        return filter.field().equals(field.name()) && !ofRange;
    }

    private SampleState with(SampleState row, FieldModel field, int variant) {
        return row.with(field, samples.java(field, variant), samples.data(field, variant));
    }

    private CodeBlock initial(FieldModel field) {
        return code.constant(field, lifecycle().orElseThrow().initial());
    }

    private boolean isLifecycle(FieldModel field) {
        return lifecycle().filter(cycle -> cycle.field().equals(field.name())).isPresent();
    }

    private Optional<Lifecycle> lifecycle() {
        return readModel.aggregate().model().lifecycle();
    }
}
