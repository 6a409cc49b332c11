package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.ReadModel;
import io.contextmill.model.ReadModel.Projection;
import io.contextmill.naming.Names;
import io.contextmill.naming.ReadModelClass;
import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Java types around a read model, and the names of variables for it.
 *
 * @param types those of its context
 * @param model the read model
 */
public record ReadModelTypes(ContextTypes types, ReadModel model) {
    private static final Set<String> FINDING_FIELDS =
            Set.of("awaited", "deleted", "events", "jdbc", "json", "rows", "seen");

    private static final Set<String> LISTING_VARIABLES =
            Set.of(
                    "after", "cursors", "found", "index", "jdbc", "key", "last", "limit", "order",
                    "place", "row", "rows", "value", "wanted");

    /** As declared. */
    public String name() {
        return model.name();
    }

    /** The aggregate that its rows show. */
    public AggregateTypes aggregate() {
        return types.aggregate(model.aggregate());
    }

    /** The record of a row. */
    public ClassName row() {
        return ContextTypes.className(types.names().of(model));
    }

    /** A class that is generated for it. */
    public ClassName of(ReadModelClass family) {
        return ContextTypes.className(types.names().of(model, family));
    }

    /** All its rows: {@code OrderSummaries}. */
    public ClassName rows() {
        return of(ReadModelClass.ROWS);
    }

    /** What its rows call the identity that they are found by. */
    public String key() {
        return Names.component(model.key());
    }

    /** The components of a row: the key, then its fields. */
    public List<Component> components() {
        List<Component> components = new ArrayList<>();
        components.add(Component.of(key(), aggregate().id()));
        model.fields().forEach(field -> components.add(component(field)));
        return components;
    }

    /** The component of a row that holds a field. */
    public Component component(FieldModel field) {
        return Component.of(Names.component(field), types.type(field));
    }

    /**
     * The field of that name.
     *
     * @throws IllegalArgumentException if there is none, which a linked model rules out for its own
     *     references
     */
    public FieldModel field(String name) {
        return model.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }

    /**
     * The value that a query selects by, under its own name and as optional as the query has it.
     */
    public FieldModel asked(Filter filter) {
        FieldModel field = field(filter.field());
        return new FieldModel(
                filter.parameter(),
                field.type(),
                filter.optional(),
                field.limits(),
                field.origin());
    }

    /**
     * What a listing is asked with: the values of its filters, the place behind which the page
     * begins, and its length.
     */
    public List<Component> parameters(Listing listing) {
        List<Component> parameters = new ArrayList<>();
        for (Filter filter : listing.filters()) {
            FieldModel asked = asked(filter);
            parameters.add(Component.of(parameter(asked), types.type(asked)));
        }
        parameters.add(Component.of("after", ContextTypes.optional(place(listing))));
        parameters.add(Component.of("limit", TypeName.INT));
        return parameters;
    }

    /**
     * The parameter for a field that a listing selects by: as the component, beside the variables
     * of the listing.
     */
    public static String parameter(FieldModel asked) {
        String component = Names.component(asked);
        return LISTING_VARIABLES.contains(component) ? component + "_" : component;
    }

    /** The parameter for the key that a row is found by, unlike the fields of what finds it. */
    public String keyParameter() {
        return FINDING_FIELDS.contains(key()) ? key() + "_" : key();
    }

    /** A page of its rows. */
    public TypeName page(Listing listing) {
        return ParameterizedTypeName.get(types.platform("Page"), row(), place(listing));
    }

    /** What a listing sorts by, if that is not the key. */
    public Optional<FieldModel> sorting(Listing listing) {
        return listing.sort().equals(model.key())
                ? Optional.empty()
                : Optional.of(field(listing.sort()));
    }

    /** Where a row stands in a listing: its key, or the value that is sorted by and the key. */
    public TypeName place(Listing listing) {
        TypeName key = aggregate().id();
        return sorting(listing)
                .map(
                        field ->
                                (TypeName)
                                        ParameterizedTypeName.get(
                                                types.platform("RowPlace"),
                                                types.type(field).box(),
                                                key))
                .orElse(key);
    }

    /** What tells where a row stands in a listing: {@code StockLevel::stockItem}. */
    public CodeBlock placing(Listing listing) {
        return sorting(listing)
                .map(
                        field ->
                                CodeBlock.of(
                                        "row -> new $T<>(row.$L(), row.$L())",
                                        types.platform("RowPlace"),
                                        Names.component(field),
                                        key()))
                .orElseGet(() -> CodeBlock.of("$T::$L", row(), key()));
    }

    /** Whether events build its rows. */
    public boolean isBuilt() {
        return !model.projects().isEmpty();
    }

