package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.ReadModel;
import io.contextmill.naming.Names;
import io.contextmill.naming.ReadModelClass;
import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The Java types around a read model, and the names of variables for it.
 *
 * @param types those of its context
 * @param model the read model
 */
public record ReadModelTypes(ContextTypes types, ReadModel model) {
    private static final Set<String> FINDING_FIELDS = Set.of("jdbc", "rows");

    private static final Set<String> LISTING_VARIABLES =
            Set.of(
                    "after", "found", "index", "jdbc", "key", "last", "limit", "order", "row",
                    "rows", "value", "wanted");

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
     * What a listing is asked with: the values of its filters, the key behind which the page
     * begins, and its length.
     */
    public List<Component> parameters(Listing listing) {
        List<Component> parameters = new ArrayList<>();
        for (Filter filter : listing.filters()) {
            FieldModel asked = asked(filter);
            parameters.add(Component.of(parameter(asked), types.type(asked)));
        }
        parameters.add(Component.of("after", ContextTypes.optional(aggregate().id())));
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
    public TypeName page() {
        return ParameterizedTypeName.get(types.platform("Page"), row(), aggregate().id());
    }

    /** Whether events build its rows. */
    public boolean isBuilt() {
        return !model.projects().isEmpty();
    }

    /** Whether its rows can be built anew, because all events that they show are kept. */
    public boolean isRebuilt() {
        return isBuilt() && aggregate().model().isKeptAsEvents();
    }

    /** The events that build its rows. */
    public List<EventModel> projected() {
        return model.projects().stream()
                .map(name -> aggregate().model().event(name))
                .filter(event -> !event.deletes())
                .toList();
    }

    /** Whether its rows go when what they are about is deleted. */
    public boolean isMortal() {
        return isBuilt() && aggregate().isMortal();
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

    /** Whether a query lists all rows in the order of their keys. */
    public boolean isPlain(Listing listing) {
        return listing.filters().isEmpty()
                && listing.sort().equals(model.key())
                && !listing.descending();
    }
}
