package io.contextmill.emitters.random;

import java.util.LinkedHashMap;
import java.util.Map;

/** The sections of a spec, filled line by line: a thing stands in one line of its own. */
final class RandomSections {
    private final Chance chance;
    private final RandomNames names;
    private final Map<String, StringBuilder> sections = new LinkedHashMap<>();

    RandomSections(Chance chance, RandomNames names) {
        this.chance = chance;
        this.names = names;
    }

    /** Adds a named thing. */
    void add(String section, String name, Object detail) {
        section(section).append("  ").append(name).append(": ").append(detail).append('\n');
    }

    /** Adds lines as they stand. */
    void addLines(String section, String lines) {
        section(section).append(lines);
    }

    /** Adds a scenario. */
    void addScenario(String detail) {
        section("scenarios").append("  - ").append(detail).append('\n');
    }

    /** Says about some things what they are. */
    void described(Flow detail) {
        if (chance.maybe(0.2)) {
            detail.with("description", Flow.quoted(names.sentence()));
        }
    }

    private StringBuilder section(String key) {
        return sections.computeIfAbsent(key, unused -> new StringBuilder());
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        sections.forEach(
                (key, lines) -> {
                    if (!lines.isEmpty()) {
                        all.append(key).append(":\n").append(lines);
                    }
                });
        return all.toString();
    }
}
