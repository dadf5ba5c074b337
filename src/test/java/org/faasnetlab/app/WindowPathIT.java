package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javax.imageio.ImageIO;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.app.ShippedParts;
import org.faasnetlab.testing.ui.FakeDesktop;
import org.faasnetlab.testing.ui.WindowExtension;
import org.faasnetlab.ui.shell.WindowDependencies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** The window with the shipped lab: real processes, real iperf3, a real S3 API, a real store. */
class WindowPathIT {
    /** Pixels of a time axis with its numbers; grid and line have several thousand more. */
    private static final int MOST_INK_OF_AN_EMPTY_CHART = 3000;

    private AssembledLab lab;
    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowExtension window = new WindowExtension(this::parts);

    private WindowDependencies parts(Path folder, ExecutorService background) throws IOException {
        ShippedParts shipped = ShippedParts.in(folder);
        lab = shipped.lab();
        return shipped.parts(desktop -> new FakeDesktop(folder, "runs.faasnetlab.zip"), background);
    }

    @Test
    void theFirstRunIsDrawnWhileItsFunctionSendsAndIsExportedFromResults() throws Exception {
        robot.clickOn("#choose-settings");
        for (int step = 0; step < 5; step++) {
            robot.clickOn("#setup-next");
        }
        window.await(() -> window.shown("#setup-experiment"));
        robot.clickOn("#setup-experiment");
        set("seconds", "5"); // a busy computer is drawn on once a second
        BooleanSupplier drawnWhileReceiving =
                window.watch(() -> window.text("#live-aggregate").endsWith("bit/s")
                        && window.texts("#live-table .badge").equals(List.of("receiving")));
        window.clickWhenUsable("#run");

        window.await(() -> window.shown("#live-open-results"));
        assertThat(drawnWhileReceiving.getAsBoolean()).isTrue();
        robot.clickOn("#live-open-results");

        TableView<FunctionRow> functions = functionsInResults();
        window.await(() -> functions.getItems().size() == 1);
        FunctionRow delivered = functions.getItems().get(0);
        assertThat(delivered.finished()).isTrue();
        assertThat(delivered.bandwidth().bitsPerSecond()).isPositive();
        assertThat(window.text("#results-title")).isEqualTo("Single function");
        assertThat(window.text("#results-status")).isEqualTo("completed");
        window.await(() -> inkOf("#results-charts #chart-timeline") > MOST_INK_OF_AN_EMPTY_CHART);

        robot.clickOn("#results-export").clickOn("#results-export-csv");
        window.await(() -> hasExported(".csv") && window.usable("#results-export"));
        robot.clickOn("#results-export").clickOn("#results-export-png");
        window.await(() -> hasExported(".png"));
        assertThat(Files.readAllLines(exported(".csv").get(0))).hasSizeGreaterThan(10);
        assertThat(ImageIO.read(exported(".png").get(0).toFile()).getWidth()).isGreaterThan(1000);
    }

    @Test
    void sixteenFunctionsAndObjectsInBothDirectionsAreCompleted() throws Exception {
        startTestbed();

        choose("iperf3-concurrent");
        set("seconds", "2");
        run();
        choose("s3-download");
        set("objectMiB", "16");
        run();
        choose("s3-upload");
        set("objectMiB", "16");
        run();

        assertThat(lab.store().runs())
                .extracting(RunRow::preset, RunRow::status)
                .containsExactly(
                        tuple("s3-upload", RunStatus.COMPLETED),
                        tuple("s3-download", RunStatus.COMPLETED),
                        tuple("iperf3-concurrent", RunStatus.COMPLETED));
        assertThat(lab.store().functions(lab.store().runs().get(2).id()))
                .hasSize(16)
                .allMatch(FunctionRow::finished);
    }

    @Test
    @Tag("alone")
    void stopStopsRunImmediatelyAndClosingLeavesNoProcess() throws Exception {
        List<ProcessHandle> ofOtherTests = ProcessHandle.current().descendants().toList();
        startTestbed();
        choose("iperf3-concurrent");
        set("seconds", "60");
        window.clickWhenUsable("#run");
        window.await(() -> window.texts("#live-table .badge").contains("receiving"));

        long asked = System.nanoTime();
        robot.interact(() -> robot.lookup("#live-stop").<Button>query().fire());
        window.awaitMoment(() -> window.shown("#live-open-results"));

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
        assertThat(lab.store().runs()).extracting(RunRow::status).containsExactly(RunStatus.CANCELLED);
        assertThat(ProcessHandle.current().descendants().filter(process -> !ofOtherTests.contains(process)))
                .isNotEmpty();

        window.closeWithoutConfirmation();
        lab.close();

        window.await(() -> ProcessHandle.current()
                .descendants()
                .filter(process -> !ofOtherTests.contains(process))
                .noneMatch(ProcessHandle::isAlive));
    }

    private void startTestbed() {
        robot.clickOn("#use-this-computer");
        window.await(() -> window.shown("#choose-experiment"));
        robot.clickOn("#choose-experiment");
    }

    private void choose(String preset) {
        robot.clickOn("#go-EXPERIMENT");
        window.await(() -> window.shown("#presets"));
        ListView<Preset> presets = robot.lookup("#presets").queryListView();
        robot.interact(() -> presets.getItems().stream()
                .filter(each -> each.name().equals(preset))
                .forEach(presets.getSelectionModel()::select));
    }

    private void set(String setting, String value) {
        robot.doubleClickOn("#setting-" + setting).write(value);
    }

    private void run() throws Exception {
        int before = lab.store().runs().size();
        window.clickWhenUsable("#run");
        // By the saved run: on a fast computer the whole run may end between two looks at the window.
        window.await(() -> lab.store().runs().size() > before
                && lab.store().runs().get(0).status() != RunStatus.RUNNING
                && window.shown("#live-open-results"));
    }

    private TableView<FunctionRow> functionsInResults() {
        window.await(() -> window.shown("#results-tabs"));
        TabPane tabs = robot.lookup("#results-tabs").queryAs(TabPane.class);
        return (TableView<FunctionRow>) tabs.getTabs().stream()
                .filter(tab -> "results-tab-table".equals(tab.getId()))
                .findFirst()
                .orElseThrow()
                .getContent();
    }

    private boolean hasExported(String ending) {
        return !exported(ending).isEmpty();
    }

    /** The exported files with this ending, without the tables of functions and trials that go with a CSV file. */
    private List<Path> exported(String ending) {
        try (Stream<Path> files = Files.list(window.folder())) {
            return files.filter(file -> file.getFileName().toString().matches("[^.]+" + Pattern.quote(ending)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of pixels of a chart that differ from its background: lines, axes and labels. */
    private int inkOf(String chart) {
        Node node = robot.lookup(chart).query();
        var picture = node.snapshot(null, null);
        var pixels = picture.getPixelReader();
        int background = pixels.getArgb(1, 1);
        int ink = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                ink += pixels.getArgb(x, y) == background ? 0 : 1;
            }
        }
        return ink;
    }
}
