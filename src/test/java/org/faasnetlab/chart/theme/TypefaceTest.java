package org.faasnetlab.chart.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypefaceTest {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;

    @ParameterizedTest
    @ValueSource(ints = {Font.PLAIN, Font.BOLD})
    void digitsAreEquallyWide(int style) {
        Font font = Typeface.awt(style, 12);

        Set<Double> widths = "0123456789"
                .chars()
                .mapToObj(digit ->
                        font.getStringBounds(Character.toString(digit), EXACT).getWidth())
                .collect(Collectors.toSet());

        assertThat(font.getFamily()).isEqualTo(Typeface.FAMILY);
        assertThat(widths).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {Font.PLAIN, Font.BOLD})
    void everyHangulSyllableHasAGlyph(int style) {
        Font font = Typeface.awt(style, 12);

        for (int syllable = FIRST_SYLLABLE; syllable <= LAST_SYLLABLE; syllable++) {
            assertThat(font.canDisplay(syllable))
                    .as(Character.toString(syllable))
                    .isTrue();
        }
    }

    @Test
    void boldIsWiderThanRegular() {
        assertThat(Typeface.awt(Font.BOLD, 12).getStringBounds("Mbit/s", EXACT).getWidth())
                .isGreaterThan(Typeface.awt(Font.PLAIN, 12)
                        .getStringBounds("Mbit/s", EXACT)
                        .getWidth());
    }

    @Test
    void theFilesAreThoseWhoseOriginIsDocumented() throws IOException, NoSuchAlgorithmException {
        String documented = Files.readString(Path.of("assets", "typeface", "README.md"));
        for (URL file : Typeface.files()) {
            try (InputStream font = file.openStream()) {
                byte[] content = font.readAllBytes();
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);

                assertThat(documented).contains(HexFormat.of().formatHex(hash));
                // The reserved name of the original must not name a changed font (OFL 1.1, condition 3).
                assertThat(new String(content, StandardCharsets.UTF_16BE)).doesNotContain("Pretendard-");
            }
        }
    }
}
