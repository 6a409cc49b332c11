package io.contextmill.emitters.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emitters.Specs;
import io.contextmill.emitters.text.TextSlots.Slot;
import io.contextmill.model.WorkspaceModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every text that a spec may say, in every place where it may say one, against every kind of file
 * that is generated: each file means the same to its consumers as with a harmless text there, but
 * for the text itself. The build tries a sixteenth of it, another one for each place; {@code
 * -Dmatrix=all} tries all.
 *
 * <p>A position that the schema of the language gets, and a kind of file that an emitter gets, fail
 * here until they have a row or a column.
 */
class TextMatrixTest {
    private static final TextSlots SLOTS = TextSlots.of("texts");
    private static final int PART = "all".equals(System.getProperty("matrix")) ? 1 : 16;

    /** Where paths of files stand. */
    private static final String PATHS = "workspace.contexts";

    /** That what is generated means the same, whatever it is about. */
    @Test
    void textsStayTexts() {
        TextMatrix matrix = new TextMatrix(SLOTS);
        List<Slot> slots = SLOTS.slots();
        for (int i = 0; i < slots.size(); i++) {
            for (int j = 0; j < HostileTexts.ALLOWED.size(); j++) {
                if ((i + j) % PART == 0) {
                    matrix.row(slots.get(i), HostileTexts.ALLOWED.get(j));
                }
            }
        }
        System.out.println(matrix);

        assertThat(matrix.through()).isEmpty();
        assertThat(matrix.reached()).containsExactlyInAnyOrder(FileReading.values());
    }

    /** That what no spec may say is found wherever it is said, with its place. */
    @Test
    void forbiddenTextsAreRefused() {
        for (Slot slot : SLOTS.slots()) {
            for (String text : HostileTexts.REFUSED) {
                Validated<WorkspaceModel> model = TextMatrix.model(SLOTS.with(slot, text));

                assertThat(model.diagnostics())
                        .as("%s <- %s", slot, text)
                        .anyMatch(Diagnostic::isError);
            }
        }
    }

    @Test
    void everyPositionOfTheLanguageIsARow() throws Exception {
        Set<String> rows = new TreeSet<>(SLOTS.positions());
        rows.addAll(later().keySet());
        rows.add(PATHS);
        List<String> texts = new ArrayList<>(HostileTexts.ALLOWED);
        texts.removeIf(text -> text.matches("\\w+"));
        texts.add(HostileTexts.FILE_NAME);
        Set<String> positions = new TreeSet<>();
        OpenPositions.to(texts)
                .forEach(
                        position ->
                                positions.add(position.replaceFirst("^namedContext", "context")));

        assertThat(rows).containsAll(positions);
    }

    /** What is generated one day gets a slot among the others. */
    @Test
    void whatComesLaterIsRefused() throws Exception {
        later().forEach(
                        (position, spec) ->
                                assertThat(
                                                TextMatrix.model(spec.replace("«»", "\"a\""))
                                                        .diagnostics())
                                        .as(position + " belongs into texts.yaml now")
                                        .anyMatch(
                                                finding ->
                                                        finding.rule()
                                                                .value()
                                                                .equals(
                                                                        "language.not-yet-supported")));
    }

    /** No file of a project says what the files of its spec are called. */
    @Test
    void namesOfFilesReachNothing(@TempDir Path folder) throws Exception {
        Map<String, String> plain = workspace(folder.resolve("plain"), "depot.yaml");
        Map<String, String> hostile = workspace(folder.resolve("hostile"), HostileTexts.FILE_NAME);

        assertThat(hostile).isNotEmpty().isEqualTo(plain);
    }

    private static Map<String, String> workspace(Path folder, String file) throws Exception {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), SLOTS.withEverywhere(slot -> "plain"));
        Path root = folder.resolve("contextmill.yaml");
        Files.writeString(root, "workspace: hall\ncontexts: ['" + file.replace("'", "''") + "']\n");
        return TextMatrix.files(TextMatrix.model(root));
    }

    private static Map<String, String> later() throws Exception {
        Map<String, String> specs = new TreeMap<>();
        for (String line : Files.readAllLines(Specs.FOLDER.resolve("texts-later.txt"))) {
            int end = line.indexOf(" = ");
            if (end > 0) {
                specs.put(line.substring(0, end), line.substring(end + 3));
            }
        }
        return specs;
    }
}
