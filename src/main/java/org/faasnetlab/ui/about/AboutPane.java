package org.faasnetlab.ui.about;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FactGrid;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.TableColumns;
import org.faasnetlab.ui.common.control.TableCopy;
import org.jspecify.annotations.Nullable;

/** Versions, licence, and the libraries of the program with theirs. */
public final class AboutPane extends VBox {
    private static final double NAME_WIDTH = 150;
    private static final double TABLE_HEIGHT = 260;
    private static final double ROW = 30;

    private final Texts texts = Texts.of(AboutPane.class);

    /**
     * @param version of the program, or null if it was not packaged
     * @param libraries list of the libraries, {@code THIRD-PARTY.md} of the installed program
     */
    public AboutPane(@Nullable String version, Path libraries, BackgroundTasks tasks, Desktop desktop) {
        super(12);
        setId("about");
        FactGrid facts = new FactGrid(NAME_WIDTH);
        facts.add(texts.get("program"), version == null ? texts.get("unpackaged") : version);
        facts.add("Java", Runtime.version() + ", " + System.getProperty("java.vendor"));
        facts.add("JavaFX", System.getProperty("javafx.runtime.version"));
        facts.add(texts.get("system"), System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.add(texts.get("licence"), texts.get("licence.text"));
        TableView<Library> table = table(desktop);
        Notice problem = Notice.problem();
        getChildren().addAll(facts, CardLabels.heading(texts.get("libraries")), problem, table);
        tasks.of(() -> Library.read(libraries), read -> table.getItems().setAll(read), problem::show)
                .start();
    }

    private TableView<Library> table(Desktop desktop) {
        TableView<Library> table = new TableView<>();
        table.setId("about-libraries");
        table.setAccessibleText(texts.get("libraries"));
        table.getStyleClass().add("plain-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(""));
        table.setFixedCellSize(ROW);
        table.setPrefHeight(TABLE_HEIGHT);
        table.getColumns()
                .setAll(List.of(
                        TableColumns.withTooltip(texts.get("library"), Library::name, 220),
                        TableColumns.withTooltip(texts.get("version"), Library::version, 110),
                        TableColumns.withTooltip(texts.get("licence"), Library::licence, 200)));
        TableCopy.install(table, desktop::copy);
        return table;
    }
}
