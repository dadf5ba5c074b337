package org.faasnetlab.testing.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Compares a picture of a screen or a chart with a stored one, by the mean colours of squares: fonts differ between
 * computers and change the squares with text a little, while a part that is missing, elsewhere, or in other colours changes
 * many a lot. With {@code -Dfaasnetlab.pictures.update=true}, it stores the pictures instead.
 */
public final class PictureComparison {
    private static final boolean UPDATE = Boolean.getBoolean("faasnetlab.pictures.update");
    private static final Path EXPECTED = Path.of("src", "test", "resources", "org", "faasnetlab", "pictures");
    private static final Path DIFFERENCES = Path.of("target", "pictures");

    /** Side of a square in pixels of a picture. */
    private static final int SQUARE = 12;
    /** Most squares with text in another font differ by less, of 255 in the channel that differs most. */
    private static final int TOLERANCE = 16;
    /** Of all squares: with a serif font in place of the usual one, up to 4.3 % differed; of two screens, 17 % or more. */
    private static final double MAX_SHARE = 0.06;

    private PictureComparison() {}

    /** The mean colours of its squares, one pixel each. */
    public static BufferedImage reduce(BufferedImage picture) {
        int width = picture.getWidth() / SQUARE;
        int height = picture.getHeight() / SQUARE;
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                reduced.setRGB(x, y, mean(picture, x * SQUARE, y * SQUARE));
            }
        }
        return reduced;
    }

    private static int mean(BufferedImage picture, int left, int top) {
        long red = 0;
        long green = 0;
        long blue = 0;
        int[] pixels = picture.getRGB(left, top, SQUARE, SQUARE, null, 0, SQUARE);
        for (int pixel : pixels) {
            red += pixel >> 16 & 0xFF;
            green += pixel >> 8 & 0xFF;
            blue += pixel & 0xFF;
        }
        int count = pixels.length;
        return (int) (red / count << 16 | green / count << 8 | blue / count);
    }

    /** Whether no square differs. */
    public static boolean same(BufferedImage one, BufferedImage other) {
        return one.getWidth() == other.getWidth() && one.getHeight() == other.getHeight() && share(one, other, 0) == 0;
    }

    /** @throws AssertionError if too many squares differ; it names a picture with their places */
    public static void check(String name, BufferedImage picture) {
        BufferedImage actual = reduce(picture);
        Path file = EXPECTED.resolve(name + ".png");
        try {
            if (UPDATE) {
                Files.createDirectories(EXPECTED);
                ImageIO.write(actual, "png", file.toFile());
                return;
            }
            BufferedImage expected = ImageIO.read(file.toFile());
            if (expected.getWidth() != actual.getWidth() || expected.getHeight() != actual.getHeight()) {
                throw new AssertionError(name + " has another size: " + actual.getWidth() * SQUARE + " x "
                        + actual.getHeight() * SQUARE);
            }
            double share = share(expected, actual, TOLERANCE);
            if (share > MAX_SHARE) {
                throw new AssertionError("%s: %.1f %% of the picture differ from the stored one, see %s"
                        .formatted(name, 100 * share, difference(name, picture, expected, actual)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double share(BufferedImage one, BufferedImage other, int tolerance) {
        int different = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                different += distance(one.getRGB(x, y), other.getRGB(x, y)) > tolerance ? 1 : 0;
            }
        }
        return (double) different / (one.getWidth() * one.getHeight());
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            distance = Math.max(distance, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
        }
        return distance;
    }

    /** The picture with frames around the squares that differ. */
    private static Path difference(String name, BufferedImage picture, BufferedImage expected, BufferedImage actual)
            throws IOException {
        BufferedImage marked = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = marked.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.setColor(Color.RED);
        for (int x = 0; x < actual.getWidth(); x++) {
            for (int y = 0; y < actual.getHeight(); y++) {
                if (distance(expected.getRGB(x, y), actual.getRGB(x, y)) > TOLERANCE) {
                    graphics.drawRect(x * SQUARE, y * SQUARE, SQUARE - 1, SQUARE - 1);
                }
            }
        }
        graphics.dispose();
        Path file = Files.createDirectories(DIFFERENCES).resolve(name + ".png");
        ImageIO.write(marked, "png", file.toFile());
        return file;
    }
}
