package io.contextmill.templates;

import io.contextmill.templates.platform.DatabaseAccessTestSource;
import io.contextmill.templates.platform.MigratedDatabaseSource;
import io.contextmill.templates.platform.PlatformSource;
import io.contextmill.templates.platform.TestDatabaseSource;
import io.contextmill.templates.project.GeneratedConfiguration;
import io.contextmill.templates.project.GeneratedConfiguration.Line;
import io.contextmill.templates.project.GitIgnore;
import io.contextmill.templates.project.OwnConfiguration;
import io.contextmill.templates.project.Pom;
import io.contextmill.templates.project.ProvisioningScript;
import io.contextmill.templates.project.Readme;
import io.contextmill.templates.project.TestLogging;
import io.contextmill.templates.text.JavaComment;
import io.contextmill.templates.text.JavaName;
import io.contextmill.templates.text.JavaString;
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
        views.add(PlatformSource.illegalTransition(PACKAGE));
        views.add(PlatformSource.notDecidedYet(PACKAGE));
        views.add(
                new TestDatabaseSource(
                        PACKAGE,
                        new JavaComment("sales */ \\u002a/ <b>"),
                        new JavaName("ofSales"),
                        new JavaString("sales\"_\\service")));
        views.add(new MigratedDatabaseSource(PACKAGE, new JavaString("db/migration/sales")));
        views.add(new DatabaseAccessTestSource(PACKAGE, new JavaName("ofSales")));
        views.add(pom());
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
        views.add(new OwnConfiguration());
        views.add(new TestLogging(new XmlText("com.acme.sales.platform<&\">")));
        views.add(
                new ProvisioningScript(
                        new SqlComment("sales\ndrop database postgres;"),
                        new SqlIdentifier("sales_service"),
                        new PsqlVariable("SALES_DATABASE_PASSWORD")));
        views.add(new GitIgnore());
        views.add(readme());
        return views;
    }

    private static Pom pom() {
        return new Pom(
                new XmlText("com.acme"),
                new XmlText("sales"),
                new XmlText("Sales & <returns> service"),
                new XmlText("17"),
                new XmlText("4.1.1"),
                List.of(
                        new Pom.LibraryVersion(
                                new XmlName("archunit.version"), new XmlText("1.5.0"))),
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
                                Optional.of(
                                        new Pom.Exclusion(
                                                new XmlComment("not --> needed -"),
                                                new XmlText("org.other"),
                                                new XmlText("*"))))),
                new XmlText("com.acme.sales"));
    }

    private static Readme readme() {
        return new Readme(
                new MarkdownText("Sales"),
                Optional.of(
                        new MarkdownText(
                                "Sells.\n\n# Not a heading <script>alert(1)</script> [x](javascript:y) ```")),
                new MarkdownCode("17"),
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
                new MarkdownCode("db/migration/sales"));
    }
}
