package io.contextmill.emitters.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts as Java code. */
class LiteralsTest {
    @Test
    void escapeWhatJavaReadsOtherwise() {
        assertThat(Literals.string("a\"b\\u0041\n\r\t$").toString())
                .isEqualTo("\"a\\\"b\\\\u0041\\n\\r\\t$\"");
        assertThat(Literals.string("\u0000\u0085\u202e\ud83d").toString())
                .isEqualTo("\"\\000\\u0085\\u202e\\ud83d\"");
        assertThat(Literals.string("gr\u00fcn \ud83d\ude80").toString())
                .isEqualTo("\"gr\u00fcn \ud83d\ude80\"");
    }

    @Test
    void lineCommentsStayInTheirLine() {
        assertThat(Literals.lineComment("a\\u000ab\nc\u2028")).isEqualTo("a\\\\u000ab?c?");
    }
}
