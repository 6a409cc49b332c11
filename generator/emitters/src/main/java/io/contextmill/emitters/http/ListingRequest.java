package io.contextmill.emitters.http;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.http.Journeys.Journey;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A listing as tests ask for it: with what selects the aggregates that they make. */
public final class ListingRequest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpTestCode code;
    private final Listing listing;
    private final Samples samples;

    /** The request of a query about the kind of aggregate that the code is about. */
    public ListingRequest(HttpTestCode code, Listing listing) {
        this.code = code;
        this.listing = listing;
        this.samples = new Samples(code.aggregate().types());
    }

    /** Whether all rows are listed unless something is selected. */
    public boolean selectsAll() {
        return required().isEmpty();
    }

    /** Whether what has to be selected by can be said in an address. */
    public boolean isPossible() {
        return selection().isPresent();
    }

    /** The address without parameters. */
    public CodeBlock path() {
        return Literals.string(pathText());
    }

    /**
     * A variable with the address and what it selects by, which {@link #limited} goes on from;
     * nothing where everything is listed.
     */
    public CodeBlock selected() {
        String selection = selection().orElseThrow();
        return selection.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .addStatement(
                                "$T path = $L",
                                String.class,
                                Literals.string(
                                        pathText()
                                                + "?"
                                                + selection.substring(0, selection.length() - 1)))
                        .build();
    }

    /** The address with a limit. */
    public CodeBlock limited(int limit) {
        return selection().orElseThrow().isEmpty()
                ? Literals.string(pathText() + "?limit=" + limit)
                : CodeBlock.of("path + $S", "&limit=" + limit);
    }

    private String pathText() {
        return code.aggregate().types().names().path(listing);
    }

    private List<Filter> required() {
        return listing.filters().stream().filter(filter -> !filter.optional()).toList();
    }

    /**
     * The parameters that select what a creating command makes; absent where that cannot be said in
     * an address.
     */
    private Optional<String> selection() {
        List<Optional<String>> values = required().stream().map(this::value).toList();
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(values.stream().flatMap(Optional::stream).collect(Collectors.joining()));
    }

    private Optional<String> value(Filter filter) {
        Optional<Journey> first = code.journeys().first();
        Optional<String> state =
                first.filter(journey -> isLifecycle(filter.field())).flatMap(Journey::state);
        Optional<String> said =
                first.filter(journey -> !isLifecycle(filter.field()))
                        .filter(journey -> !isUnique(filter.field()))
                        .flatMap(
                                journey ->
                                        journey.last().fields().stream()
                                                .filter(
                                                        field ->
                                                                field.name().equals(filter.field()))
                                                .findFirst())
                        .map(
                                field ->
                                        JSON.readTree(samples.json(field, variant(first.get())))
                                                .asString());
        return state.or(() -> said)
                .filter(text -> text.matches("[A-Za-z0-9_.:-]+"))
                .map(text -> Names.queryParameter(filter) + "=" + text + "&");
    }

    /** The variant of the values that the aggregate was made with. */
    private int variant(Journey first) {
        return new AggregateSamples(code.aggregate()).sent(first.last());
    }

    /** Each aggregate that tests make has another value there. */
    private boolean isUnique(String field) {
        return code.aggregate().model().unique().contains(field);
    }

    private boolean isLifecycle(String field) {
        return code.aggregate()
                .model()
                .lifecycle()
                .map(Lifecycle::field)
                .filter(field::equals)
                .isPresent();
    }
}