    /** Whether its rows can be built anew, because all events that they show are kept. */
    public boolean isRebuilt() {
        return isBuilt()
                && Stream.concat(Stream.of(aggregate()), sources().stream())
                        .allMatch(source -> source.model().isKeptAsEvents());
    }

    /**
     * The events of its own aggregate that build its rows, with the effects that they have on
     * these.
     */
    public List<EventModel> projected() {
        return own().filter(event -> !event.deletes()).toList();
    }

    /**
     * The events of its own aggregate that take a row out: those that end one, and those that are
     * said to.
     */
    public List<EventModel> endings() {
        List<EventModel> endings = new ArrayList<>(aggregate().endings());
        own().filter(EventModel::deletes)
                .filter(event -> !aggregate().model().event(event.name()).deletes())
                .forEach(endings::add);
        return endings;
    }

    private Stream<EventModel> own() {
        return model.own().stream().map(this::effective);
    }

    private EventModel effective(Projection projection) {
        return projection.on(
                types.aggregate(projection.aggregate()).model().event(projection.event()));
    }

    /**
     * An event of another aggregate that changes rows.
     *
     * @param aggregate what it happens to
     * @param event with the effects that it has on a row
     * @param key the field that says which row
     */
    public record Foreign(AggregateTypes aggregate, EventModel event, FieldModel key) {}

    /** The events of other aggregates that change its rows. */
    public List<Foreign> foreign() {
        return model.foreign().stream()
                .map(
                        projection ->
                                new Foreign(
                                        types.aggregate(projection.aggregate()),
                                        effective(projection),
                                        projection.key().orElseThrow()))
                .toList();
    }

    /** The other aggregates whose events change its rows. */
    public List<AggregateTypes> sources() {
        return foreign().stream().map(Foreign::aggregate).distinct().toList();
    }

    /** Whether an event changes what a row shows: one of its own aggregate's, or of another's. */
    public boolean shows(EventModel event) {
        return Stream.concat(projected().stream(), foreign().stream().map(Foreign::event))
                .anyMatch(shown -> shown.name().equals(event.name()));
    }

    /** Whether events of several aggregates build its rows. */
    public boolean isOfSeveral() {
        return !model.foreign().isEmpty();
    }

    /** The method of its projection that hears of the events of an aggregate. */
    public String listener(AggregateTypes source) {
        return source.name().equals(model.aggregate()) ? "on" : "on" + source.name();
    }

    /**
     * Whether its rows go: when what they are about is deleted, or when some event is said to take
     * them out.
     */
    public boolean isMortal() {
        return isBuilt()
                && (!endings().isEmpty() || model.foreign().stream().anyMatch(Projection::deletes));
    }

    /** A variable for its rows: {@code summaries}. */
    public String variables() {
        List<String> words = Words.of(name()).parts();
        String variable = new Words(words.subList(words.size() - 1, words.size())).plural().camel();
        return ReservedWords.isJavaKeyword(variable) || variable.equals("rows")
                ? "allRows"
                : variable;
    }

    /** The factory method of an adapter for its rows: {@code orderSummaries}. */
    public String factory() {
        return Names.member(rows().simpleName());
    }

    /** What the spec says about it, or else its aggregate: {@code What is shown of an order.} */
    public String meaning() {
        return Phrases.sentence(model.description(), "what is shown of " + aggregate().aNoun());
    }

    /** What one of its rows is: {@code summary}. */
    public String noun() {
        List<String> words = Words.of(name()).parts();
        return Phrases.noun(words.get(words.size() - 1));
    }

    /** What its rows are: {@code summaries}. */
    public String nouns() {
        List<String> words = Words.of(name()).parts();
        return Phrases.nouns(words.get(words.size() - 1));
    }

    /** The queries that list its rows. */
    public List<Listing> listings() {
        return types.context().queries().stream()
                .filter(query -> query.readModel().equals(name()))
                .filter(Listing.class::isInstance)
                .map(Listing.class::cast)
                .toList();
    }

    /**
     * The method that answers a listing: {@code list} for all rows in the order of their keys, the
     * query's own name for any other.
     */
    public String method(Listing listing) {
        return isPlain(listing) ? "list" : Names.listing(listing);
    }

    /** Where a listing has the rows that have nothing to be sorted by, behind what it sorts by. */
    public String placeOfMissing(Listing listing) {
        boolean missing =
                model.fields().stream()
                        .anyMatch(field -> field.optional() && field.name().equals(listing.sort()));
        return missing ? ", those without it " + (listing.descending() ? "first" : "last") : "";
    }

    /** Whether a query lists all rows in the order of their keys. */
    public boolean isPlain(Listing listing) {
        return listing.filters().isEmpty()
                && listing.sort().equals(model.key())
                && !listing.descending();
    }
}
