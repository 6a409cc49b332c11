package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.FieldModel;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.Type.IdType;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.CommandClass;
import io.contextmill.naming.Names;
import io.contextmill.naming.QueryClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be asked of the aggregates of a kind over HTTP.
 *
 * @param aggregate the kind
 * @param commands in the order of the model
 * @param queries those for one aggregate, then those that list
 */
public record Endpoints(
        AggregateTypes aggregate, List<CommandModel> commands, List<QueryModel> queries) {

    /**
     * The most rows that a caller can ask for at once, where a query does not have more on its
     * pages.
     */
    private static final int LARGEST_PAGE = 1000;

    /** Takes copies of the lists. */
    public Endpoints {
        commands = List.copyOf(commands);
        queries = List.copyOf(queries);
    }

    /** Those of each kind of aggregate that has any. */
    public static List<Endpoints> of(ContextTypes types) {
        return types.aggregates().stream()
                .map(Endpoints::of)
                .filter(endpoints -> !endpoints.commands.isEmpty() || !endpoints.queries.isEmpty())
                .toList();
    }

    private static Endpoints of(AggregateTypes aggregate) {
        ContextTypes types = aggregate.types();
        List<QueryModel> queries =
                types.context().queries().stream()
                        .filter(
                                query ->
                                        types.readModelOf(query)
                                                .model()
                                                .aggregate()
                                                .equals(aggregate.name()))
                        .toList();
        Stream<QueryModel> single = queries.stream().filter(query -> !(query instanceof Listing));
        Stream<QueryModel> lists = queries.stream().filter(Listing.class::isInstance);
        return new Endpoints(
                aggregate, aggregate.model().commands(), Stream.concat(single, lists).toList());
    }

    /** Whether a command is posted with a body. */
    public static boolean hasBody(CommandModel command) {
        return command.creation() == Creation.ALWAYS || !command.fields().isEmpty();
    }

    /** Whether a caller need not say anything of a command. */
    public static boolean mayLeaveOutBody(AggregateTypes aggregate, CommandModel command) {
        boolean identified =
                command.creation() == Creation.ALWAYS && !identity(aggregate).optional();
        return !identified && command.fields().stream().allMatch(FieldModel::mayBeLeftOut);
    }

    /**
     * What a caller says of the identity of something new; nothing to have one made, if it can be.
     */
    public static FieldModel identity(AggregateTypes aggregate) {
        IdType id = aggregate.model().id();
        return new FieldModel(
                Names.identityName(aggregate.model()), id, id.isUuid(), Limits.NONE, id.origin());
    }

    /** The most rows that a caller of a query can ask for at once. */
    public static int largestPage(Listing listing) {
        return Math.max(LARGEST_PAGE, listing.pageSize());
    }

    /** The types of the context. */
    public ContextTypes types() {
        return aggregate.types();
    }

    /** The class that answers. */
    public ClassName controller() {
        return aggregate.of(AggregateClass.CONTROLLER);
    }

    /**
     * Something that a controller is made with.
     *
     * @param name the parameter or field that holds it
     * @param type its type
     */
    public record Part(String name, TypeName type) {}

    /** What its controller is made with: the handlers, and what is about HTTP. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (CommandModel command : commands) {
            parts.add(new Part(handler(command.name()), types().of(command, CommandClass.HANDLER)));
        }
        for (QueryModel query : queries) {
            parts.add(new Part(handler(query.name()), types().of(query, QueryClass.HANDLER)));
        }
        if (queries.stream().anyMatch(Listing.class::isInstance)) {
            parts.add(new Part("cursors", platform("Cursors")));
        }
        if (!commands.isEmpty()) {
            parts.add(new Part("requests", platform("IdempotentRequests")));
        }
        return parts;
    }

    /**
     * The parameter or field that holds the handler of a command or query: called like none of the
     * variables in the methods that use it.
     */
    public String handler(String declared) {
        Set<String> variables = new HashSet<>();
        variables.addAll(List.of(aggregate.variable(), "cursors", "requests"));
        for (QueryModel query : queries) {
            if (query instanceof Listing listing) {
                types().readModelOf(query)
                        .parameters(listing)
                        .forEach(parameter -> variables.add(parameter.name()));
            }
        }
        String name = Names.field(declared);
        while (variables.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** The path that all begin with. */
    public String path() {
        return types().names().collectionPath(aggregate.model());
    }

    /** What of a path is behind the one that all begin with. */
    public String below(String path) {
        return path.substring(path().length());
    }

    /** A class of the platform that is about HTTP. */
    public ClassName platform(String name) {
        return ClassName.get(types().platform("Version").packageName() + ".web", name);
    }
}
