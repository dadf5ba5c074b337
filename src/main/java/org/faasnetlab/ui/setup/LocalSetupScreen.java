package org.faasnetlab.ui.setup;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.PageHeader;
import org.faasnetlab.ui.setup.LocalSetupViewModel.Phase;
import org.faasnetlab.ui.wizard.WizardPage;
import org.faasnetlab.ui.wizard.WizardStepList;

/** The wizard for a testbed on this computer: steps on the left, the page in the middle, the picture on the right. */
public final class LocalSetupScreen implements Screen {
    private final Texts texts = Texts.of(LocalSetupScreen.class);
    private final LocalSetupViewModel model;
    private final Runnable leave;
    private final Map<LocalSetupStep, Node> pages = new EnumMap<>(LocalSetupStep.class);
    private final ScrollPane scroll = new ScrollPane();
    private final LocalSetupFooter footer;
    private final BorderPane card = new BorderPane();
    private final VBox view;

    /**
     * @param leave returns to the testbeds
     * @param chooseExperiment opens the experiment screen when the testbed is ready
     */
    public LocalSetupScreen(LocalSetupViewModel model, Desktop desktop, Runnable leave, Runnable chooseExperiment) {
        this.model = model;
        this.leave = leave;
        LocalSetupPages choices = new LocalSetupPages(texts, model, desktop);
        pages.put(LocalSetupStep.NETWORK, choices.network());
        pages.put(LocalSetupStep.SERVERS, choices.servers());
        pages.put(LocalSetupStep.FUNCTIONS, choices.functions());
        pages.put(LocalSetupStep.STORAGE, choices.storage());
        pages.put(LocalSetupStep.REVIEW, new LocalReviewPage(texts, model).view());
        footer = new LocalSetupFooter(texts, model, leave);
        scroll.setFitToWidth(true);
        card.getStyleClass().addAll("card-pane", "setup-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        LocalTopologyPane picture = new LocalTopologyPane(texts);
        picture.getStyleClass().add("card-pane");
        model.topology().subscribe(picture::show);
        HBox columns = new HBox(
                new WizardStepList<>(List.of(LocalSetupStep.values()), step -> texts.get("step." + step), model),
                card,
                picture);
        columns.getStyleClass().add("setup-columns");
        picture.prefWidthProperty().bind(columns.widthProperty().multiply(0.3));
        VBox.setVgrow(columns, Priority.ALWAYS);
        view = new VBox(new PageHeader(texts.get("title"), texts.get("subtitle")), columns);
        view.getStyleClass().add("page");
        Node starting = starting();
        Node ready = ready(chooseExperiment);
        model.step().subscribe(step -> show(model.phase().getValue(), starting, ready));
        model.phase().subscribe(phase -> show(phase, starting, ready));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.open();
    }

    private void show(Phase phase, Node starting, Node ready) {
        switch (phase) {
            case CHOOSING -> {
                scroll.setContent(pages.get(model.step().get()));
                scroll.setVvalue(0);
                card.setCenter(scroll);
                card.setBottom(footer);
            }
            case STARTING -> {
                card.setCenter(starting);
                card.setBottom(null);
            }
            case READY -> {
                card.setCenter(ready);
                card.setBottom(null);
            }
        }
    }

    private Node starting() {
        return new WizardPage(
                texts.get("starting.title"),
                new ProgressIndicator(),
                CardLabels.muted(texts.get("starting.about")),
                Buttons.plain("setup-cancel", texts.get("button.cancel"), model::cancelStart));
    }

    private Node ready(Runnable chooseExperiment) {
        HBox buttons = new HBox(
                Buttons.primary("setup-experiment", texts.get("button.experiment"), chooseExperiment),
                Buttons.plain("setup-close", texts.get("button.close"), leave));
        buttons.getStyleClass().add("button-row");
        return new WizardPage(texts.get("ready.title"), CardLabels.line(texts.get("ready.about")), buttons);
    }
}
