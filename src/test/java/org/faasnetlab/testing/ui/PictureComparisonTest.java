package org.faasnetlab.testing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PictureComparisonTest {
    @Test
    void squaresHaveTheirMeanColour() {
        BufferedImage picture = picture(24, 12);
        fill(picture, 0, 6, new Color(200, 100, 0));

        BufferedImage reduced = PictureComparison.reduce(picture);

        assertThat(reduced.getWidth()).isEqualTo(2);
        assertThat(new Color(reduced.getRGB(0, 0))).isEqualTo(new Color(100, 50, 0));
        assertThat(new Color(reduced.getRGB(1, 0))).isEqualTo(Color.BLACK);
        assertThat(PictureComparison.same(reduced, reduced)).isTrue();
        assertThat(PictureComparison.same(reduced, PictureComparison.reduce(picture(24, 12))))
                .isFalse();
        assertThat(PictureComparison.same(reduced, PictureComparison.reduce(picture(36, 12))))
                .isFalse();
    }

    private static BufferedImage picture(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static void fill(BufferedImage picture, int x, int width, Color color) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(x, 0, width, picture.getHeight());
        graphics.dispose();
    }
}
