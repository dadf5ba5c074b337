package org.faasnetlab.chart.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Without the fonts of the system, which may have no Korean. */
    @Test
    void everySyllableOfTheStandardAndEveryKoreanTextHaveGlyphs() throws Exception {
        CharsetEncoder standard = Charset.forName("EUC-KR").newEncoder();
        Set<Integer> needed = IntStream.rangeClosed(FIRST_SYLLABLE, LAST_SYLLABLE)
                .filter(syllable -> standard.canEncode((char) syllable))
                .boxed()
                .collect(Collectors.toSet());
        assertThat(needed).hasSize(2350);
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/org/faasnetlab/ui"))) {
            for (Path file : files.filter(one -> one.toString().endsWith("_ko.properties"))
                    .toList()) {
                Files.readString(file)
                        .codePoints()
                        .filter(character -> character >= ' ')
                        .forEach(needed::add);
            }
        }
        for (URL file : Typeface.files()) {
            try (InputStream in = file.openStream()) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, in);
                assertThat(needed)
                        .allSatisfy(character -> assertThat(font.canDisplay(character))
                                .as(Character.toString(character))
                                .isTrue());
            }
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
