package io.contextmill.emitters.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.contextmill.emitters.GoldenFiles;
import io.contextmill.emitters.Specs;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract as it is generated, before other people's parsers. */
class OpenApiEmitterTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Schema META_SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    @ParameterizedTest
    @ValueSource(strings = {"order", "parcel", "select", "shadow", "edges", "basket"})
    void isAnOpenApiDocument(String spec) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text(spec), null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "parcel", "select", "shadow", "edges", "basket"})
    void hasNothingButSchemasForSchemas(String spec) {
        JsonNode schemas = document(spec).at("/components/schemas");

        schemas.properties()
                .forEach(
                        schema ->
                                assertThat(
                                                META_SCHEMA.validate(
                                                        schema.getValue().toString(),
                                                        InputFormat.JSON))
                                        .as(schema.getKey())
                                        .isEmpty());
        assertThat(schemas.size()).isGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "parcel", "select", "shadow", "edges", "basket"})
    void refersToNothingThatIsNotThere(String spec) {
        JsonNode document = document(spec);

        for (String reference : references(document, new ArrayList<>())) {
            assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "parcel", "select", "shadow", "edges", "basket"})
    void namesFixedPathsBeforeTemplates(String spec) {
        List<String> paths = List.copyOf(document(spec).get("paths").propertyNames());

        for (int i = 0; i < paths.size(); i++) {
            String template = paths.get(i).replaceAll("\\{[^}]*}", "[^/]+");
            assertThat(paths.subList(i + 1, paths.size()))
                    .noneMatch(path -> path.matches(template));
        }
    }

    @Test
    void saysTheLimitsOfEachField() {
        JsonNode properties =
                document("parcel").at("/components/schemas/RegisterParcel/properties");

        assertThat(properties.get("recipient"))
                .hasToString("{\"type\":\"string\",\"maxLength\":100}");
        assertThat(properties.at("/weight/minimum").intValue()).isZero();
        assertThat(properties.at("/weight/maximum").decimalValue())
                .isEqualByComparingTo("99999.999");
        assertThat(properties.at("/value/exclusiveMinimum").intValue()).isZero();
        assertThat(properties.at("/value/exclusiveMaximum").intValue()).isEqualTo(1000000);
        assertThat(properties.at("/reference/pattern").asString())
                .isEqualTo("^(?:[A-Z0-9${}\\\\-]+)$");
        assertThat(properties.get("note")).hasToString("{\"type\":[\"string\",\"null\"]}");
        assertThat(properties.get("service"))
                .hasToString("{\"$ref\":\"#/components/schemas/Service\"}");
        assertThat(document("parcel").at("/components/schemas/RegisterParcel/required"))
                .extracting(JsonNode::asString)
                .containsExactly(
                        "recipient", "weight", "service", "pieces", "value", "insured", "customer");
    }

    @Test
    void saysWhatIsMeantWhereACallerSaysNothing() {
        JsonNode command = document("edges").at("/components/schemas/Draft");

        assertThat(command.at("/properties/order/default").intValue()).isEqualTo(-5);
        assertThat(command.at("/properties/mode/default").asString()).isEqualTo("new");
        assertThat(command.get("required")).extracting(JsonNode::asString).containsExactly("ratio");
    }

    @Test
    void aTypedScalarIsItsValue() {
        JsonNode schemas = document("edges").at("/components/schemas");

        assertThat(schemas.get("Code"))
                .hasToString(
                        "{\"type\":\"string\",\"minLength\":2,\"maxLength\":5,\"pattern\":\"^(?:[A-Z]+)$\"}");
        assertThat(schemas.at("/Stamp/properties/code"))
                .hasToString("{\"$ref\":\"#/components/schemas/Code\"}");
    }

    @Test
    void aTypeMayBeCalledAsOneOfThePlatform() {
        JsonNode schemas = document("edges").at("/components/schemas");

        assertThat(schemas.at("/ReceiptType/enum").size()).isEqualTo(2);
        assertThat(schemas.at("/ProblemType/enum").size()).isEqualTo(1);
        assertThat(schemas.at("/Receipt/properties/version").isMissingNode()).isFalse();
    }

    @Test
    void saysByNameWhatIsRejected() {
        JsonNode paths = document("parcel").get("paths");

        assertThat(description(paths, "/parcels/{parcel}/send-parcel", 409))
                .isEqualTo("IllegalTransition, OptimisticLockConflict");
        assertThat(description(paths, "/parcels/{parcel}/return-parcel", 409))
                .isEqualTo("OptimisticLockConflict, ParcelNotSent");
        assertThat(description(paths, "/depots", 409))
                .isEqualTo("DepotAlreadyExists, DepotTownTaken");
        assertThat(description(paths, "/parcels/{parcel}/send-parcel", 410))
                .isEqualTo("ParcelNoLongerExists");
        assertThat(description(paths, "/parcels/{parcel}/inspect-parcel", 422))
                .isEqualTo("IdempotencyKeyReused, NotDecidedYet");
        assertThat(description(paths, "/scales/{scale}/read-scale", 409))
                .isEqualTo("OptimisticLockConflict, ScaleAlreadyExists");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quotes\" and \\ and \\u0022",
                "*/ ${x} {{y}} <b>",
                "\u0001 \u2028 é 🚀",
                "a\nb"
            })
    void textOfASpecStaysText(String text) {
        String spec =
                """
                context: Note
                description: %1$s
                aggregates: {Note: {description: %1$s}}
                events: [NoteTaken]
                commands: {TakeNote: {description: %1$s}}
                """
                        .formatted(
                                JSON.writeValueAsString(
                                        text.replace("\u0001", "").replace("\u2028", "")));

        JsonNode document =
                JSON.readTree(
                        Specs.text(
                                GoldenFiles.of("note.yaml", spec, new OpenApiEmitter()),
                                "openapi.json"));

        String said = text.replace("\u0001", "").replace("\u2028", "").strip();
        assertThat(document.at("/info/description").asString()).isEqualTo(said);
        assertThat(document.at("/tags/0/description").asString()).isEqualTo(said);
        assertThat(document.at("/paths/~1notes~1{note}~1take-note/post/summary").asString())
                .startsWith(said);
    }

    private static String description(JsonNode paths, String path, int status) {
        return paths.path(path)
                .path("post")
                .path("responses")
                .path(String.valueOf(status))
                .path("description")
                .asString();
    }

    private static List<String> references(JsonNode node, List<String> found) {
        if (node.has("$ref")) {
            found.add(node.path("$ref").asString());
        }
        node.forEach(child -> references(child, found));
        return found;
    }

    private static String text(String spec) {
        return Specs.text(Specs.files(spec, new OpenApiEmitter()), "openapi.json");
    }

    private static JsonNode document(String spec) {
        return JSON.readTree(text(spec));
    }
}
