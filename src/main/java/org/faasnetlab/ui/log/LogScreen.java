package org.faasnetlab.ui.log;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.Drawing;
import org.faasnetlab.ui.common.control.EmptyState;
import org.faasnetlab.ui.common.control.NameConverter;
import org.faasnetlab.ui.common.control.PageHeader;
import org.faasnetlab.ui.common.control.TableColumns;
import org.faasnetlab.ui.common.control.Visibility;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the program's log. */
public final class LogScreen implements Screen {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Texts texts = Texts.of(LogScreen.class);
    private final LogViewModel model;
    private final Desktop desktop;
    private final Path folder;
    private final TableView<LogEntry> table = new TableView<>();
    private final VBox view;

    /** @param folder folder of the log files */
    public LogScreen(LogViewModel model, Desktop desktop, Path folder) {
        this.model = model;
        this.desktop = desktop;
        this.folder = folder;
        VBox card = new VBox(filters(), table(), details());
        table.setAccessibleText(texts.get("title"));
        card.getStyleClass().add("card-pane");
        VBox.setVgrow(card, Priority.ALWAYS);
        view = new VBox(new PageHeader(texts.get("title"), texts.get("subtitle")), card, files());
        view.getStyleClass().add("page");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.watch(true);
        showNewest();
    }

    @Override
    public void hidden() {
        model.watch(false);
    }

    private Node filters() {
        CustomTextField search = new CustomTextField();
        search.setId("log-search");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setPromptText(texts.get("search"));
        search.setAccessibleText(texts.get("search"));
        search.textProperty().bindBidirectional(model.search());
        HBox.setHgrow(search, Priority.ALWAYS);
        ChoiceBox<LogLevel> least = new ChoiceBox<>();
        least.setId("log-level");
        least.getItems().addAll(LogLevel.values());
        least.setConverter(new NameConverter<>(level -> texts.get("from." + level)));
        least.valueProperty().bindBidirectional(model.least());
        Label from = new Label(texts.get("level"));
        from.setLabelFor(least);
        Button copy = Buttons.withIcon("log-copy", texts.get("copy"), Feather.COPY, this::copy);
        copy.disableProperty().bind(Bindings.isEmpty(model.shown()));
        HBox row = new HBox(search, from, least, copy);
        row.getStyleClass().add("tool-row");
        return row;
    }

    private Node table() {
        table.setId("log-table");
        table.getStyleClass().addAll(Styles.DENSE, "plain-table");
        table.setItems(model.shown());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new EmptyState(Drawing.MESSAGES, texts.get("empty")));
        TableColumn<LogEntry, String> message = TableColumns.text(texts.get("column.message"), LogEntry::message, 400);
        table.getColumns()
                .addAll(List.of(
                        TableColumns.fixed(texts.get("column.time"), model::time, 120),
                        TableColumns.fixed(texts.get("column.level"), entry -> name(entry.level()), 90),
                        TableColumns.fixed(texts.get("column.source"), LogEntry::source, 190),
                        message));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setRowFactory(unused -> row());
        model.shown().addListener((ListChangeListener<LogEntry>) change -> showNewest());
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    /** Scrolls to the newest event, unless the user is reading one. */
    private void showNewest() {
        if (table.getSelectionModel().isEmpty()) {
            table.scrollTo(model.shown().size() - 1);
        }
    }

    private String name(LogLevel level) {
        return texts.get("level." + level);
    }

    private static TableRow<LogEntry> row() {
        TableRow<LogEntry> row = new TableRow<>();
        row.getStyleClass().add("log-row");
        row.itemProperty().subscribe(entry -> {
            row.pseudoClassStateChanged(WARNING, entry != null && entry.level() == LogLevel.WARNING);
            row.pseudoClassStateChanged(ERROR, entry != null && entry.level() == LogLevel.ERROR);
        });
        return row;
    }

    /** The full text of the selected event: a message may be longer than its row, and may have a stack trace. */
    private Node details() {
        TextArea details = new TextArea();
        details.setEditable(false);
        details.setPrefRowCount(6);
        details.setMinHeight(TextArea.USE_PREF_SIZE);
        details.getStyleClass().add("monospace");
        details.setAccessibleText(texts.get("details"));
        table.getSelectionModel().selectedItemProperty().subscribe(entry -> details.setText(whole(entry)));
        return Visibility.showWhen(
                details, table.getSelectionModel().selectedItemProperty().isNotNull());
    }

    private String whole(@Nullable LogEntry entry) {
        return entry == null ? "" : model.text(List.of(entry));
    }

    private Node files() {
        Label where = new Label(texts.get("files", folder));
        where.getStyleClass().add(Styles.TEXT_MUTED);
        where.setMaxWidth(Double.MAX_VALUE);
        where.setMinWidth(0);
        HBox.setHgrow(where, Priority.ALWAYS);
        HBox row = new HBox(
                where, Buttons.withIcon("log-folder", texts.get("open"), Feather.FOLDER, () -> desktop.open(folder)));
        row.getStyleClass().add("tool-row");
        return row;
    }

    private void copy() {
        ObservableList<LogEntry> picked = table.getSelectionModel().getSelectedItems();
        desktop.copy(model.text(picked.isEmpty() ? model.shown() : picked));
    }
}
