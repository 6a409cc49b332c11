package io.contextmill.naming;

import io.contextmill.model.ContextModel;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.words.ReservedWords;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What contexts are called beside each other: modules, packages and folders, no two of which are
 * the same, and none that of a part of the workspace which belongs to no context.
 *
 * <p>A context that stands alone has the whole project to itself: its package is the project's.
 */
public final class WorkspaceNames {
    /** The module with the technical code of all services. */
    public static final String PLATFORM = "platform";

    /** The module with what the tests of all modules need. */
    public static final String TESTING = "testing";

    /** The module with the language that the contexts share. */
    public static final String CONTRACTS = "contracts";

    /** The module in which all services are tested together. */
    public static final String SYSTEM_TESTS = "system-tests";

    private static final int FIRST_PORT = 8080;

    /** Folders that a workspace has, or has room for, beside those of its contexts. */
    private static final Set<String> TAKEN_FOLDERS =
            Set.of(
                    PLATFORM,
                    TESTING,
                    CONTRACTS,
                    SYSTEM_TESTS,
                    "contexts",
                    "deploy",
                    "docs",
                    "gateway",
                    "src",
                    "target");

    private final WorkspaceModel workspace;
    private final Map<String, String> modules = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    private WorkspaceNames(WorkspaceModel workspace) {
        this.workspace = workspace;
        nameModules();
    }

    /** The names of a workspace, or of a context that stands alone. */
    public static WorkspaceNames of(WorkspaceModel workspace) {
        return new WorkspaceNames(workspace);
    }

    /** Whether there is only a context, which stands alone. */
    public boolean alone() {
        return workspace.alone();
    }

    /** The names of one of its contexts. */
    public Names of(ContextModel context) {
        return new Names(context, this);
    }

    /** The names of one of its contexts in the language that the contexts share. */
    public ContractNames contractOf(ContextModel context) {
        return new ContractNames(context, contractPackage(context));
    }

    /** The names of what starts and tests all services together. */
    public SystemTestNames systemTests() {
        return new SystemTestNames(workspace, this);
    }

    /** The artifact that is the parent of all modules: as the workspace is called. */
    public String artifact() {
        return workspace.name();
    }

    /** The group of all artifacts of the workspace, and the package below which everything is. */
    public String packageName() {
        return workspace.options().packageName();
    }

    /** The package of the platform. */
    public String platformPackage() {
        return packageName() + ".platform";
    }

    /** The package of what the tests of all modules need. */
    public String testingPackage() {
        return packageName() + ".testing";
    }

    /** The package below which contexts have theirs for what they share. */
    public String contractsPackage() {
        return packageName() + ".contracts";
    }

    /** The package of the tests of all services together. */
    public String systemTestsPackage() {
        return packageName() + ".systemtests";
    }

    /** The package of a context. */
    public String packageName(ContextModel context) {
        return workspace.alone()
                ? packageName()
                : packageName() + "." + ReservedWords.packageSegment(context.name());
    }

    /**
     * The folder of a context's module, with a slash behind it; empty for a context that stands
     * alone, whose module is the project.
     */
    public String folder(ContextModel context) {
        return workspace.alone() ? "" : module(context) + "/";
    }

    /** The folder of a context's migrations, below the output folder. */
    public String migrationFolder(ContextModel context) {
        return folder(context) + Names.MIGRATIONS + module(context);
    }

    /** Where the service of a context listens when all are started together, from 8080 on. */
    public int port(ContextModel context) {
        return FIRST_PORT + known(places, context);
    }

    /** The module of a context. */
    String module(ContextModel context) {
        return known(modules, context);
    }

    private <T> T known(Map<String, T> names, ContextModel context) {
        T known = names.get(context.name());
        if (known == null) {
            throw new IllegalArgumentException(
                    context.name() + " is not of the workspace " + workspace.name());
        }
        return known;
    }

    private String contractPackage(ContextModel context) {
        return workspace.alone()
                ? packageName() + ".contract"
                : contractsPackage() + "." + ReservedWords.packageSegment(context.name());
    }

    private void nameModules() {
        NamePool pool = new NamePool(this::isFree, "-");
        List<ContextModel> displaced = new ArrayList<>();
        for (ContextModel context : workspace.contexts()) {
            places.put(context.name(), places.size());
            String name = Words.of(context.name()).kebab();
            if (pool.isFree(name)) {
                modules.put(context.name(), pool.take(List.of(name)));
            } else {
                displaced.add(context);
            }
        }
        for (ContextModel context : displaced) {
            String name = Words.of(context.name()).kebab() + "-service";
            modules.put(context.name(), pool.take(List.of(name)));
        }
    }

    private boolean isFree(String module) {
        return !ReservedWords.isWindowsDevice(module)
                // Its tests have a database of the platform's, too.
                && !module.equals(PLATFORM)
                && (workspace.alone()
                        || !(TAKEN_FOLDERS.contains(module) || module.equals(artifact())));
    }
}
