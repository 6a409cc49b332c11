package io.contextmill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void textIsOnOneLineAndVisible() {
        assertThat(Quoted.quoted("Order")).isEqualTo("`Order`");
        assertThat(Quoted.quoted("é 注文 🚚")).isEqualTo("`é 注文 🚚`");
        assertThat(Quoted.quoted("a\nb")).isEqualTo("`a…`");
        assertThat(Quoted.quoted("a\u202Eb\0")).isEqualTo("`a<U+202E>b<U+0000>`");
        assertThat(Quoted.quoted("\uD800")).isEqualTo("`<U+D800>`");
        assertThat(Quoted.quoted("")).isEqualTo("an empty text");
    }

    @Test
    void textIsNotTooLong() {
        assertThat(Quoted.quoted("x".repeat(60))).isEqualTo("`" + "x".repeat(60) + "`");
        assertThat(Quoted.quoted("x".repeat(1_000_000))).isEqualTo("`" + "x".repeat(60) + "…`");
    }
}
