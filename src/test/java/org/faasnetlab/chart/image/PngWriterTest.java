package org.faasnetlab.chart.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.testing.chart.SampleCharts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout of the image, whatever font the computer has. */
class PngWriterTest {
    private static final ChartTheme LIGHT = ChartTheme.LIGHT;

    @TempDir
    Path directory;

    @Test
    void thePictureHasTwiceThePixelsAndTheThemesBackground() throws Exception {
        for (ChartTheme theme : List.of(LIGHT, ChartTheme.DARK)) {
            BufferedImage picture = picture(SampleCharts.timeline(2, true), theme);
            assertThat(picture.getWidth()).isEqualTo(2400);
            assertThat(picture.getHeight()).isEqualTo(1400);
            assertThat(new Color(picture.getRGB(3, 3))).isEqualTo(theme.background());
            assertThat(new Color(picture.getRGB(2396, 1396))).isEqualTo(theme.background());
        }
    }

    @Test
    void titleAndSubtitleAreAtTopLeft() throws Exception {
        BufferedImage picture = picture(SampleCharts.timeline(2, true), LIGHT);
        assertThat(count(picture, LIGHT.text(), 0, 0, 1200, 80)).isGreaterThan(200);
        assertThat(count(picture, LIGHT.muted(), 0, 60, 1200, 60)).isGreaterThan(100);
    }

    @Test
    void aSimulatedNetworkIsMarkedAtTheTopRightAndARealOneIsNot() throws Exception {
        assertThat(count(picture(SampleCharts.timeline(2, true), LIGHT), LIGHT.badge(), 1800, 0, 600, 120))
                .isGreaterThan(3000);
        assertThat(count(picture(SampleCharts.timeline(2, false), LIGHT), LIGHT.badge(), 0, 0, 2400, 1400))
                .isZero();
    }

    @Test
    void everyFunctionHasLineInSeparateColour() throws Exception {
        BufferedImage picture = picture(SampleCharts.timeline(4, true), LIGHT);
        for (int line = 0; line < 4; line++) {
            // Each line is flat at a different height over most of the width.
            assertThat(count(picture, LIGHT.line(line), 200, 120, 2000, 750)).isGreaterThan(1500);
        }
    }

    @Test
    void theAggregateIsAnAreaBelow() throws Exception {
        BufferedImage picture = picture(SampleCharts.timeline(2, true), LIGHT);
        BufferedImage empty = picture(SampleCharts.timeline(0, true), LIGHT);
        Color area = new Color(picture.getRGB(1200, 1180));
        assertThat(area).isNotEqualTo(LIGHT.background());
        assertThat(count(picture, area, 200, 900, 2000, 400)).isGreaterThan(200_000);
        assertThat(count(empty, area, 200, 900, 2000, 400)).isZero();
    }

    @Test
    void emptyRunShowsNoticeInBothPlots() throws Exception {
        BufferedImage picture = picture(SampleCharts.timeline(0, true), LIGHT);
        assertThat(count(picture, LIGHT.muted(), 800, 300, 800, 400)).isGreaterThan(100);
        assertThat(count(picture, LIGHT.muted(), 800, 850, 800, 350)).isGreaterThan(100);
    }

    private BufferedImage picture(TimelineData data, ChartTheme theme) throws Exception {
        Path file = directory.resolve("chart.png");
        try (OutputStream out = Files.newOutputStream(file)) {
            new PngWriter().write(data.draw(theme), out);
        }
        return ImageIO.read(file.toFile());
    }

    private static int count(BufferedImage picture, Color color, int x, int y, int width, int height) {
        int found = 0;
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                found += (picture.getRGB(column, row) | 0xFF000000) == color.getRGB() ? 1 : 0;
            }
        }
        return found;
    }
}
