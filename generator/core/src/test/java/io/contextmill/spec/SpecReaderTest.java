package io.contextmill.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of files and links; the words of paths are in the rule corpus. */
class SpecReaderTest {
    @TempDir private Path outside;
    private Path folder;

    @BeforeEach
    void writeTwoContexts() throws IOException {
        folder = outside.resolve("shop");
        Files.createDirectories(folder.resolve("contexts"));
        write("contexts/order.yaml", "context: Order\naggregates: [Order]\n");
        write("contexts/payment.yaml", "context: Payment\naggregates: [Payment]\n");
        write("contextmill.yaml", "workspace: shop\ncontexts: [contexts/order.yaml]\n");
    }

    @Test
    void aFolderStandsForTheWorkspaceInIt() {
        Validated<WorkspaceSpec> ofFolder = read(folder);
        Validated<WorkspaceSpec> ofFile = read(folder.resolve("contextmill.yaml"));

        assertThat(names(ofFolder)).containsExactly("Order");
        assertThat(names(ofFile)).containsExactly("Order");
    }

    @Test
    void findingsCallAContextByItsPathFromWhereTheUserIs() throws IOException {
        write("contexts/order.yaml", "context: Order\nagregates: [Order]\n");

        assertThat(new SpecReader().read(folder, "my/shop").diagnostics())
                .extracting(finding -> finding.span().file().name())
                .containsExactly("my/shop/contexts/order.yaml");
    }

    @Test
    void aLinkThatLeadsOutIsNotFollowed() throws IOException {
        Files.writeString(
                outside.resolve("secret.yaml"), "context: Secret\naggregates: [Secret]\n");
        link("contexts/secret.yaml", outside.resolve("secret.yaml"));
        link("elsewhere", outside);
        write(
                "contextmill.yaml",
                "workspace: shop\ncontexts: [contexts/secret.yaml, elsewhere/secret.yaml]\n");

        assertThat(rules(read(folder)))
                .containsExactly("workspace.path-outside", "workspace.path-outside");
    }

    @Test
    void aLinkToAFileThatIsListedIsThatFile() throws IOException {
        link("contexts/copy.yaml", folder.resolve("contexts/order.yaml"));
        write(
                "contextmill.yaml",
                "workspace: shop\ncontexts: [contexts/order.yaml, contexts/copy.yaml]\n");

        assertThat(rules(read(folder))).containsExactly("workspace.file-listed-twice");
    }

    @Test
    void aContextThatIsNotUnderstoodLeavesNoWorkspace() throws IOException {
        write("contexts/order.yaml", "context: [Order]\n");
        write(
                "contextmill.yaml",
                "workspace: shop\ncontexts: [contexts/order.yaml, contexts/payment.yaml]\n");

        assertThat(read(folder).value()).isEmpty();
        assertThat(rules(read(folder))).containsExactly("language.wrong-shape");
    }

    private static Validated<WorkspaceSpec> read(Path spec) {
        return new SpecReader().read(spec, spec.toString());
    }

    private static List<String> names(Validated<WorkspaceSpec> workspace) {
        return workspace.value().orElseThrow().contexts().stream()
                .map(context -> context.name().value())
                .toList();
    }

    private static List<String> rules(Validated<WorkspaceSpec> workspace) {
        return workspace.diagnostics().stream()
                .map(Diagnostic::rule)
                .map(rule -> rule.value())
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }

    private void link(String path, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve(path), target);
    }
}
