package org.faasnetlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.testing.ui.FakeWindowDependencies;
import org.faasnetlab.testing.ui.WindowExtension;
import org.faasnetlab.ui.common.ScreenId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** In the smallest window that users are promised, no text of any screen ends with an ellipsis. */
class UncutTextsTest {
    private static final double WIDTH = 1024;
    private static final double HEIGHT = 700;

    private static final RunData[] RUNS = {
        SampleSweeps.onBusyComputer(), SampleSweeps.bothDirections(), SampleRuns.withFailures()
    };

    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowExtension window = new WindowExtension(this::parts);

    Locale language() {
        return Locale.ENGLISH;
    }

    private WindowDependencies parts(Path folder, ExecutorService background) {
        return FakeWindowDependencies.withSampleRuns(folder, language(), background, RUNS);
    }

    @Test
    void noTextIsCut() {
        window.await(() -> scene().lookup("#recent-runs") instanceof TableView<?> table
                && table.getItems().size() == 3 + RUNS.length);
        robot.interact(() -> {
            scene().getWindow().setWidth(WIDTH);
            scene().getWindow().setHeight(HEIGHT);
        });
        window.await(() -> scene().getWidth() == WIDTH);
        Set<String> cut = new TreeSet<>();
        for (ScreenId screen : ScreenId.values()) {
            robot.interact(() -> ((Button) scene().lookup("#go-" + screen)).fire());
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> cutTexts().forEach(text -> cut.add(screen + ": " + text)));
        }
        robot.interact(() -> ((Button) scene().lookup("#go-" + ScreenId.RESULTS)).fire());
        for (RunData run : RUNS) {
            window.selectRun(run.run());
            robot.interact(() -> cutTexts().forEach(text -> cut.add(run.run().title() + ": " + text)));
        }

        assertThat(cut).isEmpty();
    }

    /** The full texts of which less is drawn. */
    private static List<String> cutTexts() {
        return scene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled labeled && isShown(node) && isCut(labeled))
                .map(node -> ((Labeled) node).getText() + " (" + node.getId() + ")")
                .toList();
    }

    private static boolean isCut(Labeled labeled) {
        String ellipsis = labeled.getEllipsisString();
        return labeled.lookup(".text") instanceof Text text
                && text.getParent() == labeled
                && text.getText().endsWith(ellipsis)
                && !labeled.getText().endsWith(ellipsis);
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static Scene scene() {
        return javafx.stage.Window.getWindows().get(0).getScene();
    }
}
