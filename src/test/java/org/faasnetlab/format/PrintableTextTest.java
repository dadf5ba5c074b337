package org.faasnetlab.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

    @Test
    void ordinaryTextOfEveryScriptIsUnchanged() {
        for (String text :
                new String[] {"", "Größe, 测量, قياس", "family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC66"}) {
            assertThat(PrintableText.line(text, 100)).isSameAs(text);
            assertThat(PrintableText.text(text, 100)).isSameAs(text);
        }
    }

    @Test
    void whatATerminalObeysIsReplaced() {
        assertThat(PrintableText.line("\u001b[2J\u0007red\u009b0m\u0000", 100))
                .isEqualTo("\uFFFD[2J\uFFFDred\uFFFD0m\uFFFD");
        assertThat(PrintableText.line("gnp.\u202egpj", 100)).isEqualTo("gnp.\uFFFDgpj");
        assertThat(PrintableText.line("\uD800", 100)).isEqualTo("\uFFFD");
    }

    @Test
    void onlyTextOfSeveralLinesKeepsLineBreaks() {
        assertThat(PrintableText.text("a\tb\nc\rd", 100)).isEqualTo("a\tb\nc d");
        assertThat(PrintableText.line("a\tb\nc\rd\u2028e", 100)).isEqualTo("a b c d\uFFFDe");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(PrintableText.line("abcdef", 6)).isEqualTo("abcdef");
        assertThat(PrintableText.line("abcdefg", 6)).isEqualTo("abcde\u2026");
        assertThat(PrintableText.line("\uD83D\uDE00".repeat(7), 6)).isEqualTo("\uD83D\uDE00".repeat(5) + "\u2026");
    }
}
