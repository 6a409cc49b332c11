package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.NearestName;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.source.Findings;
import io.contextmill.source.Node;
import io.contextmill.source.Node.Entry;
import io.contextmill.source.Node.Mapping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of a map with known keys. Other keys are reported; a misspelt one is then taken for
 * the one it was meant to be, so that no later finding is about the absence of what is there.
 */
final class Entries {
    private final Map<String, Node> values = new HashMap<>();
    private final SourceSpan span;

    private Entries(SourceSpan span) {
        this.span = span;
    }

    static Entries of(Mapping map, Vocabulary vocabulary, Findings findings) {
        Entries entries = new Entries(map.span());
        for (Entry entry : map.entries()) {
            String key = entry.key().value();
            if (vocabulary.keys().contains(key)) {
                entries.values.put(key, entry.value());
            } else if (vocabulary.later().contains(key)) {
                entries.values.put(key, entry.value());
                findings.add(
                        SpecRules.NOT_YET_SUPPORTED.at(
                                entry.key().span(),
                                quoted(key) + " of " + vocabulary.thing() + " is not generated yet",
                                Later.hint(key)));
            }
        }
        for (Entry entry : map.entries()) {
            String key = entry.key().value();
            if (!vocabulary.all().contains(key) && !findings.isFull()) {
                entries.unknown(entry, vocabulary, findings);
            }
        }
        return entries;
    }

    private void unknown(Entry entry, Vocabulary vocabulary, Findings findings) {
        String key = entry.key().value();
        Optional<String> nearest = NearestName.of(key, vocabulary.all());
        String hint =
                nearest.map(name -> "did you mean " + quoted(name) + "?")
                        .orElseGet(
                                () ->
                                        "the keys of "
                                                + vocabulary.thing()
                                                + " are "
                                                + String.join(
                                                        ", ",
                                                        vocabulary.keys().stream()
                                                                .map(name -> "`" + name + "`")
                                                                .toList()));
        findings.add(
                SpecRules.UNKNOWN_KEY.at(
                        entry.key().span(),
                        quoted(key) + " is not a key of " + vocabulary.thing(),
                        hint));
        nearest.ifPresent(name -> values.putIfAbsent(name, entry.value()));
    }

    /** The value of a key. */
    Optional<Node> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Where the whole map stands. */
    SourceSpan span() {
        return span;
    }
}
