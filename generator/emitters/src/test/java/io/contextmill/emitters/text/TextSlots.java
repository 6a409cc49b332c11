package io.contextmill.emitters.text;

import io.contextmill.emitters.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A spec with slots for texts. A slot stands between guillemets: the {@linkplain OpenPositions
 * position} that it is, how a text is put there, and what is there otherwise.
 *
 * <ul>
 *   <li>{@code «context.description»}: any text, as it is
 *   <li>{@code «command.guards | literal | note != '{}'»}: a text inside a text of an expression
 *   <li>{@code «event.fields | pattern | string ~ {}»}: a text as a regular expression for itself
 *   <li>{@code «command.aggregate | name | Parcel»}: no text but what is declared elsewhere, or a
 *       whole expression or type: whatever else stands there is refused
 * </ul>
 */
final class TextSlots {
    private static final Pattern SLOT = Pattern.compile("«([^|»]+?)(?: \\| (\\w+) \\| ([^»]+?))?»");

    private final List<String> between = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();

    private TextSlots(String spec) {
        Matcher matcher = SLOT.matcher(spec);
        int end = 0;
        while (matcher.find()) {
            between.add(spec.substring(end, matcher.start()));
            slots.add(
                    new Slot(
                            matcher.group(1),
                            Form.valueOf(
                                    Objects.requireNonNullElse(matcher.group(2), "plain")
                                            .toUpperCase(Locale.ROOT)),
                            Objects.requireNonNullElse(matcher.group(3), "{}")));
            end = matcher.end();
        }
        between.add(spec.substring(end));
    }

    /** How a text is written where a slot is. */
    enum Form {
        PLAIN,
        LITERAL,
        PATTERN,
        NAME;

        /** The text in that form. */
        String of(String text) {
            return switch (this) {
                case PLAIN, NAME -> text;
                case LITERAL ->
                        text.replace("\\", "\\\\")
                                .replace("'", "\\'")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t");
                case PATTERN ->
                        text.replaceAll("[^\\p{L}\\p{N} \n\t]", "\\\\$0")
                                .replaceAll("^ | $", "[ ]");
            };
        }
    }

    /**
     * A place for a text.
     *
     * @param around what stands around the text, or instead of it where it takes none
     */
    record Slot(String position, Form form, String around) {
        boolean takesTexts() {
            return form != Form.NAME;
        }

        private String filled(String text) {
            return takesTexts() ? around.replace("{}", form.of(text)) : text;
        }

        private String unfilled() {
            return takesTexts() ? filled("plain") : around;
        }

        @Override
        public String toString() {
            return position + (takesTexts() ? " as " + around : " as a name");
        }
    }

    /** The slots of a spec of the tests. */
    static TextSlots of(String name) {
        return new TextSlots(Specs.text(name));
    }

    /** The slots, each once; one that stands in several places is filled in all of them. */
    List<Slot> slots() {
        return slots.stream().distinct().toList();
    }

    Set<String> positions() {
        Set<String> positions = new TreeSet<>();
        slots.forEach(slot -> positions.add(slot.position()));
        return positions;
    }

    /** The spec with a text in one slot. */
    String with(Slot filled, String text) {
        return with(slot -> slot.equals(filled) ? slot.filled(text) : slot.unfilled());
    }

    /** The spec with a text in every slot that takes one. */
    String withEverywhere(Function<Slot, String> texts) {
        return with(slot -> slot.takesTexts() ? slot.filled(texts.apply(slot)) : slot.unfilled());
    }

    private String with(Function<Slot, String> values) {
        StringBuilder spec = new StringBuilder();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            spec.append(between.get(i))
                    .append(JsonMapper.shared().writeValueAsString(values.apply(slot)));
        }
        return spec.append(between.get(slots.size())).toString();
    }
}
