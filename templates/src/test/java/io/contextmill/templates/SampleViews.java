package io.contextmill.templates;

import io.contextmill.templates.platform.EventStoreTables;
import io.contextmill.templates.platform.PlatformDatabaseTest;
import io.contextmill.templates.platform.PlatformSource;
import io.contextmill.templates.platform.PlatformTables;
import io.contextmill.templates.project.GeneratedConfiguration;
import io.contextmill.templates.project.GeneratedConfiguration.Line;
import io.contextmill.templates.project.GitIgnore;
import io.contextmill.templates.project.ModulePom;
import io.contextmill.templates.project.OwnConfiguration;
import io.contextmill.templates.project.Pom;
import io.contextmill.templates.project.ProvisioningScript;
import io.contextmill.templates.project.Readme;
import io.contextmill.templates.project.TestLogging;
import io.contextmill.templates.project.WorkspaceReadme;
import io.contextmill.templates.starter.ArchetypeMetadata;
import io.contextmill.templates.starter.StarterSpec;
import io.contextmill.templates.text.JavaName;
import io.contextmill.templates.text.MarkdownCode;
import io.contextmill.templates.text.MarkdownText;
import io.contextmill.templates.text.PsqlVariable;
import io.contextmill.templates.text.SqlComment;
import io.contextmill.templates.text.SqlIdentifier;
import io.contextmill.templates.text.XmlComment;
import io.contextmill.templates.text.XmlName;
import io.contextmill.templates.text.XmlText;
import io.contextmill.templates.text.YamlComment;
import io.contextmill.templates.text.YamlIndent;
import io.contextmill.templates.text.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A view for each template, with texts that are awkward wherever a view takes any text. */
final class SampleViews {
    private static final JavaName PACKAGE = new JavaName("com.acme.sales.platform");

    private SampleViews() {}

    static List<View> all() {
        List<View> views = new ArrayList<>();
        views.addAll(PlatformSource.program(PACKAGE));
        views.addAll(PlatformSource.tests(PACKAGE));
        views.addAll(PlatformSource.testing(PACKAGE));
        views.addAll(PlatformDatabaseTest.all(PACKAGE, new JavaName("com.acme.sales.testing")));
        views.add(new PlatformTables());
        views.addAll(PlatformSource.eventStore(PACKAGE));
        views.add(PlatformDatabaseTest.eventStore(PACKAGE, new JavaName("com.acme.sales.testing")));
        views.add(new EventStoreTables());
        views.add(PlatformSource.illegalTransition(PACKAGE));
        views.add(PlatformSource.rowPlace(PACKAGE));
        views.add(PlatformSource.notDecidedYet(PACKAGE));
        views.add(PlatformSource.uniqueValues(PACKAGE));
        views.addAll(PlatformSource.documents(PACKAGE));
        views.add(PlatformSource.documentsTest(PACKAGE));
        views.add(
                new StarterSpec(new YamlScalar("Null: # \"it\""), new YamlScalar("com.acme.null")));
        views.add(
                new ArchetypeMetadata(
                        new XmlText("1 < 2"),
                        new XmlText("#if( $a && $b )]]>${c}#end"),
                        new XmlText("(?<=[<&>])"),
                        new XmlText("${groupId}"),
                        List.of(new ArchetypeMetadata.Filtered(new XmlText("a&b.yaml"))),
                        new XmlText("<none>")));
        views.add(pom(false, Optional.of(service()), Optional.empty()));
        views.add(pom(false, Optional.empty(), Optional.of(workspace())));
        views.add(pom(true, Optional.of(service()), Optional.empty()));
        views.add(
                modulePom(
                        Optional.of(new ModulePom.Service(new XmlText("com.acme.sales"))),
                        Optional.empty()));
        views.add(
                modulePom(
                        Optional.empty(),
                        Optional.of(
                                new ModulePom.SystemTests(
                                        List.of(
                                                new ModulePom.TestedService(
                                                        new XmlText("sales")))))));
        views.add(
                new GeneratedConfiguration(
                        new YamlComment("Generated from sales.yaml\nspring: {}"),
                        List.of(
                                new Line(
                                        new YamlIndent(0),
                                        new YamlScalar("sales"),
                                        Optional.empty(),
                                        Optional.empty()),
                                new Line(
                                        new YamlIndent(1),
                                        new YamlScalar("name"),
                                        Optional.of(new YamlScalar("no: #1")),
                                        Optional.of(new YamlComment("What it\nis: called"))))));
        views.add(
                new OwnConfiguration(
                        new YamlScalar("classpath:generated/sales.yaml"),
                        new YamlComment("generated/sales.yaml\nspring: {}")));
        views.add(new TestLogging(new XmlText("com.acme.sales.platform<&\">")));
        views.add(
                new ProvisioningScript(
                        new SqlComment("sales\ndrop database postgres;"),
                        new SqlIdentifier("sales_service"),
                        new PsqlVariable("SALES_DATABASE_PASSWORD")));
        views.add(new GitIgnore());
        views.add(readme(false, Optional.empty()));
        views.add(readme(false, Optional.of(new Readme.Workspace(new MarkdownText("shop `x`")))));
        views.add(readme(true, Optional.empty()));
        views.add(workspaceReadme(false));
        views.add(workspaceReadme(true));
        return views;
    }

