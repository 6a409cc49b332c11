package io.contextmill.emitters.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emitters.GoldenFiles;
import io.contextmill.emitters.JavaCompilation;
import io.contextmill.emitters.Specs;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP edge as it is generated. */
class WebEmitterTest {
    private static final Pattern MESSAGE = Pattern.compile("message = \"([^\"]*)\"");

    @Test
    void aFieldIsHeldToItsType() {
        assertThat(Specs.text(Specs.files("parcel", new WebEmitter()), "/SendParcelRequest.java"))
                .contains(
                        """
                        record SendParcelRequest(
                                @NotNull(message = "is missing")
                                @CodePointLength(min = 2, max = 20, message = "has not between 2 and 20 characters")
                                @Pattern(regexp = "[A-Z]+", message = "does not match its pattern")
                                String carrier) {
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Z]{3}",
                "[$][{]''.getClass\\(\\).forName\\('java.lang.Runtime'\\)[}]",
                "\\{validatedValue\\}",
                "[\"'\\\\]+",
                "\\u0022 \\u002a/",
                "#\\{x\\}|$\\{y\\}",
                "a\\/b",
                "é\\p{L}"
            })
    void aPatternIsNothingButAPattern(String pattern) {
        String spec =
                """
                context: Note
                aggregates: {Note: {fields: {text: "text? ~ %1$s"}}}
                events: {NoteTaken: {fields: {text: "text? ~ %1$s"}}}
                commands: {TakeNote: {creates: always, fields: {text: "text? ~ %1$s"}, emits: NoteTaken}}
                """
                        .formatted(pattern.replace("\\", "\\\\").replace("\"", "\\\""));

        var files = GoldenFiles.of("note.yaml", spec, new WebEmitter());

        String request = Specs.text(files, "/TakeNoteRequest.java");
        assertThat(JavaCompilation.code(files.values())).isNotEmpty();
        assertThat(request)
                .contains(
                        "regexp = \"" + pattern.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        Matcher messages = MESSAGE.matcher(request);
        assertThat(messages.results().map(message -> message.group(1)))
                .isNotEmpty()
                .noneMatch(message -> message.matches(".*[{}$\\\\].*"));
    }

    @Test
    void whatACallerLeavesOutHasItsDefault() {
        String request = Specs.text(Specs.files("edges", new WebEmitter()), "/DraftRequest.java");

        assertThat(request)
                .contains(
                        "Optional<Mode> mode",
                        "class_.orElse(\"a'b\")",
                        "order.orElse(-5)",
                        "mode.orElse(Mode.new_)");
        assertThat(Specs.text(Specs.files("edges", new WebEmitter()), "/AddRowRequest.java"))
                .contains("code.map(Code::new).orElseGet(() -> new Code(\"ABC\"))");
    }

    @Test
    void severalCommandsMayMakeAnAggregate() {
        assertThat(Specs.text(Specs.files("parcel", new WebEmitter()), "/DepotController.java"))
                .contains("@PostMapping\n", "@PostMapping(\"/found-depot\")\n");
    }

    @Test
    void aCommandIsTestedInEachStateThatItCanBeSentIn() {
        String tests = Specs.text(Specs.files("parcel", new WebEmitter()), "/ParcelHttpTest.java");

        assertThat(tests)
                .contains("void sendParcelChangesWhatIsShown()")
                .contains("void sendParcelIsRejectedWhenRegistered()")
                .contains("void sendParcelIsRejectedWhenSent()")
                .contains(".isEqualTo(\"ParcelNotSent\")")
                .contains("void sendParcelIsRejectedWhenReturned()")
                .doesNotContain("void sendParcelIsRejectedWhenWeighed()")
                .contains("void inspectParcelIsNotDecidedYet()")
                .contains("void registerParcelRejectsAnInvalidWeight()");
    }

    @Test
    void aCommandThatNoSampleSatisfiesIsTestedForWhatItIsRefused() {
        String spec =
                """
                context: Tank
                aggregates:
                  Tank:
                    fields: {level: int, inflow: int, most: int}
                    invariants: {fits: "level + inflow <= most - most"}
                events: {TankFilled: {fields: {level: int, inflow: int, most: int}}}
                commands: {FillTank: {creates: CREATES, fields: {level: int, inflow: int, most: int}, emits: TankFilled}}
                """;

        for (String creates : List.of("always", "ifAbsent")) {
            var files =
                    GoldenFiles.of("tank.yaml", spec.replace("CREATES", creates), new WebEmitter());

            assertThat(Specs.text(files, "/TankHttpTest.java"))
                    .contains("void fillTankRejects")
                    .doesNotContain("void fillTankShows", "void fillTankMakes", "OneEffect");
        }
    }
}
