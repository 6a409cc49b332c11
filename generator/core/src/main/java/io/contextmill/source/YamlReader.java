package io.contextmill.source;

import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;

/**
 * Reads YAML, without the parts of it that make a document mean something else than what people
 * see: no duplicate keys, tags, anchors, aliases, merge keys, second documents or keys that are not
 * texts. All scalars are texts.
 *
 * <p>The cost is linear in the length of the text, and {@link Limits} bound it. A value is there
 * together with findings as long as it is whole; where something had to be left out, there are
 * findings only.
 */
public final class YamlReader {
    private final Limits limits;

    /** Reads within the default limits. */
    public YamlReader() {
        this(Limits.DEFAULT);
    }

    /** Reads within the given limits. */
    public YamlReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads the one document of a text. */
    public Validated<Node> read(SourceFile file) {
        Findings findings = new Findings();
        findLongLine(file, findings);
        ForbiddenCharacters.find(file, findings);
        Validated<Node> text = findings.withoutValue();
        return text.hasErrors() ? text : new DocumentReader(file, limits).read();
    }

    private void findLongLine(SourceFile file, Findings findings) {
        String text = file.text();
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                line++;
                start = i + 1;
            } else if (c != '\r' && i - start >= limits.line()) {
                Position at = new Position(line, text.codePointCount(start, i) + 1);
                findings.add(
                        ReaderRules.LINE_TOO_LONG.at(
                                new SourceSpan(file, at, at),
                                "the line is longer than " + limits.line() + " characters",
                                "write one thing on a line"));
                return;
            }
        }
    }
}