    private static WorkspaceReadme workspaceReadme(boolean built) {
        return new WorkspaceReadme(
                new MarkdownText("Shop"),
                new MarkdownCode("17"),
                built,
                List.of(
                        new WorkspaceReadme.Service(
                                new MarkdownCode("sales"),
                                new MarkdownText("Sales"),
                                Optional.of(new MarkdownText("Sells | <b>")),
                                new MarkdownCode("8080"))));
    }

    private static Pom pom(
            boolean built, Optional<Pom.Service> service, Optional<Pom.Workspace> workspace) {
        XmlText folder = new XmlText("src/generated/<java>");
        return new Pom(
                new XmlText("com.acme"),
                new XmlText("sales"),
                new XmlText("Sales & <returns> service"),
                new XmlText("17"),
                new XmlText("4.1.1"),
                List.of(
                        new Pom.LibraryVersion(
                                new XmlName("archunit.version"), new XmlText("1.5.0"))),
                new XmlText("com.acme.sales"),
                built
                        ? Optional.empty()
                        : Optional.of(new Pom.Committed(folder, folder, folder, folder)),
                built ? Optional.of(new Pom.Built(new XmlText("0.1.0"))) : Optional.empty(),
                service,
                workspace);
    }

    private static Pom.Service service() {
        return new Pom.Service(
                List.of(
                        new Pom.Dependency(
                                new XmlText("org.acme"),
                                new XmlText("plain"),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty()),
                        new Pom.Dependency(
                                new XmlText("org.acme"),
                                new XmlText("with-everything"),
                                Optional.of(new XmlText("${archunit.version}")),
                                Optional.of(new XmlText("test")),
                                true,
                                Optional.of(exclusion()))),
                new XmlText("com.acme.sales.platform"),
                new XmlText("com.acme.sales.testing"));
    }

    private static Pom.Workspace workspace() {
        return new Pom.Workspace(
                List.of(new Pom.Module(new XmlText("sales & more"))),
                List.of(
                        new Pom.Managed(
                                new XmlText("org.acme"),
                                new XmlText("plain"),
                                new XmlText("1.0"),
                                Optional.empty()),
                        new Pom.Managed(
                                new XmlText("org.acme"),
                                new XmlText("with-everything"),
                                new XmlText("${archunit.version}"),
                                Optional.of(exclusion()))));
    }

    private static Pom.Exclusion exclusion() {
        return new Pom.Exclusion(
                new XmlComment("not --> needed -"), new XmlText("org.other"), new XmlText("*"));
    }

    private static ModulePom modulePom(
            Optional<ModulePom.Service> service, Optional<ModulePom.SystemTests> systemTests) {
        return new ModulePom(
                new XmlText("com.acme"),
                new XmlText("shop"),
                new XmlText("sales"),
                new XmlText("Sales & <returns> service"),
                List.of(
                        new ModulePom.Dependency(
                                new XmlText("org.acme"),
                                new XmlText("with-everything"),
                                Optional.of(new XmlText("${archunit.version}")),
                                Optional.of(new XmlText("test")),
                                true)),
                service,
                systemTests);
    }

    private static Readme readme(boolean built, Optional<Readme.Workspace> workspace) {
        return new Readme(
                new MarkdownText("Sales"),
                Optional.of(
                        new MarkdownText(
                                "Sells.\n\n# Not a heading <script>alert(1)</script> [x](javascript:y) ```")),
                new MarkdownCode("17"),
                workspace,
                new MarkdownCode(workspace.isPresent() ? " -pl sales -am" : ""),
                new MarkdownCode(workspace.isPresent() ? "sales/" : ""),
                built,
                new MarkdownCode("src/generated"),
                new MarkdownCode("src/generated-test"),
                new MarkdownCode("sales_service"),
                new MarkdownCode("SALES_DATABASE_URL"),
                new MarkdownCode("SALES_DATABASE_USERNAME"),
                new MarkdownCode("SALES_DATABASE_PASSWORD"),
                new MarkdownCode("target/sales-0.1.0-SNAPSHOT-exec.jar"),
                new MarkdownCode("src/main/java/com/acme/sales"),
                List.of(
                        new Readme.Behaviour(
                                new MarkdownCode("SaleBehaviour"),
                                new MarkdownCode("SaleBehaviourTest"),
                                new MarkdownText("sales"))),
                List.of(
                        new Readme.Call(
                                new MarkdownCode("Sells."),
                                new MarkdownCode("curl -i http://localhost:8080"))),
                true,
                new MarkdownCode("sales.yaml"),
                new MarkdownCode("generated/sales.yaml"),
                new MarkdownCode("db/migration/sales"));
    }
}
