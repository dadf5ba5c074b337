package org.faasnetlab.chart.image;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/** Writes a chart as a picture, drawn by Java2D without a display. */
public final class PngWriter {
    /** Size in points where nothing else is asked for; the picture has {@link #SCALE} times as many pixels. */
    public static final int WIDTH = 1200;

    public static final int HEIGHT = 700;
    public static final int SCALE = 2;

    /** Writes the chart in its standard size. */
    public void write(JFreeChart chart, OutputStream out) throws IOException {
        write(chart, WIDTH, HEIGHT, out);
    }

    /**
     * Writes the chart.
     *
     * @param width in points, at least 1
     * @param height in points, at least 1
     */
    public void write(JFreeChart chart, int width, int height, OutputStream out) throws IOException {
        if (!ImageIO.write(draw(chart, width, height), "png", out)) {
            throw new IOException("this Java runtime has no PNG writer");
        }
    }

    private static BufferedImage draw(JFreeChart chart, int width, int height) {
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
