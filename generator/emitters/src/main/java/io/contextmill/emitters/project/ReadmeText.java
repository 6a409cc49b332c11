package io.contextmill.emitters.project;

import io.contextmill.emit.EmitContext;
import io.contextmill.emit.GeneratedFolder;
import io.contextmill.emit.SharedEmitContext;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel.Generated;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.Layer;
import io.contextmill.naming.Names;
import io.contextmill.templates.project.Readme;
import io.contextmill.templates.project.WorkspaceReadme;
import io.contextmill.templates.text.MarkdownCode;
import io.contextmill.templates.text.MarkdownText;
import java.util.List;
import java.util.Optional;

/** What the readers of a generated project are told about it. */
final class ReadmeText {
    private ReadmeText() {}

    static Readme of(EmitContext context) {
        Names names = context.names();
        ContextModel model = context.context();
        boolean alone = context.workspaceNames().alone();
        Generated where = context.options().generated();
        ServiceName service = ServiceName.of(model);
        return new Readme(
                new MarkdownText(service.title()),
                model.description().map(MarkdownText::new),
                new MarkdownCode(String.valueOf(context.options().java())),
                alone
                        ? Optional.empty()
                        : Optional.of(
                                new Readme.Workspace(
                                        new MarkdownText(context.workspaceNames().artifact()))),
                new MarkdownCode(alone ? "" : " -pl " + names.module() + " -am"),
                new MarkdownCode(alone ? "" : names.module() + "/"),
                where == Generated.BUILD,
                new MarkdownCode(GeneratedFolder.PROGRAM.path(where)),
                new MarkdownCode(GeneratedFolder.TESTS.path(where)),
                new MarkdownCode(names.login()),
                new MarkdownCode(service.variable("DATABASE_URL")),
                new MarkdownCode(service.variable("DATABASE_USERNAME")),
                new MarkdownCode(service.variable("DATABASE_PASSWORD")),
                new MarkdownCode("target/" + names.module() + "-0.1.0-SNAPSHOT-exec.jar"),
                new MarkdownCode(
                        "src/main/java/" + names.packageName(Layer.DOMAIN).replace('.', '/')),
                behaviours(model, names),
                new SampleRequests(model, names, new Samples(ContextTypes.of(context))).calls(),
                model.keepsEvents(),
                new MarkdownCode(names.configuration()),
                new MarkdownCode(names.generatedConfiguration()),
                new MarkdownCode(names.migrations()));
    }

    /** Of a workspace. Where services are started together, each listens one port further on. */
    static WorkspaceReadme ofWorkspace(SharedEmitContext context) {
        return new WorkspaceReadme(
                new MarkdownText(WorkspaceTitle.of(context.workspace())),
                new MarkdownCode(String.valueOf(context.workspace().options().java())),
                context.workspace().options().generated() == Generated.BUILD,
                context.workspace().contexts().stream()
                        .map(
                                service ->
                                        new WorkspaceReadme.Service(
                                                new MarkdownCode(
                                                        context.names().of(service).module()),
                                                new MarkdownText(ServiceName.of(service).title()),
                                                service.description()
                                                        .map(text -> text.replaceAll("\\s+", " "))
                                                        .map(MarkdownText::new),
                                                new MarkdownCode(
                                                        String.valueOf(
                                                                context.names().port(service)))))
                        .toList());
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
