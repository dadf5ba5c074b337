package org.faasnetlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A chart that has no size yet, as in a tab that was never shown. */
@ExtendWith(ApplicationExtension.class)
class ChartSurfaceTest {
    private StackPane root;

    @Start
    void start(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 600, 400));
        stage.show();
    }

    @Test
    void chartWithoutSizeHasNoPlotsUntilItIsShown(FxRobot robot) {
        ChartSurface surface = new ChartSurface(new TimelineChart(ChartTheme.LIGHT).chart());
        robot.interact(surface::draw);
        assertThat(surface.plotInfo().getSubplotCount()).isZero();

        robot.interact(() -> {
            root.getChildren().add(surface);
            root.layout();
        });
        assertThat(surface.plotInfo().getSubplotCount()).isEqualTo(2);
    }

    @Test
    void paneWithoutSizeCanBeRead(FxRobot robot) {
        TimeWindow window = new TimeWindow();
        ChartPane pane = new ChartPane(new TimelineChart(ChartTheme.LIGHT), window, (function, hide) -> {});
        robot.interact(() -> {
            pane.place(Markers.Marker.A);
            pane.redraw(() -> {});
        });

        assertThat(pane.readout()).isEmpty();
        assertThat(pane.plotHeights()).isEmpty();
        assertThat(pane.measurement()).isEmpty();
    }
}
