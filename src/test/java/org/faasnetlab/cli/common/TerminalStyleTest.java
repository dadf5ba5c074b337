package org.faasnetlab.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.faasnetlab.cli.common.TerminalStyle.Emphasis;
import org.junit.jupiter.api.Test;

class TerminalStyleTest {
    private static final Map<String, String> NOTHING_SET = Map.of();

    @Test
    void withoutATerminalNothingIsStyled() {
        TerminalStyle style = TerminalStyle.of(false, StandardCharsets.UTF_8, NOTHING_SET);
        assertThat(style.apply(Emphasis.WARNING, "late")).isEqualTo("late");
        assertThat(style.sparkline(List.of(1.0, 2.0))).isEmpty();
    }

    @Test
    void terminalHasColoursUnlessTheUserWantsNone() {
        assertThat(TerminalStyle.of(true, StandardCharsets.UTF_8, NOTHING_SET).apply(Emphasis.FAILURE, "failed"))
                .isEqualTo("\u001b[31mfailed\u001b[0m");
        assertThat(TerminalStyle.of(true, StandardCharsets.UTF_8, Map.of("NO_COLOR", "1"))
                        .apply(Emphasis.FAILURE, "failed"))
                .isEqualTo("failed");
        assertThat(TerminalStyle.of(true, StandardCharsets.UTF_8, Map.of("TERM", "dumb"))
                        .apply(Emphasis.FAILURE, "failed"))
                .isEqualTo("failed");
    }

    @Test
    void barsAreRelativeToTheLargestValue() {
        TerminalStyle style = TerminalStyle.of(true, StandardCharsets.UTF_8, NOTHING_SET);
        assertThat(style.sparkline(List.of(0.0, 3.5, 7.0))).isEqualTo("\u2581\u2585\u2588");
        assertThat(style.sparkline(List.of(0.0, 0.0))).isEmpty();
        assertThat(TerminalStyle.of(true, StandardCharsets.ISO_8859_1, NOTHING_SET)
                        .sparkline(List.of(1.0)))
                .isEmpty();
    }
}
