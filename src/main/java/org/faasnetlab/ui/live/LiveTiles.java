package org.faasnetlab.ui.live;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.run.progress.FunctionState;
import org.jspecify.annotations.Nullable;

/** The key numbers of the trial. */
final class LiveTiles extends HBox {
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    private final LiveFormatter formatter;
    private final Tile aggregate;
    private final Tile median;
    private final Tile functions;
    private final Tile spread;

    LiveTiles(LiveFormatter formatter) {
        this.formatter = formatter;
        aggregate = new Tile("live-aggregate", formatter.get("tile.aggregate"));
        median = new Tile("live-median", formatter.get("tile.median"));
        functions = new Tile("live-functions", formatter.get("tile.functions"));
        spread = new Tile("live-spread", formatter.get("tile.spread"));
        getStyleClass().add("tiles");
        getChildren().addAll(aggregate, median, functions, spread);
        getChildren().forEach(tile -> {
            HBox.setHgrow(tile, Priority.ALWAYS);
            ((Tile) tile).setPrefWidth(0);
            ((Tile) tile).setMaxWidth(Double.MAX_VALUE);
        });
    }

    private void showOneDirection(
            DirectionRates rates, LiveSnapshot snapshot, BandwidthUnit each, BandwidthUnit together) {
        aggregate.show(formatter.summary(rates.aggregate(), together), "", formatter.aggregateNote(snapshot, together));
        median.show(formatter.summary(rates.median(), each), "", formatter.medianNote(rates, each));
    }

    /** The rates of the two directions are not added up. */
    private void showBidirectional(DirectionRates down, DirectionRates up, BandwidthUnit each, BandwidthUnit together) {
        aggregate.show(
                formatter.summary(down.aggregate(), together),
                formatter.direction(down.direction()),
                formatter.oppositeDirection(up.direction(), up.aggregate(), together));
        median.show(
                formatter.summary(down.median(), each),
                formatter.direction(down.direction()),
                formatter.oppositeDirection(up.direction(), up.median(), each));
    }

    /**
     * @param each unit of rates of single functions
     * @param together unit of rates of all functions together
     * @param verdict what limited the run; null while it is not known
     */
    void show(LiveSnapshot snapshot, BandwidthUnit each, BandwidthUnit together, @Nullable Verdict verdict) {
        LiveStatistics numbers = snapshot.numbers();
        // Without a transfer there is no rate, not one of zero.
        boolean transfers = snapshot.progress().transfers();
        List.of(aggregate, median).forEach(tile -> {
            tile.setVisible(transfers);
            tile.setManaged(transfers);
        });
        if (numbers.rates().size() == 2) {
            showBidirectional(numbers.rates().get(0), numbers.rates().get(1), each, together);
        } else {
            numbers.rates().forEach(rates -> showOneDirection(rates, snapshot, each, together));
        }
        boolean done = numbers.count(FunctionState.TRANSFERRING) == 0 && numbers.count(FunctionState.FINISHED) > 0;
        FunctionState counted = done ? FunctionState.FINISHED : FunctionState.TRANSFERRING;
        functions.show(
                numbers.count(counted) + "", formatter.state(counted), formatter.functionsNote(numbers, counted));
        spread.show(formatter.spread(numbers), "", formatter.spreadNote(numbers));
        boolean apart = numbers.startsApart();
        boolean doubtful = apart || (verdict != null && !verdict.isTrustworthy());
        aggregate.setDoubtful(doubtful);
        median.setDoubtful(doubtful);
        functions.setDoubtful(numbers.count(FunctionState.FAILED) > 0);
        spread.setDoubtful(apart);
    }

    /** One large number with its title above and a note below. */
    private static final class Tile extends VBox {
        private final Label value = new Label();
        private final Label word = new Label();
        private final Label note = new Label();
        private final String name;

        Tile(String id, String name) {
            this.name = name;
            setAccessibleRole(AccessibleRole.TEXT);
            Label title = new Label(name);
            title.getStyleClass().add("tile-name");
            value.getStyleClass().add("tile-value");
            value.setId(id);
            title.setLabelFor(value);
            word.getStyleClass().add("tile-word");
            note.getStyleClass().add("tile-note");
            note.setId(id + "-note");
            HBox line = new HBox(value, word);
            line.getStyleClass().add("tile-line");
            getStyleClass().addAll("card-pane", "tile");
            getChildren().addAll(title, line, note);
        }

        /** Marks a number that may not describe the network. */
        void setDoubtful(boolean doubtful) {
            pseudoClassStateChanged(DOUBTFUL, doubtful);
        }

        void show(String newValue, String newWord, String newNote) {
            value.setText(newValue);
            word.setText(newWord);
            note.setText(newNote);
            setAccessibleText(String.join(" ", name, newValue, newWord, newNote).strip());
        }
    }
}
