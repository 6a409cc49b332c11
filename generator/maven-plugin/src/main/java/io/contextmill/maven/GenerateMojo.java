package io.contextmill.maven;

import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.plan.FileAction.Kind;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes what the spec asks for, and makes it a part of the build. Only files that differ are
 * written. A file that belongs to people is made where it is missing, and never changed; a
 * generated file that was edited fails the build before anything is written.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends SpecMojo {
    /** Configured by Maven. */
    public GenerateMojo() {}

    @Override
    void execute(SpecProject generated) throws MojoFailureException {
        Outcome outcome = generated.run(Goal.Build::new);
        report(
                generated,
                outcome.diagnostics(),
                "the spec, or what is there, does not let the code be generated");
        outcome.plan()
                .filter(plan -> plan.changesAnything())
                .map(
                        plan ->
                                Stream.of(Kind.values())
                                        .filter(kind -> plan.count(kind) > 0)
                                        .map(kind -> plan.count(kind) + " " + kind.word())
                                        .collect(Collectors.joining(", ")))
                .ifPresent(counts -> getLog().info("Generated files: " + counts));
        outcome.model()
                .ifPresent(model -> generated.addRootsTo(project(), model.options().generated()));
    }
}
