package io.contextmill.pipeline;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.emit.DatabaseRules;
import io.contextmill.emit.EmitRules;
import io.contextmill.plan.PlanRules;
import io.contextmill.validation.RuleBook;
import io.contextmill.workspace.WorkspaceRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every rule of the generator: those about specs, and those about files. */
public final class Rules {
    private Rules() {}

    /** All of them, by id. */
    public static List<RuleDescription> all() {
        return Stream.of(
                        RuleBook.all(),
                        EmitRules.all(),
                        DatabaseRules.all(),
                        PlanRules.all(),
                        WorkspaceRules.all(),
                        ProjectRules.all())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(RuleDescription::id))
                .toList();
    }
}
