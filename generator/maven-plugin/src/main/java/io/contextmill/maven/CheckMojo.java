package io.contextmill.maven;

import io.contextmill.pipeline.Goal;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails the build unless what is there is what the spec asks for: generated files are current and
 * not edited, files of people are not missing, and what the generator remembers of them is whole.
 * Writes nothing.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends SpecMojo {
    /** Configured by Maven. */
    public CheckMojo() {}

    @Override
    void execute(SpecProject generated) throws MojoFailureException {
        report(
                generated,
                generated.run(Goal.Check::new).diagnostics(),
                "what is generated is not what the spec asks for");
    }
}
