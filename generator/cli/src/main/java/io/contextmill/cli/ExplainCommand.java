package io.contextmill.cli;

import io.contextmill.diagnostic.NearestName;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.starter.StarterRules;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "explain",
        description =
                "Explain a rule: what it finds, why that matters, and how to mend it. Without ID: list all.")
@SuppressWarnings("NullAway.Init") // The command line fills the fields before call().
final class ExplainCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description =
                    "What stands in brackets before a finding, such as reference.unknown-type.")
    @Nullable String id;

    @Spec CommandSpec command;

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<RuleDescription> rules =
                Stream.of(session.rules().get(), BuildRules.all(), StarterRules.all())
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(RuleDescription::id))
                        .toList();
        Console console = session.console();
        if (id == null) {
            list(rules, console);
        } else {
            RuleDescription rule = find(rules, id);
            if (console.isJson()) {
                console.json(json(rule));
            } else {
                explain(rule, console.out());
            }
        }
        return ExitCode.DONE.number();
    }

    private RuleDescription find(List<RuleDescription> rules, String wanted) {
        return rules.stream()
                .filter(rule -> rule.id().value().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        command.commandLine(), unknown(rules, wanted)));
    }

    private static String unknown(List<RuleDescription> rules, String wanted) {
        Optional<String> nearest =
                NearestName.of(wanted, rules.stream().map(rule -> rule.id().value()).toList());
        return "there is no rule `%s`".formatted(wanted)
                + nearest.map(name -> "; did you mean `" + name + "`?").orElse("");
    }

    private static void list(List<RuleDescription> rules, Console console) {
        if (console.isJson()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            rules.forEach(rule -> all.add(json(rule)));
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.set("rules", all);
            console.json(document);
            return;
        }
        int width = rules.stream().mapToInt(rule -> rule.id().value().length()).max().orElse(1);
        for (RuleDescription rule : rules) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%-" + width + "s  %-7s  %s%n",
                            rule.id(),
                            severity(rule),
                            rule.summary());
        }
    }

    private static void explain(RuleDescription rule, PrintStream out) {
        out.printf(Locale.ROOT, "%s (%s)%n%n", rule.id(), severity(rule));
        out.println(rule.summary());
        out.println();
        out.println(Paragraph.wrap(rule.rationale(), 80));
        out.println();
        out.println("Found in:");
        out.println();
        out.println(rule.badExample().stripTrailing().indent(4).stripTrailing());
        out.println();
        out.println("Not in:");
        out.println();
        out.println(rule.goodExample().stripTrailing().indent(4).stripTrailing());
    }

    private static ObjectNode json(RuleDescription rule) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", rule.id().value())
                .put("severity", severity(rule))
                .put("summary", rule.summary())
                .put("rationale", rule.rationale())
                .put("badExample", rule.badExample())
                .put("goodExample", rule.goodExample());
    }

    private static String severity(RuleDescription rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }
}
