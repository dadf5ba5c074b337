package org.faasnetlab.testing.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.preferences.WindowSettings;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Screenshots of the window under test, for visual checks: taken only if {@code faasnetlab.pictures} names a folder for
 * them. There, {@code faasnetlab.pictures.look} may be a size and theme such as {@code 1024x700-dark}.
 */
public final class Screenshots {
    private static final String FOLDER = System.getProperty("faasnetlab.pictures", "");
    private static final String LOOK = System.getProperty("faasnetlab.pictures.look", "1440x900-light");

    private int taken;

    /** Writes settings with the size and theme of the screenshots. */
    public static void dress(Path settingsFile) {
        String[] look = LOOK.split("[x-]");
        if (!FOLDER.isEmpty()) {
            WindowSettings.in(settingsFile)
                    .write(new WindowSettings(
                            Theme.valueOf(look[2].toUpperCase(Locale.ROOT)),
                            Double.parseDouble(look[0]),
                            Double.parseDouble(look[1]),
                            false));
        }
    }

    public void take(String name) {
        if (FOLDER.isEmpty()) {
            return;
        }
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Window.getWindows().get(0).getScene().snapshot(null));
        try {
            Path folder = Files.createDirectories(Path.of(FOLDER, LOOK));
            taken++;
            write(picture, folder.resolve("%02d-%s.png".formatted(taken, name)));
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    /** Writes a picture as PNG. */
    static void write(WritableImage picture, Path file) throws IOException {
        if (!ImageIO.write(image(picture), "png", file.toFile())) {
            throw new IOException("no writer of PNG");
        }
    }

    /** A picture of JavaFX as one of Java2D, without transparency. */
    public static BufferedImage image(WritableImage picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}
