package io.contextmill.naming;

import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the classes are called that start and test all services of a workspace together. None is
 * called like the class that starts a service, since they stand beside each other in the code.
 */
public final class SystemTestNames {
    private final String packageName;
    private final JavaType services;
    private final JavaType boundariesTest;
    private final JavaType separationTest;
    private final JavaType together;
    private final JavaType application;
    private final Map<String, JavaType> tests = new HashMap<>();

    SystemTestNames(WorkspaceModel workspace, WorkspaceNames names) {
        packageName = names.systemTestsPackage();
        Set<String> applications = new HashSet<>();
        for (ContextModel context : workspace.contexts()) {
            String name = names.of(context).of(ContextClass.APPLICATION).simpleName();
            applications.add(name.toLowerCase(Locale.ROOT));
        }
        NamePool pool =
                new NamePool(
                        name ->
                                !applications.contains(name.toLowerCase(Locale.ROOT))
                                        && !ReservedWords.isJavaType(name)
                                        && !ReservedWords.isWindowsDevice(name),
                        "");
        services = take(pool, "Service");
        boundariesTest = take(pool, "ContextBoundariesTest");
        separationTest = take(pool, "DatabaseSeparationTest");
        for (ContextModel context : workspace.contexts()) {
            tests.put(context.name(), take(pool, context.name() + "SystemTest"));
        }
        String name = Words.of(workspace.name()).pascal();
        together = take(pool, name, name + "Workspace");
        application = take(pool, name + "Application", name + "WorkspaceApplication");
    }

    /** The enum of all services. */
    public JavaType services() {
        return services;
    }

    /** The constant of a service in the enum of all. */
    public String constant(ContextModel context) {
        return Words.of(context.name()).upperSnake();
    }

    /** All services, started together. */
    public JavaType together() {
        return together;
    }

    /** Starts all services for people. */
    public JavaType application() {
        return application;
    }

    /** The test of a service among the others. */
    public JavaType test(ContextModel context) {
        JavaType test = tests.get(context.name());
        if (test == null) {
            throw new IllegalArgumentException(context.name() + " is not of " + packageName);
        }
        return test;
    }

    /** The test that contexts do not reach each other's code. */
    public JavaType boundariesTest() {
        return boundariesTest;
    }

    /** The test that services do not enter each other's database. */
    public JavaType separationTest() {
        return separationTest;
    }

    private JavaType take(NamePool pool, String... candidates) {
        return new JavaType(packageName, pool.take(List.of(candidates)));
    }
}
