package io.contextmill.model;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec.OptionsSpec;
import io.contextmill.spec.Text;
import io.contextmill.spec.WorkspaceSpec;
import io.contextmill.words.ReservedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a project is made of where nothing is said: Java 17, Spring Boot, PostgreSQL, and the
 * package {@code com.example.} followed by the name of the workspace, or of the context that stands
 * alone, in small letters, with an underscore behind it where Java has that word reserved or
 * Windows would not have a folder of that name.
 */
final class ProjectInference {
    private ProjectInference() {}

    /** The options with everything said. */
    static OptionsSpec complete(WorkspaceSpec spec, List<Diagnostic> findings) {
        OptionsSpec options = spec.options();
        List<String> decided = new ArrayList<>();
        OptionsSpec complete =
                new OptionsSpec(
                        decide(
                                options.packageName(),
                                "package",
                                packageOf(spec.name().value()),
                                spec,
                                decided),
                        decide(options.java(), "java", "17", spec, decided),
                        decide(options.target(), "target", "spring-boot", spec, decided),
                        decide(options.database(), "database", "postgresql", spec, decided),
                        options.generated());
        if (!decided.isEmpty()) {
            findings.add(
                    InferenceRules.PROJECT.at(
                            spec.name().span(),
                            "the project is made with " + Phrases.list(decided)));
        }
        return complete;
    }

    private static String packageOf(String name) {
        return "com.example." + ReservedWords.packageSegment(name.replace("-", ""));
    }

    private static Optional<Text> decide(
            Optional<Text> said,
            String key,
            String value,
            WorkspaceSpec spec,
            List<String> decided) {
        if (said.isPresent()) {
            return said;
        }
        decided.add("`" + key + ": " + value + "`");
        return Optional.of(new Text(value, spec.name().span()));
    }
}
