package io.contextmill.emitters.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emitters.Specs;
import org.junit.jupiter.api.Test;

/** What Jackson is taught. */
class JsonEmitterTest {

    @Test
    void namesThatJavaDoesNotAllowStandInJsonAsDeclared() {
        assertThat(json("edges"))
                .contains("mapper.addMixIn(EventDrafted.class, EventDraftedNames.class);")
                .contains("@JsonProperty(\"class\")\n        abstract String class_();")
                .contains("@JsonProperty(\"new\")\n        Mode new_;");
    }

    @Test
    void nothingIsRenamedThatHasItsDeclaredName() {
        assertThat(json("parcel")).doesNotContain("JsonProperty");
    }

    @Test
    void methodsOfTheTeamAreNoPartOfJson() {
        assertThat(json("edges"))
                .containsPattern(
                        "JsonAutoDetect[(]\\s+getterVisibility = JsonAutoDetect.Visibility.NONE, isGetterVisibility ="
                                + " JsonAutoDetect.Visibility.NONE[)]\\s+private abstract static class StampNames")
                .contains("@JsonProperty(\"code\")\n        abstract Code code();");
    }

    @Test
    void aTypedScalarIsItsValue() {
        assertThat(json("edges"))
                .contains(
                        "mapper.addMixIn(Code.class, StringValue.class);",
                        "mapper.addMixIn(Day.class, LocalDateValue.class);");
    }

    @Test
    void textsAreCheckedOnlyWhereThereAreTexts() {
        assertThat(json("parcel")).contains("StorableText");
        assertThat(json("order")).doesNotContain("StorableText");
    }

    private static String json(String spec) {
        return Specs.text(Specs.files(spec, new JsonEmitter()), "/DomainJson.java");
    }
}
