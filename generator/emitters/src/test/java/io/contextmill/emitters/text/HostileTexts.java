package io.contextmill.emitters.text;

import java.util.List;

/** Texts that have ended, opened or changed something in some format. */
final class HostileTexts {
    private HostileTexts() {}

    /** What a spec may say: all of it arrives as it is, wherever it arrives. */
    static final List<String> ALLOWED =
            List.of(
                    // the ends of comments and texts in Java, unicode escapes included
                    "*/ static { System.exit(1); } /*",
                    "\\u002a/ class Evil {} /\\u002a",
                    "\\u002a\\u002f static int evil; \\u002f\\u002a",
                    "*\\u002f int evil; /*",
                    "\\uuuu002a/ int evil; /*",
                    "\\\\u002a/ int evil; /*",
                    "\\u000a} class Evil { /*",
                    "\\u0022 + evil() + \\u0022",
                    "\" + evil() + \"",
                    "\"\"\" + evil() + \"\"\"",
                    "'); evil('",
                    "ends with a backslash \\",
                    "ends with an asterisk *",
                    "/ begins with a slash",
                    "// a line",
                    // Javadoc
                    "{@link java.lang.Object} {@code x} {@snippet x}",
                    "x @author me @param x y",
                    "@deprecated x",
                    "}} {@literal",
                    // formats of templates and printers
                    "$T $L $$ $S $1 ${1} $[ $] $>",
                    "%s %n %1$s %",
                    "{{x}} {{{x}}} {{#x}} {{/x}} {{!x}}",
                    "{0} {displayName} {index}",
                    // the second stage: Spring, Maven, Flyway, logback, validation, shell
                    "${user.home} ${java.version}",
                    "${HOSTILE:otherwise}",
                    "#{1+1} #{T(java.lang.Runtime).getRuntime()}",
                    "@{project.version} @project.version@ {cipher}x",
                    "${{ github.token }}",
                    "$(id) `id` $USER !history",
                    // XML and HTML
                    "<b>bold</b> &amp; &#42; <script>alert(1)</script>",
                    "--> <evil/> <!-- - --- -",
                    "]]> <![CDATA[x]]>",
                    "<?evil x?> <!DOCTYPE a [<!ENTITY e 'x'>]> &e;",
                    // SQL
                    "''; drop table orders; --",
                    "$$; drop table orders; $$ $a$",
                    "\\'; select 1; --",
                    "E'\\x27' :evil :'evil' ?",
                    "\\! id",
                    // YAML, JSON, properties
                    "key: value",
                    "x #comment",
                    "# x",
                    "- item",
                    "? key",
                    "!tag &anchor *alias <<",
                    "%directive",
                    "---",
                    "...",
                    "[a, {b",
                    "| > ~",
                    "null",
                    "no",
                    "010",
                    "1:30",
                    "2026-01-31",
                    "\": {\"evil\": 1}, \"",
                    "a=b",
                    "!a:b\\",
                    // Markdown
                    "`x` ``` ~~~ [x](http://evil) ![x](y) | a | b |",
                    "# heading",
                    "1. item",
                    "> quote",
                    "*x* __y__ ~~z~~",
                    "[x]: http://evil",
                    // what shows otherwise than it is, or is long
                    "é ü 日本 😀 \u200b \u00ad \u00a0 \uE000java.lang.Evil\uE001",
                    "tab\there",
                    "line\nbreak */ int evil; /*",
                    "two\n\nlines\n# x\n- y\n```\nz",
                    "   ",
                    ".",
                    "a very long text that no line can hold: */ xxxxxxxxx \\u002a/ xxxxxxxxx"
                            + " xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx");

    /**
     * What Spring, Maven, Flyway, logback, Bean Validation and JUnit would replace where they do.
     */
    static final String REPLACED =
            "${user.home} ${HOSTILE:otherwise} #{1+1} #{T(java.lang.Runtime).getRuntime()}"
                    + " @{project.version} @project.version@ {0} {displayName} {validatedValue} %d";

    /** What a file may be called. */
    static final String FILE_NAME = "a \"b\" 'c' $(id) ${user.home} # <d> `e`.yaml";

    /** What no spec may say, however it is written. */
    static final List<String> REFUSED =
            List.of(
                    "NUL \u0000",
                    "bell \u0007, escape \u001b[31m",
                    "delete \u007f, C1 \u009b",
                    "carriage\rreturn",
                    "next\u0085line",
                    "line\u2028separator\u2029",
                    "vertical\u000btab\f",
                    "\u202e reversed",
                    "\u2066 isolated \u2069",
                    "\u200f\u061c marks",
                    "\ufeff mark",
                    "half \ud83d",
                    "other half \ude80",
                    "\ufdd0 \uffff no character");
}
