package io.contextmill.emitters.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL and {@code psql} read in a script: words, marks, texts and names in quotes, and
 * {@code psql}'s commands and variables. Comments are nothing, except where Flyway would look for
 * its placeholders in them.
 */
final class SqlFacts {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<blank>\\s+)|(?<comment>--[^\n]*)"
                            + "|(?<dollar>\\$(?<tag>[A-Za-z_]*)\\$.*?\\$\\k<tag>\\$)"
                            + "|(?<escaped>[eE]'(?:[^'\\\\]|''|\\\\.)*')"
                            + "|(?<text>'(?:[^']|'')*')"
                            + "|(?<name>\"(?:[^\"]|\"\")*\")"
                            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
                            + "|(?<number>[0-9]+(?:\\.[0-9]+)?)"
                            + "|(?<command>\\\\[^\n]*)"
                            + "|(?<mark>[-+*/<>=~!@#%^&|?:;,.()\\[\\]]|\\$[0-9]+)",
                    Pattern.DOTALL);

    private SqlFacts() {}

    static List<String> of(String script) {
        if (script.contains("${")) {
            throw new AssertionError("Flyway would replace something in " + script);
        }
        List<String> facts = new ArrayList<>();
        Matcher token = TOKEN.matcher(script);
        int at = 0;
        while (at < script.length()) {
            if (!token.find(at) || token.start() != at) {
                throw new AssertionError("no SQL from here on: " + script.substring(at));
            }
            if (script.startsWith("/*", at)) {
                throw new AssertionError("no encoder writes comments in blocks");
            }
            if (token.group("text") != null) {
                facts.add(
                        token.group().substring(1, token.group().length() - 1).replace("''", "'"));
            } else if (token.group("blank") == null && token.group("comment") == null) {
                facts.add(token.group());
            }
            at = token.end();
        }
        return facts;
    }
}
