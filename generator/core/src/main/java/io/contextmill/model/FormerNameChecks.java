package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.CollaborationSpec.RenameSpec;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at the names that the things of a context had before. */
final class FormerNameChecks {
    private final ContextSpec spec;
    private final List<Diagnostic> findings;

    private FormerNameChecks(ContextSpec spec, List<Diagnostic> findings) {
        this.spec = spec;
        this.findings = findings;
    }

    /** Reports former names that are not free. */
    static void check(ContextSpec spec, List<Diagnostic> findings) {
        new FormerNameChecks(spec, findings).check();
    }

    /** Reports that nothing can follow the renames of a workspace's contexts. */
    static void notFollowed(List<ContextSpec> contexts, String why, List<Diagnostic> findings) {
        contexts.stream()
                .flatMap(context -> context.collaboration().renames().stream())
                .forEach(
                        rename ->
                                findings.add(
                                        RenameRules.NOT_FOLLOWED.at(
                                                rename.before().span(),
                                                "%s was called %s before, and nothing can follow that: %s"
                                                        .formatted(
                                                                quoted(rename.name().value()),
                                                                quoted(rename.before().value()),
                                                                why),
                                                "rename one thing at a time, and generate in between")));
    }

    private void check() {
        Map<String, Text> taken = new HashMap<>();
        declared().forEach(name -> taken.putIfAbsent(name.value(), name));
        for (RenameSpec rename : spec.collaboration().renames()) {
            Text before = rename.before();
            Text other = taken.putIfAbsent(before.value(), before);
            if (other != null) {
                findings.add(
                        RenameRules.NAME_IN_USE
                                .at(
                                        before.span(),
                                        "%s is the name of something else, and cannot be what %s was called"
                                                .formatted(
                                                        quoted(before.value()),
                                                        quoted(rename.name().value())),
                                        "take `renamedFrom` away, or give the name that it really had")
                                .relatedTo(other.span(), "the name stands here as well"));
            }
        }
    }

    private Stream<Text> declared() {
        return Stream.of(
                        spec.types().stream().map(type -> type.name()),
                        spec.values().stream().map(type -> type.name()),
                        spec.aggregates().stream().flatMap(FormerNameChecks::declared),
                        spec.events().stream().map(event -> event.name()),
                        spec.commands().stream().map(command -> command.name()),
                        spec.readModels().stream().map(readModel -> readModel.name()),
                        spec.drops().stream()
                                .filter(drop -> drop.field().isEmpty())
                                .map(drop -> drop.name()),
                        spec.queries().stream().map(query -> query.name()))
                .flatMap(names -> names);
    }

    private static Stream<Text> declared(AggregateSpec aggregate) {
        return Stream.concat(
                Stream.of(aggregate.name()),
                aggregate.entities().stream().map(entity -> entity.name()));
    }
}
