package org.faasnetlab.ui.wizard;

import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.PageHeader;
import org.faasnetlab.ui.common.control.Visibility;

/** The frame of a wizard: steps on the left, the page in the middle, the picture of the testbed on the right. */
public final class WizardView<S extends Enum<S>> extends VBox {
    private static final double PICTURE_SHARE = 0.3;

    private final Texts texts = Texts.of(WizardView.class);
    private final Labels<S> labels;
    private final String id;
    private final Wizard<S> model;
    private final Map<S, Node> pages;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox footer = new VBox();
    private final BorderPane card = new BorderPane();

    /**
     * The wizard's own texts.
     *
     * @param step names a step
     * @param create text of the button that creates the testbed
     * @param leave text of the button that leaves the wizard from its first step
     */
    public record Labels<S>(String title, String subtitle, Function<S, String> step, String create, String leave) {}

    /**
     * @param id prefix of the identifiers of its buttons
     * @param pages the page of each step that has one
     * @param leave returns to the screen before the wizard
     */
    public WizardView(String id, Labels<S> labels, Wizard<S> model, Map<S, Node> pages, VBox picture, Runnable leave) {
        this.id = id;
        this.labels = labels;
        this.model = model;
        this.pages = pages;
        scroll.setFitToWidth(true);
        card.getStyleClass().addAll("card-pane", "setup-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        fillFooter(leave);
        HBox columns = new HBox(new WizardStepList<>(labels.step(), model), card);
        columns.getChildren().add(framed(picture, columns));
        columns.getStyleClass().add("setup-columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        setId(id + "-wizard");
        getStyleClass().add("page");
        getChildren().addAll(new PageHeader(labels.title(), labels.subtitle()), columns);
        model.step().subscribe(step -> showPage());
    }

    /** Shows the page of the current step, if it has one, with the buttons below. */
    public void showPage() {
        Node page = pages.get(model.step().get());
        if (page != null) {
            scroll.setContent(page);
            scroll.setVvalue(0);
            card.setCenter(scroll);
            card.setBottom(footer);
        }
    }

    /** Shows something in place of the pages, without buttons, until the step changes. */
    public void show(Node content) {
        card.setCenter(content);
        card.setBottom(null);
    }

    /** Adds a line above the buttons; hidden while empty. */
    public void addFooterLine(String lineId, ObservableValue<String> text) {
        footer.getChildren().add(0, footerLine(lineId, text));
    }

    private void fillFooter(Runnable leave) {
        footer.getStyleClass().add("setup-footer");
        Button back = Buttons.plain(id + "-back", "", () -> {
            if (model.isFirst(model.step().get())) {
                leave.run();
            } else {
                model.back();
            }
        });
        Button next = Buttons.primary(id + "-next", "", model::next);
        next.setDefaultButton(true);
        next.disableProperty().bind(model.nextBlockedReason().map(reason -> !reason.isEmpty()));
        model.step().subscribe(step -> {
            back.setText(model.isFirst(step) ? labels.leave() : texts.get("button.back"));
            if (model.isCreationStep(step)) {
                next.setText(labels.create());
            } else if (pages.containsKey(step)) {
                next.setText(texts.get("button.next", labels.step().apply(model.following(step))));
            }
        });
        HBox buttons = new HBox(back, next);
        buttons.getStyleClass().addAll("button-row", "right-row");
        footer.getChildren().addAll(footerLine(id + "-why-not-next", model.nextBlockedReason()), buttons);
    }

    private static Node footerLine(String lineId, ObservableValue<String> text) {
        Label line = CardLabels.muted("");
        line.setId(lineId);
        line.textProperty().bind(text);
        return Visibility.showWhen(line, line.textProperty().isNotEmpty());
    }

    private static Node framed(VBox picture, HBox columns) {
        ScrollPane frame = new ScrollPane(picture);
        frame.setFitToWidth(true);
        frame.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(frame, Priority.ALWAYS);
        VBox pane = new VBox(frame);
        pane.getStyleClass().addAll("card-pane", "picture-pane");
        pane.prefWidthProperty().bind(columns.widthProperty().multiply(PICTURE_SHARE));
        return pane;
    }
}
