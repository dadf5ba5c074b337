package org.faasnetlab.ui.chart;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.input.MouseEvent;
import javafx.scene.transform.Transform;
import javafx.stage.WindowEvent;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The context menu of a chart: copy, save, full size, and what else the chart can do. */
final class ChartMenu {
    /** Pixels of a copied image for each pixel on the screen. */
    private static final double IMAGE_SCALE = 2;

    private final Texts texts = Texts.of(ChartMenu.class);
    private final ContextMenu menu = new ContextMenu();

    /**
     * @param picture what a copied image shows
     * @param data the current chart, or null if there is none
     * @param unit of bandwidth in saved charts
     */
    ChartMenu(
            Node picture,
            Supplier<@Nullable ChartData> data,
            ObjectProperty<BandwidthUnit> unit,
            ChartExports exports,
            FullSize fullSize) {
        menu.getItems()
                .setAll(
                        item("copy-image", "menu.copyImage", () -> exports.copyImage(snapshot(picture))),
                        item("copy-data", "menu.copyData", () -> withData(data, exports::copyData)),
                        item("save", "menu.save", () -> withData(data, chart -> exports.save(chart, unit.getValue()))),
                        new SeparatorMenuItem(),
                        item("full-size", "menu.fullSize", fullSize::toggle),
                        units(unit));
    }

    private Menu units(ObjectProperty<BandwidthUnit> unit) {
        Menu units = new Menu(texts.get("unit"));
        units.setId("chart-units");
        ToggleGroup one = new ToggleGroup();
        for (BandwidthUnit each : BandwidthUnit.values()) {
            RadioMenuItem item = new RadioMenuItem(UnitChoice.name(texts, each));
            item.setId("chart-unit-" + each.name());
            item.setToggleGroup(one);
            item.setOnAction(event -> unit.set(each));
            unit.subscribe(now -> item.setSelected(now == each));
            units.getItems().add(item);
        }
        return units;
    }

    /** Adds an item at the end. */
    ChartMenu with(String id, String key, Runnable action) {
        menu.getItems().add(item(id, key, action));
        return this;
    }

    /** The same, which is there only while it applies to the chart. */
    ChartMenu with(String id, String key, Runnable action, BooleanSupplier applies) {
        MenuItem item = item(id, key, action);
        menu.getItems().add(item);
        menu.addEventHandler(WindowEvent.WINDOW_SHOWING, event -> item.setVisible(applies.getAsBoolean()));
        return this;
    }

    /** Adds a menu that shows and hides each of several lines. */
    ChartMenu withLines(Supplier<List<String>> names, IntPredicate shown, IntConsumer toggle) {
        Menu lines = new Menu(texts.get("menu.lines"));
        lines.setId("chart-lines");
        menu.getItems().add(lines);
        menu.addEventHandler(WindowEvent.WINDOW_SHOWING, event -> {
            List<String> all = names.get();
            lines.setVisible(!all.isEmpty());
            lines.getItems()
                    .setAll(IntStream.range(0, all.size())
                            .mapToObj(line -> {
                                CheckMenuItem item = new CheckMenuItem(all.get(line));
                                item.setMnemonicParsing(false);
                                item.setId("chart-line-" + line);
                                item.setSelected(shown.test(line));
                                item.setOnAction(chosen -> toggle.accept(line));
                                return item;
                            })
                            .toList());
        });
        return this;
    }

    /** Adds an item at the end that turns something on and off, and is there only while that applies to the chart. */
    ChartMenu withChoice(String id, String key, BooleanProperty on, BooleanSupplier applies) {
        CheckMenuItem item = new CheckMenuItem(texts.get(key));
        item.setId("chart-" + id);
        item.selectedProperty().bindBidirectional(on);
        menu.getItems().add(item);
        menu.addEventHandler(WindowEvent.WINDOW_SHOWING, event -> item.setVisible(applies.getAsBoolean()));
        return this;
    }

    /** Opens it at right clicks and the menu key on this node. */
    void install(Node node) {
        node.setOnContextMenuRequested(event -> {
            menu.show(node, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
    }

    List<MenuItem> items() {
        return menu.getItems();
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId("chart-" + id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static void withData(Supplier<@Nullable ChartData> data, Consumer<ChartData> action) {
        ChartData chart = data.get();
        if (chart != null) {
            action.accept(chart);
        }
    }

    private static Image snapshot(Node picture) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(IMAGE_SCALE, IMAGE_SCALE));
        return picture.snapshot(parameters, null);
    }
}
