package org.faasnetlab.ui.shell;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.transform.Transform;
import org.assertj.core.api.SoftAssertions;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.ui.FakeWindowDependencies;
import org.faasnetlab.testing.ui.PictureComparison;
import org.faasnetlab.testing.ui.Screenshots;
import org.faasnetlab.testing.ui.WindowExtension;
import org.faasnetlab.ui.common.ScreenId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Every screen in both themes at three sizes, compared with stored pictures; drawn in half of the size, which is quick. */
class WindowPicturesTest {
    /** Narrow, and wide up to the size of the screen without a display. */
    private static final List<List<Integer>> SIZES =
            List.of(List.of(1024, 700), List.of(1152, 720), List.of(1280, 800));

    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowExtension window = new WindowExtension(this::parts);

    private WindowDependencies parts(Path folder, ExecutorService background) {
        return FakeWindowDependencies.withSampleRuns(folder, Locale.ENGLISH, background);
    }

    @Test
    void screensLookAsStored() throws TimeoutException {
        window.await(() -> scene().lookup("#recent-runs") instanceof TableView<?> table
                && table.getItems().size() == 3);
        SoftAssertions all = new SoftAssertions();
        for (String theme : List.of("light", "dark")) {
            for (ScreenId screen : ScreenId.values()) {
                robot.interact(() -> {
                    ((Button) scene().lookup("#go-" + screen)).fire();
                    scene().getRoot().requestFocus();
                });
                if (screen == ScreenId.RESULTS) {
                    window.selectRun(SampleRuns.sharedHost().run());
                }
                for (List<Integer> size : SIZES) {
                    robot.interact(() -> {
                        scene().getWindow().setX(0);
                        scene().getWindow().setY(0);
                        scene().getWindow().setWidth(size.get(0));
                        scene().getWindow().setHeight(size.get(1));
                    });
                    window.await(() -> scene().getWidth() == size.get(0) && scene().getHeight() == size.get(1));
                    String name = "%s-%dx%d-%s"
                            .formatted(screen.name().toLowerCase(Locale.ROOT), size.get(0), size.get(1), theme);
                    BufferedImage picture = settled();
                    all.assertThatCode(() -> PictureComparison.check(name, picture))
                            .doesNotThrowAnyException();
                }
            }
            robot.interact(() -> ((Button) scene().lookup("#toggle-theme")).fire());
        }
        all.assertAll();
    }

    /** The picture when two in a row are the same. */
    private BufferedImage settled() throws TimeoutException {
        BufferedImage[] last = {picture()};
        Callable<Boolean> same = () -> {
            BufferedImage now = picture();
            boolean unchanged =
                    PictureComparison.same(PictureComparison.reduce(last[0]), PictureComparison.reduce(now));
            last[0] = now;
            return unchanged;
        };
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, same);
        return last[0];
    }

    private BufferedImage picture() {
        WaitForAsyncUtils.waitForFxEvents();
        SnapshotParameters half = new SnapshotParameters();
        half.setTransform(Transform.scale(0.5, 0.5));
        return Screenshots.image(
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene().getRoot().snapshot(half, null)));
    }

    private static Scene scene() {
        return javafx.stage.Window.getWindows().get(0).getScene();
    }
}
