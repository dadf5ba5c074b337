package org.faasnetlab.ui.setup;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FactGrid;
import org.faasnetlab.ui.wizard.WizardPage;
import org.faasnetlab.ui.wizard.WizardView;

/** The wizard for a testbed on this computer. */
public final class LocalSetupScreen implements Screen {
    private static final double NAME_WIDTH = 140;

    private final Texts texts = Texts.of(LocalSetupScreen.class);
    private final LocalSetupViewModel model;
    private final Runnable leave;
    private final WizardView<LocalSetupStep> view;

    /**
     * @param leave returns to the testbeds
     * @param chooseExperiment opens the experiment screen when the testbed is ready
     */
    public LocalSetupScreen(LocalSetupViewModel model, Desktop desktop, Runnable leave, Runnable chooseExperiment) {
        this.model = model;
        this.leave = leave;
        LocalSetupPages choices = new LocalSetupPages(texts, model, desktop);
        Map<LocalSetupStep, Node> pages = new EnumMap<>(LocalSetupStep.class);
        pages.put(LocalSetupStep.NETWORK, choices.network());
        pages.put(LocalSetupStep.SERVERS, choices.servers());
        pages.put(LocalSetupStep.FUNCTIONS, choices.functions());
        pages.put(LocalSetupStep.STORAGE, choices.storage());
        pages.put(LocalSetupStep.REVIEW, new LocalReviewPage(texts, model).view());
        LocalTopologyPane picture = new LocalTopologyPane(texts);
        model.topology().subscribe(picture::show);
        WizardView.Labels<LocalSetupStep> labels = new WizardView.Labels<>(
                texts.get("title"),
                texts.get("subtitle"),
                step -> texts.get("step." + step),
                texts.get("button.create"),
                texts.get("button.leave"));
        view = new WizardView<>("setup", labels, model, pages, picture, leave);
        Node starting = starting();
        FactGrid facts = new FactGrid(NAME_WIDTH);
        facts.setId("setup-facts");
        Node ready = ready(facts, chooseExperiment);
        model.phase().subscribe(phase -> {
            switch (phase) {
                case CHOOSING -> view.showPage();
                case STARTING -> view.show(starting);
                case READY -> {
                    LocalReviewPage.fill(facts, texts, model);
                    view.show(ready);
                }
            }
        });
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.open();
    }

    private Node starting() {
        return new WizardPage(
                texts.get("starting.title"),
                new ProgressIndicator(),
                CardLabels.muted(texts.get("starting.about")),
                Buttons.plain("setup-cancel", texts.get("button.cancel"), model::cancelStart));
    }

    private Node ready(FactGrid facts, Runnable chooseExperiment) {
        HBox buttons = new HBox(
                Buttons.primary("setup-experiment", texts.get("button.experiment"), chooseExperiment),
                Buttons.plain("setup-close", texts.get("button.close"), leave));
        buttons.getStyleClass().add("button-row");
        return new WizardPage(
                texts.get("ready.title"),
                CardLabels.line(texts.get("ready.about")),
                facts,
                CardLabels.line(texts.get("ready.next")),
                buttons);
    }
}
