package io.contextmill.emitters.project;

import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.ContextModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel;
import io.contextmill.naming.Names;
import io.contextmill.templates.project.Readme;
import io.contextmill.templates.text.MarkdownCode;
import io.contextmill.templates.text.ShellWord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every command and query as a line for a shell. They follow each other: all are about one
 * aggregate of each kind, which the first command makes.
 */
final class SampleRequests {
    private static final String SERVICE = "http://localhost:8080";

    private final ContextModel context;
    private final Names names;
    private final Samples samples;

    SampleRequests(ContextModel context, Names names, Samples samples) {
        this.context = context;
        this.names = names;
        this.samples = samples;
    }

    /**
     * The lines, aggregate by aggregate: what makes one first, then other commands, then queries.
     */
    List<Readme.Call> calls() {
        return context.aggregates().stream().flatMap(this::calls).toList();
    }

    private Stream<Readme.Call> calls(AggregateModel aggregate) {
        Stream<Readme.Call> creations =
                aggregate.commands().stream()
                        .filter(command -> command.creation() == Creation.ALWAYS)
                        .map(command -> creation(aggregate, command));
        Stream<Readme.Call> others =
                aggregate.commands().stream()
                        .filter(command -> command.creation() != Creation.ALWAYS)
                        .map(command -> command(aggregate, command));
        Stream<Readme.Call> queries =
                context.queries().stream()
                        .filter(
                                query ->
                                        context.readModel(query.readModel())
                                                .aggregate()
                                                .equals(aggregate.name()))
                        .map(query -> query(aggregate, query));
        return Stream.of(creations, others, queries).flatMap(calls -> calls);
    }

    /** With the identity, so that the lines that follow find what was made. */
    private Readme.Call creation(AggregateModel aggregate, CommandModel command) {
        SampleJson body =
                SampleJson.of(command.fields(), samples)
                        .withFirst(Names.identityName(aggregate), Samples.text(aggregate.id(), 1));
        return post(
                summary(aggregate, command),
                address(aggregate, names.path(command)),
                Optional.of(body));
    }

    private Readme.Call command(AggregateModel aggregate, CommandModel command) {
        Optional<SampleJson> body =
                command.fields().isEmpty()
                        ? Optional.empty()
                        : Optional.of(SampleJson.of(command.fields(), samples));
        return post(summary(aggregate, command), address(aggregate, names.path(command)), body);
    }

    private Readme.Call query(AggregateModel aggregate, QueryModel query) {
        String shown =
                query instanceof QueryModel.Listing
                        ? "a page of " + Phrases.nouns(aggregate.name())
                        : Phrases.aNoun(aggregate.name());
        String summary = Phrases.sentence(query.description(), "shows " + shown);
        return call(summary, address(aggregate, names.path(query)) + filters(query), "");
    }

    /** A value for each field that a list cannot be asked for without. */
    private String filters(QueryModel query) {
        if (!(query instanceof QueryModel.Listing listing)) {
            return "";
        }
        List<FieldModel> fields = context.readModel(query.readModel()).fields();
        return listing.filters().stream()
                .filter(filter -> !filter.optional())
                .flatMap(
                        filter ->
                                fields.stream()
                                        .filter(field -> field.name().equals(filter.field()))
                                        .map(
                                                field ->
                                                        Names.queryParameter(filter)
                                                                + "="
                                                                + parameter(field)))
                .collect(Collectors.joining("&", "?", ""))
                .replaceFirst("^\\?$", "");
    }

    /** A value as it stands in an address. */
    private String parameter(FieldModel field) {
        String text = JsonMapper.shared().readTree(samples.json(field, 1)).asString();
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String summary(AggregateModel aggregate, CommandModel command) {
        return Phrases.sentence(
                command.description(), Phrases.activity(command.name(), aggregate.name()));
    }

    /** The address of a path, with the identity for the template in it. */
    private static String address(AggregateModel aggregate, String path) {
        return SERVICE + path.replaceFirst("\\{.*}", Samples.text(aggregate.id(), 1));
    }

    private static Readme.Call post(String summary, String address, Optional<SampleJson> body) {
        String data =
                body.map(
                                json ->
                                        " -H 'Content-Type: application/json' -d "
                                                + new ShellWord(withoutBackticks(json)).encoded())
                        .orElse("");
        return call(summary, address, " -X POST" + data);
    }

    private static Readme.Call call(String summary, String address, String options) {
        String line = "curl -i" + options + " " + new ShellWord(address).encoded();
        return new Readme.Call(new MarkdownCode(oneLine(summary)), new MarkdownCode(line));
    }

    /** The same JSON, which can stand in a block of Markdown. */
    private static String withoutBackticks(SampleJson json) {
        return json.text().replace("`", "\\u0060");
    }

    /** A comment of a shell in a block of Markdown: one line, without what could end the block. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\s`\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ").strip();
    }
}
