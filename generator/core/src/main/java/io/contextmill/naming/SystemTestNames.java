package io.contextmill.naming;

import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the classes are called that start and test all services of a workspace together. None is
 * called like the class that starts a service, since they stand beside each other in the code. But
 * for {@link #application()} they follow from the names of the workspace and of the one context.
 */
public final class SystemTestNames {
    private static final String SERVICES = "Service";
    private static final String BOUNDARIES_TEST = "ContextBoundariesTest";
    private static final String SEPARATION_TEST = "DatabaseSeparationTest";
    private static final String SYSTEM_TEST = "SystemTest";

    /** What the class of a service's start, or the test of a service, may be called. */
    private static final Pattern OF_A_CONTEXT =
            Pattern.compile(".*(application[0-9]*|systemtest)", Pattern.CASE_INSENSITIVE);

    private final WorkspaceModel workspace;
    private final String packageName;

    SystemTestNames(WorkspaceModel workspace, WorkspaceNames names) {
        this.workspace = workspace;
        packageName = names.systemTestsPackage();
    }

    /** The enum of all services. */
    public JavaType services() {
        return type(SERVICES);
    }

    /** The constant of a service in the enum of all. */
    public String constant(ContextModel context) {
        return Words.of(context.name()).upperSnake();
    }

    /** All services, started together. */
    public JavaType together() {
        NamePool pool =
                new NamePool(name -> isLegal(name) && !OF_A_CONTEXT.matcher(name).matches(), "");
        List.of(SERVICES, BOUNDARIES_TEST, SEPARATION_TEST)
                .forEach(name -> pool.take(List.of(name)));
        return type(pool.take(List.of(workspaceName(), workspaceName() + "Workspace")));
    }

    /** Starts all services for people. */
    public JavaType application() {
        Set<String> services = new HashSet<>();
        for (ContextModel context : workspace.contexts()) {
            services.addAll(ContextClass.APPLICATION.candidates(context.name()));
        }
        NamePool pool =
                new NamePool(
                        name ->
                                isLegal(name)
                                        && services.stream().noneMatch(name::equalsIgnoreCase),
                        "");
        return type(
                pool.take(
                        List.of(
                                workspaceName() + "Application",
                                workspaceName() + "WorkspaceApplication")));
    }

    /** The test of a service among the others. */
    public JavaType test(ContextModel context) {
        return type(context.name() + SYSTEM_TEST);
    }

    /** The test that contexts do not reach each other's code. */
    public JavaType boundariesTest() {
        return type(BOUNDARIES_TEST);
    }

    /** The test that services do not enter each other's database. */
    public JavaType separationTest() {
        return type(SEPARATION_TEST);
    }

    private String workspaceName() {
        return Words.of(workspace.name()).pascal();
    }

    private JavaType type(String name) {
        return new JavaType(packageName, name);
    }

    private static boolean isLegal(String name) {
        return !ReservedWords.isJavaType(name) && !ReservedWords.isWindowsDevice(name);
    }
}
