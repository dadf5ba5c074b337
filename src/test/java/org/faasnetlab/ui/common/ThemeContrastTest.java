package org.faasnetlab.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.assertj.core.api.SoftAssertions;
import org.faasnetlab.chart.theme.ChartTheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Contrasts by WCAG 2.2: 4.5:1 of texts (1.4.3), 3:1 of lines, borders, marks and the focus (1.4.11). */
@ExtendWith(ApplicationExtension.class)
class ThemeContrastTest {
    private static final double TEXT = 4.5;
    private static final double LINE = 3;

    private final ThemeManager theme = new ThemeManager(Theme.LIGHT);
    private final Region probe = new Region();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(probe), 100, 100));
        theme.applyTo(stage.getScene());
        stage.show();
    }

    @Test
    void textsBordersAndMarksStandOutInBothThemes(FxRobot robot) {
        SoftAssertions all = new SoftAssertions();
        for (Theme shown : Theme.values()) {
            robot.interact(() -> theme.choose(shown));
            for (String ground : List.of("bg-default", "bg-subtle")) {
                for (String text : List.of("fg-default", "fg-muted", "accent-fg", "success-fg", "danger-fg")) {
                    check(robot, all, shown, text, ground, TEXT);
                }
                for (String line : List.of("border-default", "focus", "accent-emphasis", "danger-emphasis")) {
                    check(robot, all, shown, line, ground, LINE);
                }
            }
            for (String kind : List.of("accent", "success", "warning", "danger")) {
                check(robot, all, shown, kind + "-fg", kind + "-subtle", TEXT);
                check(robot, all, shown, "fg-default", kind + "-subtle", TEXT);
            }
            for (String mark : List.of("success-emphasis", "warning-emphasis")) {
                check(robot, all, shown, mark, "bg-default", LINE);
            }
            check(robot, all, shown, "focus", "accent-emphasis", 1.5);
        }
        all.assertAll();
    }

    @Test
    void linesAndTextsOfChartsStandOutInBothThemes() {
        SoftAssertions all = new SoftAssertions();
        for (ChartTheme chart : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            Color ground = color(chart.background());
            Stream.concat(chart.lines().stream(), Stream.of(chart.accent(), chart.aggregate()))
                    .forEach(line -> all.assertThat(contrast(color(line), ground))
                            .as("line %s on %s", line, ground)
                            .isGreaterThanOrEqualTo(LINE));
            Stream.of(chart.text(), chart.muted())
                    .forEach(text -> all.assertThat(contrast(color(text), ground))
                            .as("text %s on %s", text, ground)
                            .isGreaterThanOrEqualTo(TEXT));
            all.assertThat(contrast(color(chart.badgeText()), color(chart.badge())))
                    .isGreaterThanOrEqualTo(TEXT);
        }
        all.assertAll();
    }

    @Test
    void noTwoOfTwentyLinesLookAlike() {
        for (ChartTheme chart : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            List<String> looks = Stream.iterate(0, number -> number + 1)
                    .limit(ChartTheme.DISTINCT_LINES)
                    .map(number ->
                            chart.line(number) + " " + chart.stroke(number, 2).getLineWidth())
                    .toList();
            assertThat(looks).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(20);
        }
    }

    private void check(FxRobot robot, SoftAssertions all, Theme shown, String front, String ground, double atLeast) {
        Color below = resolve(robot, "bg-default", Color.WHITE);
        Color behind = resolve(robot, ground, below);
        all.assertThat(contrast(resolve(robot, front, behind), behind))
                .as("%s on %s, %s", front, ground, shown)
                .isGreaterThanOrEqualTo(atLeast);
    }

    /** A colour of the theme; one that is translucent lies over another. */
    private Color resolve(FxRobot robot, String name, Color below) {
        Color[] found = new Color[1];
        robot.interact(() -> {
            probe.setStyle("-fx-background-color: -color-" + name);
            probe.applyCss();
            found[0] = (Color) probe.getBackground().getFills().get(0).getFill();
        });
        Color front = found[0];
        return below.interpolate(new Color(front.getRed(), front.getGreen(), front.getBlue(), 1), front.getOpacity());
    }

    private static Color color(java.awt.Color color) {
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Relative luminance of sRGB, WCAG 2.2. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
