package io.contextmill.templates.project;

import io.contextmill.templates.View;
import io.contextmill.templates.text.MarkdownCode;
import io.contextmill.templates.text.MarkdownText;
import java.util.List;
import java.util.Optional;

/**
 * {@code README.md}: what a service is, how it is built and run, and whose code is where.
 *
 * @param title the service's name in prose
 * @param description what the spec says about it
 * @param java the Java release that it is compiled for
 * @param workspace the workspace that it belongs to
 * @param selection what has Maven build it and no other service, with a space before it; empty for
 *     a service that stands alone
 * @param folder its folder below that of the workspace, with a slash behind it; empty likewise
 * @param built whether builds make what is generated
 * @param generatedProgram the folder of what is generated of the program
 * @param generatedTests the folder of what is generated of its tests
 * @param login the name of its login and database
 * @param urlVariable the environment variable with the JDBC URL of its database
 * @param usernameVariable the environment variable with its login
 * @param passwordVariable the environment variable with its password
 * @param jar the program that a build makes
 * @param ownedPackage the folder of the package that is shared by what is generated and what is
 *     owned
 * @param behaviours the owned classes that decide otherwise than the spec; possibly none
 * @param calls commands and queries
 * @param keepsEvents whether read models can be built anew from events that are kept
 * @param ownConfiguration the file for the team's settings
 * @param generatedConfiguration where the settings that it comes with are on the class path
 * @param migrations the folder of the database migrations
 */
public record Readme(
        MarkdownText title,
        Optional<MarkdownText> description,
        MarkdownCode java,
        Optional<Workspace> workspace,
        MarkdownCode selection,
        MarkdownCode folder,
        boolean built,
        MarkdownCode generatedProgram,
        MarkdownCode generatedTests,
        MarkdownCode login,
        MarkdownCode urlVariable,
        MarkdownCode usernameVariable,
        MarkdownCode passwordVariable,
        MarkdownCode jar,
        MarkdownCode ownedPackage,
        List<Behaviour> behaviours,
        List<Call> calls,
        boolean keepsEvents,
        MarkdownCode ownConfiguration,
        MarkdownCode generatedConfiguration,
        MarkdownCode migrations)
        implements View {
    /** Takes copies of the lists. */
    public Readme {
        behaviours = List.copyOf(behaviours);
        calls = List.copyOf(calls);
    }

    @Override
    public String template() {
        return "project/README.md";
    }

    /** A workspace, by its name. */
    public record Workspace(MarkdownText workspaceName) {}

    /** A class in which the team decides otherwise, its test, and what it decides about. */
    public record Behaviour(
            MarkdownCode behaviour, MarkdownCode behaviourTest, MarkdownText aggregates) {}

    /** A line for a shell that sends a request, and what it does as a comment of the shell. */
    public record Call(MarkdownCode summary, MarkdownCode line) {}
}
