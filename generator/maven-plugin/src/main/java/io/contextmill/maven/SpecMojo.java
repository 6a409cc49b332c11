package io.contextmill.maven;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticText;
import io.contextmill.diagnostic.Severity;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that works on a spec. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields before execute().
abstract class SpecMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /**
     * The file of the spec, or the folder of a workspace. Where nothing is said, the file <code>
     * contextmill.yaml</code> in the folder of the project, or in the nearest one above that has
     * one beside its <code>pom.xml</code>.
     */
    @Parameter(property = "contextmill.spec")
    private @Nullable File spec;

    /**
     * The folder of the project that is generated: of the service, or of the whole workspace. Where
     * nothing is said, the one that <code>contextmill.yaml</code> was found in; with a spec of
     * another name, the folder of this project.
     */
    @Parameter(property = "contextmill.out")
    private @Nullable File out;

    /** Whether to do nothing. */
    @Parameter(property = "contextmill.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        execute(
                SpecProject.of(
                        session,
                        project,
                        Optional.ofNullable(spec).map(File::toPath),
                        Optional.ofNullable(out).map(File::toPath)));
    }

    abstract void execute(SpecProject generated) throws MojoFailureException;

    final MavenProject project() {
        return project;
    }

    /**
     * Logs findings as their severity asks for it, each once in a build.
     *
     * @throws MojoFailureException if there is an error among them
     */
    final void report(SpecProject generated, List<Diagnostic> all, String failure)
            throws MojoFailureException {
        boolean failed = all.stream().anyMatch(Diagnostic::isError);
        List<Diagnostic> findings = generated.untold(all);
        log(findings, Severity.ERROR, getLog()::error);
        log(findings, Severity.WARNING, getLog()::warn);
        if (!failed) {
            log(findings, Severity.NOTE, getLog()::debug);
            return;
        }
        throw new MojoFailureException(failure + "; see above");
    }

    private static void log(
            List<Diagnostic> findings, Severity severity, Consumer<CharSequence> log) {
        List<Diagnostic> those =
                findings.stream().filter(finding -> finding.severity() == severity).toList();
        if (!those.isEmpty()) {
            DiagnosticText.plain().render(those).lines().forEach(log);
        }
    }
}
