package io.contextmill.emitters.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.MigrationHistory;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.samples.Samples.Beyond;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.naming.WorkspaceNames;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sample values of fields. */
class SamplesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string(100)                | \"sample field 1\" | \"sample field 2\"",
                "string(5)                  | \"eld 1\"          | \"eld 2\"",
                "string(1)                  | \"1\"              | \"2\"",
                "string(20..30)             | \"xxxxxxsample field 1\" | \"xxxxxxsample field 2\"",
                "string(2..20) ~ [A-Z]+     | \"AA\"             | \"BB\"",
                "string(5) ~ [A-Z]{5}       | \"AAAAA\"          | \"BBBBB\"",
                "string(20) ~ [0-9]{3}-(a¦b)x? | \"000-a\"       | \"111-b\"",
                "string(20) ~ \\d{2}\\.\\w+ | \"11.a\"           | \"22.b\"",
                "string(20) ~ (?=x)x+       | \"sample field 1\" | \"sample field 2\"",
                "text                       | \"sample field 1\" | \"sample field 2\"",
                "int                        | 1                  | 2",
                "int >= 10                  | 10                 | 11",
                "int > 10 <= 11             | 11                 | 11",
                "int < -5                   | -6                 | -7",
                "long >= 0                  | 1L                 | 2L",
                "decimal(8,3) >= 0          | new java.math.BigDecimal(\"1.000\") | new java.math.BigDecimal(\"2.000\")",
                "decimal(2,2)               | new java.math.BigDecimal(\"0.01\")  | new java.math.BigDecimal(\"0.02\")",
                "decimal(3,2) > 0.05 < 0.5  | new java.math.BigDecimal(\"0.06\")  | new java.math.BigDecimal(\"0.07\")",
                "boolean                    | true               | false",
                "Size                       | com.example.parcel.Size.SMALL | com.example.parcel.Size.LARGE",
                "date?                      | java.util.Optional.of(java.time.LocalDate.parse(\"2026-01-01\")) | java.util.Optional.of(java.time.LocalDate.parse(\"2026-01-02\"))",
            })
    void satisfyTheirLimits(String type, String first, String second) {
        Sampled sampled = sampled(type.replace('\u00a6', '|'));

        assertThat(sampled.samples().java(sampled.field(), 1).toString()).isEqualTo(first);
        assertThat(sampled.samples().java(sampled.field(), 2).toString()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int >= 1 <= 9     | tooSmall 0, tooLarge 10",
                "int > 1           | tooSmall 1",
                "decimal(4,2) >= 0 | tooSmall -0.01, tooPrecise 1.001",
                "string(2..4)      | tooShort \"x\", tooLong \"xxxxx\"",
                "string(3) ~ [A-Z]+ | tooLong \"xxxx\", unlikeItsPattern \"~\"",
                "uuid              | ''",
                "Crate             | missing null, tooSmall 0"
            })
    void goJustBeyondEachLimit(String type, String beyond) {
        Sampled sampled = sampled(type);

        assertThat(
                        sampled.samples().beyond(sampled.field()).stream()
                                .map(SamplesTest::spoken)
                                .toList())
                .isEqualTo(
                        beyond.isEmpty()
                                ? java.util.List.of()
                                : java.util.List.of(beyond.split(", ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string(5)",
                "string(2..20) ~ [A-Z]+",
                "int < -5",
                "long >= 0",
                "decimal(3,2) > 0.05 < 0.5",
                "boolean",
                "uuid",
                "date?",
                "time",
                "instant",
                "duration",
                "Size",
                "Code",
                "Label",
                "Label[2..5]",
                "Code[]"
            })
    void areTheSameAsJsonAndAsWhatExpressionsComputeWith(String type) {
        Sampled sampled = sampled(type);

        for (int variant = 1; variant <= 4; variant++) {
            String json = sampled.samples().json(sampled.field(), variant);
            assertThat(sampled.samples().data(sampled.field(), variant))
                    .isEqualTo(SampleData.of(sampled.field(), json));
        }
    }

    private static String spoken(Beyond beyond) {
        return beyond.what() + " " + beyond.json();
    }

    private record Sampled(Samples samples, FieldModel field) {}

    private static Sampled sampled(String type) {
        String spec =
                """
                context: Parcel
                types:
                  Size: [SMALL, LARGE]
                  Code: "string(5) ~ [A-Z]{5}"
                  Label: {text: "string(9)", size: Size, code: "Code?"}
                  Crate: {weight: int, count: "int >= 1 = 1", empty: "boolean?"}
                aggregates:
                  Parcel: {fields: {sampleField: '%s'}}
                events:
                  ParcelMade: {fields: {sampleField: '%s'}}
                commands:
                  MakeParcel: {creates: always, fields: {sampleField: '%s'}, emits: ParcelMade}
                """
                        .formatted(type, type, type);
        WorkspaceModel workspace =
                new YamlReader()
                        .read(new SourceFile("parcel.yaml", spec))
                        .then(SpecDecoder::decode)
                        .then(Linker::link)
                        .value()
                        .orElseThrow();
        EmitContext context =
                EmitContext.of(
                        workspace,
                        WorkspaceNames.of(workspace),
                        workspace.contexts().get(0),
                        MigrationHistory.NONE);
        FieldModel field = context.context().aggregates().get(0).fields().get(0);
        return new Sampled(new Samples(ContextTypes.of(context)), field);
    }
}
