package org.faasnetlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.ui.FakeWindowDependencies;
import org.faasnetlab.testing.ui.WindowExtension;
import org.faasnetlab.ui.common.ScreenId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The tables and lists of all screens have names for screen readers, and the rows of tables with results are copied. */
class WindowTablesTest {
    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowExtension window = new WindowExtension(this::parts);

    private WindowDependencies parts(Path folder, ExecutorService background) {
        return FakeWindowDependencies.withSampleRuns(folder, Locale.ENGLISH, background);
    }

    @Test
    void tablesHaveNamesAndAreCopied() {
        window.await(() -> scene().lookup("#recent-runs") instanceof TableView<?> table
                && !table.getItems().isEmpty());
        List<TableView<?>> tables = new ArrayList<>();
        List<ListView<?>> lists = new ArrayList<>();
        for (ScreenId screen : ScreenId.values()) {
            robot.interact(() -> ((Button) scene().lookup("#go-" + screen)).fire());
            if (screen == ScreenId.RESULTS) {
                window.selectRun(SampleRuns.sharedHost().run());
            }
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> scene().getRoot().lookupAll("*").forEach(node -> {
                if (node instanceof TableView<?> table) {
                    tables.add(table);
                } else if (node instanceof ListView<?> list && !(list.getParent() instanceof ComboBoxBase)) {
                    lists.add(list);
                }
            }));
        }

        assertThat(tables)
                .hasSizeGreaterThan(3)
                .allSatisfy(table ->
                        assertThat(table.getAccessibleText()).as(table.getId()).isNotBlank());
        assertThat(lists)
                .isNotEmpty()
                .allSatisfy(list ->
                        assertThat(list.getAccessibleText()).as(list.getId()).isNotBlank());
        // Details of a log message are shown, and copied, below the table.
        assertThat(tables)
                .filteredOn(table -> !"log-table".equals(table.getId()))
                .allSatisfy(table ->
                        assertThat(table.getContextMenu()).as(table.getId()).isNotNull());
    }

    private static Scene scene() {
        return javafx.stage.Window.getWindows().get(0).getScene();
    }
}
