package org.faasnetlab.ui.live;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.faasnetlab.export.chart.BandwidthUnit;

/** The numbers of the trial at a glance. */
final class LiveTiles extends HBox {
    private final LiveWords words;
    private final Tile aggregate;
    private final Tile median;
    private final Tile functions;
    private final Tile spread;

    LiveTiles(LiveWords words) {
        this.words = words;
        aggregate = new Tile("live-aggregate", words.get("tile.aggregate"));
        median = new Tile("live-median", words.get("tile.median"));
        functions = new Tile("live-functions", words.get("tile.functions"));
        spread = new Tile("live-spread", words.get("tile.spread"));
        getStyleClass().add("tiles");
        getChildren().addAll(aggregate, median, functions, spread);
        getChildren().forEach(tile -> {
            HBox.setHgrow(tile, Priority.ALWAYS);
            ((Tile) tile).setPrefWidth(0);
            ((Tile) tile).setMaxWidth(Double.MAX_VALUE);
        });
    }

    void show(LiveSnapshot snapshot, BandwidthUnit unit) {
        Numbers numbers = snapshot.numbers();
        aggregate.show(words.glance(numbers.aggregate(), unit), "", words.aggregateNote(snapshot, unit));
        median.show(words.glance(numbers.median(), unit), "", words.medianNote(numbers, unit));
        boolean done = numbers.count(FunctionState.SENDING) == 0 && numbers.count(FunctionState.FINISHED) > 0;
        FunctionState counted = done ? FunctionState.FINISHED : FunctionState.SENDING;
        functions.show(numbers.count(counted) + "", words.state(counted), words.functionsNote(numbers, counted));
        spread.show(words.spread(numbers), "", words.spreadNote(numbers));
    }
}
