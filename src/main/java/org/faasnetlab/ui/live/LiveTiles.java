package org.faasnetlab.ui.live;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.run.progress.FunctionState;

/** The numbers of the trial at a glance. */
final class LiveTiles extends HBox {
    private final LiveFormatter words;
    private final Tile aggregate;
    private final Tile median;
    private final Tile functions;
    private final Tile spread;

    LiveTiles(LiveFormatter words) {
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

    private void one(DirectionRates rates, LiveSnapshot snapshot, BandwidthUnit unit) {
        aggregate.show(words.glance(rates.aggregate(), unit), "", words.aggregateNote(snapshot, unit));
        median.show(words.glance(rates.median(), unit), "", words.medianNote(rates, unit));
    }

    /** What goes each way at the same time is not added up. */
    private void both(DirectionRates down, DirectionRates up, BandwidthUnit unit) {
        aggregate.show(
                words.glance(down.aggregate(), unit),
                words.direction(down.direction()),
                words.otherWay(up.direction(), up.aggregate(), unit));
        median.show(
                words.glance(down.median(), unit),
                words.direction(down.direction()),
                words.otherWay(up.direction(), up.median(), unit));
    }

    void show(LiveSnapshot snapshot, BandwidthUnit unit) {
        LiveStatistics numbers = snapshot.numbers();
        if (numbers.rates().size() == 2) {
            both(numbers.rates().get(0), numbers.rates().get(1), unit);
        } else {
            numbers.rates().forEach(rates -> one(rates, snapshot, unit));
        }
        boolean done = numbers.count(FunctionState.TRANSFERRING) == 0 && numbers.count(FunctionState.FINISHED) > 0;
        FunctionState counted = done ? FunctionState.FINISHED : FunctionState.TRANSFERRING;
        functions.show(numbers.count(counted) + "", words.state(counted), words.functionsNote(numbers, counted));
        spread.show(words.spread(numbers), "", words.spreadNote(numbers));
    }
}
