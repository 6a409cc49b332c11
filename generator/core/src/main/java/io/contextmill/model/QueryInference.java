package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.FilterSpec;
import io.contextmill.spec.ContextSpec.QuerySpec;
import io.contextmill.spec.ContextSpec.ReadModelSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.English;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rule 5, second half: queries.
 *
 * <p>An aggregate none of whose read models is returned by a declared query gets {@code
 * Get<Aggregate>} by the key, and {@code List<Aggregates>} sorted by the key, {@value #PAGE} rows a
 * page; {@code Get<Aggregate>ById} and {@code ListAll<Aggregates>} where something else is called
 * so. Both return the first read model of the aggregate.
 *
 * <p>A declared query that does not say what it returns returns the first read model of the
 * aggregate that {@link AggregateByName} finds in its name: one row if it selects by the key, or
 * selects by nothing and begins with {@code Get}, {@code Find}, {@code Show}, {@code View}, {@code
 * Fetch}, {@code Load} or {@code Read} and ends in the singular; else a list. One that returns one
 * row and does not say by what goes by the key. A list is sorted by the key and has pages of
 * {@value #PAGE} rows.
 */
final class QueryInference implements InferenceRule {
    /** How many rows a page has where nothing is said. */
    static final String PAGE = "50";

    private static final Set<String> VERBS_OF_ONE =
            Set.of("get", "find", "show", "view", "fetch", "load", "read");

    @Override
    public ContextSpec complete(ContextSpec spec, List<Diagnostic> findings) {
        return new Round(spec, findings).complete();
    }

    /** One spec on its way through the rule. */
    private static final class Round {
        private final ContextSpec spec;
        private final List<Diagnostic> findings;
        private final AggregateByName byName;
        private final SpecNames names;
        private final Map<String, ReadModelSpec> readModels = new HashMap<>();
        private final Map<String, String> aggregates = new HashMap<>();
        private final Map<String, ReadModelSpec> firstOfAggregate = new HashMap<>();

        Round(ContextSpec spec, List<Diagnostic> findings) {
            this.spec = spec;
            this.findings = findings;
            this.byName = new AggregateByName(spec);
            this.names = new SpecNames(spec);
            Map<String, String> aggregateOfId = new HashMap<>();
            spec.aggregates()
                    .forEach(
                            aggregate ->
                                    aggregateOfId.putIfAbsent(
                                            IdentityInference.idName(aggregate),
                                            aggregate.name().value()));
            for (ReadModelSpec readModel : spec.readModels()) {
                readModels.putIfAbsent(readModel.name().value(), readModel);
                ReadModelInference.typeOfKey(readModel)
                        .map(aggregateOfId::get)
                        .ifPresent(
                                aggregate -> {
                                    aggregates.putIfAbsent(readModel.name().value(), aggregate);
                                    firstOfAggregate.putIfAbsent(aggregate, readModel);
                                });
            }
        }

        ContextSpec complete() {
            List<QuerySpec> queries = new ArrayList<>();
            Set<String> covered = new HashSet<>();
            for (QuerySpec declared : spec.queries()) {
                QuerySpec complete = completed(withReturns(declared));
                queries.add(complete);
                complete.returns()
                        .map(returns -> aggregates.get(withoutBrackets(returns.value())))
                        .ifPresent(covered::add);
            }
            for (AggregateSpec aggregate : spec.aggregates()) {
                if (covered.add(aggregate.name().value())) {
                    readModelOf(aggregate.name().value())
                            .ifPresent(readModel -> addQueries(aggregate, readModel, queries));
                }
            }
            return spec.withQueries(queries);
        }

        private void addQueries(
                AggregateSpec aggregate, ReadModelSpec readModel, List<QuerySpec> queries) {
            SourceSpan span = aggregate.name().span();
            String name = aggregate.name().value();
            String plural = Words.of(name).plural().pascal();
            QuerySpec get =
                    query(
                            new Text(names.take("Get" + name, "Get" + name + "ById"), span),
                            readModel.name().value());
            QuerySpec list =
                    query(
                            new Text(names.take("List" + plural, "ListAll" + plural), span),
                            readModel.name().value() + "[]");
            queries.add(filled(get));
            queries.add(filled(list));
            findings.add(
                    InferenceRules.QUERY.at(
                            span,
                            quoted(get.name().value())
                                    + " and "
                                    + quoted(list.name().value())
                                    + " answer from "
                                    + quoted(readModel.name().value())));
        }

        private static QuerySpec query(Text name, String returns) {
            return new QuerySpec(
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Text(returns, name.span())),
                    Optional.empty(),
                    Optional.empty());
        }

        private QuerySpec withReturns(QuerySpec query) {
            if (query.returns().isPresent()) {
                return query;
            }
            Text name = query.name();
            var choice = byName.ofVerbAndNoun(name.value());
            Optional<ReadModelSpec> readModel =
                    choice.flatMap(found -> readModelOf(found.aggregate()));
            if (choice.isEmpty() || readModel.isEmpty()) {
                // The linker reports a query that returns nothing.
                return query;
            }
            String returns =
                    readModel.get().name().value() + (wantsOne(query, readModel.get()) ? "" : "[]");
            String message =
                    quoted(name.value())
                            + " returns "
                            + quoted(returns)
                            + ", of "
                            + quoted(choice.get().aggregate())
                            + ", "
                            + choice.get().reason();
            findings.add(
                    choice.get().guess()
                            ? InferenceRules.GUESSED_QUERY.at(
                                    name.span(),
                                    message + "; that is a guess",
                                    "say `returns: "
                                            + returns
                                            + "` on the query, or what else it returns")
                            : InferenceRules.QUERY.at(name.span(), message));
            return new QuerySpec(
                    name,
                    query.description(),
                    query.by(),
                    Optional.of(new Text(returns, name.span())),
                    query.sort(),
                    query.page());
        }

        private static boolean isBy(List<FilterSpec> by, Text key) {
            return by.size() == 1 && by.get(0).isExactly(key.value());
        }

        private static boolean wantsOne(QuerySpec query, ReadModelSpec readModel) {
            if (query.sort().isPresent() || query.page().isPresent()) {
                return false;
            }
            if (query.by().isPresent()) {
                return readModel.key().filter(key -> isBy(query.by().get(), key)).isPresent();
            }
            List<String> words = Words.of(query.name().value()).lower();
            if (words.isEmpty() || !VERBS_OF_ONE.contains(words.get(0))) {
                return false;
            }
            String last = words.get(words.size() - 1);
            return !last.equals(English.plural(last));
        }

        /** The query with what it leaves out, reported where that is more than nothing. */
        private QuerySpec completed(QuerySpec query) {
            QuerySpec filled = filled(query);
            if (!filled.equals(query)) {
                List<String> decided = new ArrayList<>();
                if (query.by().isEmpty()) {
                    filled.by()
                            .ifPresent(
                                    by -> decided.add("`by: " + by.get(0).field().value() + "`"));
                }
                if (query.sort().isEmpty()) {
                    filled.sort().ifPresent(sort -> decided.add("`sort: " + sort.value() + "`"));
                }
                if (query.page().isEmpty()) {
                    filled.page().ifPresent(page -> decided.add("`page: " + page.value() + "`"));
                }
                findings.add(
                        InferenceRules.QUERY.at(
                                query.name().span(),
                                quoted(query.name().value())
                                        + " is answered with "
                                        + Phrases.list(decided)));
            }
            return filled;
        }

        private QuerySpec filled(QuerySpec query) {
            Optional<String> returns = query.returns().map(Text::value);
            Optional<Text> key =
                    returns.map(Round::withoutBrackets)
                            .flatMap(this::readModel)
                            .flatMap(ReadModelSpec::key)
                            .map(name -> new Text(name.value(), query.name().span()));
            if (key.isEmpty()) {
                return query;
            }
            if (returns.filter(name -> name.endsWith("[]")).isEmpty()) {
                return new QuerySpec(
                        query.name(),
                        query.description(),
                        query.by().or(() -> key.map(FilterSpec::equal).map(List::of)),
                        query.returns(),
                        query.sort(),
                        query.page());
            }
            return new QuerySpec(
                    query.name(),
                    query.description(),
                    query.by(),
                    query.returns(),
                    query.sort().or(() -> key),
                    query.page().or(() -> Optional.of(new Text(PAGE, query.name().span()))));
        }

        private Optional<ReadModelSpec> readModel(String name) {
            return Optional.ofNullable(readModels.get(name));
        }

        private Optional<ReadModelSpec> readModelOf(String aggregate) {
            return Optional.ofNullable(firstOfAggregate.get(aggregate));
        }

        private static String withoutBrackets(String returns) {
            return returns.endsWith("[]") ? returns.substring(0, returns.length() - 2) : returns;
        }
    }
}
