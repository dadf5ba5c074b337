package org.faasnetlab.ui.shell;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.FactGrid;

/** A short help: keyboard shortcuts and a glossary. */
final class HelpContent extends VBox {
    private static final double NAME_WIDTH = 130;

    HelpContent(Texts texts, List<NavigationItem> items) {
        getStyleClass().add("help");
        FactGrid keys = new FactGrid(NAME_WIDTH);
        for (NavigationItem item : items) {
            keys.add(Shortcuts.of(item.id()).getDisplayText(), texts.get("help.go", texts.get(item.titleKey())));
        }
        keys.add(Shortcuts.RUN.getDisplayText(), texts.get("help.run"));
        keys.add(Shortcuts.ADD_TO_QUEUE.getDisplayText(), texts.get("help.addToQueue"));
        keys.add(Shortcuts.TRY_IT.getDisplayText(), texts.get("help.tryIt"));
        keys.add(Shortcuts.RUN_AGAIN.getDisplayText(), texts.get("help.runAgain"));
        keys.add(Shortcuts.CHANGE_AND_RUN.getDisplayText(), texts.get("help.changeAndRun"));
        keys.add(Shortcuts.CANCEL_RUN.getDisplayText(), texts.get("help.cancelRun"));
        keys.add(Shortcuts.OPEN.getDisplayText(), texts.get("help.open"));
        keys.add(Shortcuts.THEME.getDisplayText(), texts.get("help.theme"));
        keys.add(Shortcuts.PREFERENCES.getDisplayText(), texts.get("help.preferences"));
        keys.add(Shortcuts.HELP.getDisplayText(), texts.get("help.this"));
        keys.add(texts.get("help.tabKey"), texts.get("help.tab"));
        keys.add(texts.get("help.escapeKey"), texts.get("help.escape"));
        keys.add(texts.get("help.queueKey"), texts.get("help.queue"));
        FactGrid charts = new FactGrid(NAME_WIDTH);
        for (String key : List.of(
                "drag", "wheel", "pan", "keys", "arrows", "history", "all", "row", "markers", "fullSize", "menu")) {
            charts.add(texts.get("chart." + key), texts.get("chart." + key + ".does"));
        }
        FactGrid glossary = new FactGrid(NAME_WIDTH);
        glossary.add(texts.get("word.direction"), texts.get("word.direction.means"));
        glossary.add(texts.get("word.aggregate"), texts.get("word.aggregate.means"));
        glossary.add(texts.get("word.commonWindow"), texts.get("word.commonWindow.means"));
        glossary.add(texts.get("word.t0"), texts.get("word.t0.means"));
        glossary.add(texts.get("word.startSpread"), texts.get("word.startSpread.means"));
        glossary.add(texts.get("word.burst"), texts.get("word.burst.means"));
        glossary.add(texts.get("word.cold"), texts.get("word.cold.means"));
        glossary.add(texts.get("word.simulated"), texts.get("word.simulated.means"));
        getChildren()
                .addAll(
                        heading(texts.get("help.keys")),
                        keys,
                        heading(texts.get("help.charts")),
                        charts,
                        heading(texts.get("help.words")),
                        glossary);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("group-title");
        return heading;
    }
}
