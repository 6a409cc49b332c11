package io.contextmill.emitters.project;

import io.contextmill.emit.EmitContext;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.ContextModel;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.Layer;
import io.contextmill.naming.Names;
import io.contextmill.templates.project.Readme;
import io.contextmill.templates.text.MarkdownCode;
import io.contextmill.templates.text.MarkdownText;
import java.util.List;

/** What the readers of a generated project are told about it. */
final class ReadmeText {
    private ReadmeText() {}

    static Readme of(EmitContext context, Names names) {
        ContextModel model = context.context();
        ServiceName service = ServiceName.of(model);
        return new Readme(
                new MarkdownText(service.title()),
                model.description().map(MarkdownText::new),
                new MarkdownCode(String.valueOf(context.options().java())),
                new MarkdownCode(names.login()),
                new MarkdownCode(service.variable("DATABASE_URL")),
                new MarkdownCode(service.variable("DATABASE_USERNAME")),
                new MarkdownCode(service.variable("DATABASE_PASSWORD")),
                new MarkdownCode("target/" + names.module() + "-0.1.0-SNAPSHOT-exec.jar"),
                new MarkdownCode(
                        "src/main/java/" + names.packageName(Layer.DOMAIN).replace('.', '/')),
                behaviours(model, names),
                new SampleRequests(model, names, new Samples(ContextTypes.of(context))).calls(),
                new MarkdownCode(names.migrations()));
    }

    private static List<Readme.Behaviour> behaviours(ContextModel context, Names names) {
        return context.aggregates().stream()
                .filter(aggregate -> !aggregate.commands().isEmpty())
                .map(aggregate -> behaviour(aggregate, names))
                .toList();
    }

    private static Readme.Behaviour behaviour(AggregateModel aggregate, Names names) {
        return new Readme.Behaviour(
                new MarkdownCode(names.of(aggregate, AggregateClass.BEHAVIOUR).simpleName()),
                new MarkdownCode(names.of(aggregate, AggregateClass.BEHAVIOUR_TEST).simpleName()),
                new MarkdownText(Phrases.nouns(aggregate.name())));
    }
}
