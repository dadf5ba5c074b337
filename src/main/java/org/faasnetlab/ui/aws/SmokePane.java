package org.faasnetlab.ui.aws;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.run.smoke.SmokeStep;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Visibility;

/** Shows the steps of a smoke test as they end, and saves its report. */
final class SmokePane extends VBox {
    private final Texts texts;
    private final DomainTexts domain = new DomainTexts();
    private final SmokeViewModel model;
    private final Dialogs dialogs;
    private final VBox steps = new VBox();
    private final Label state = new Label();

    SmokePane(Texts texts, SmokeViewModel model, Dialogs dialogs, Desktop desktop) {
        this.texts = texts;
        this.model = model;
        this.dialogs = dialogs;
        setId("smoke");
        getStyleClass().add("testbed-item");
        state.getStyleClass().add("group-title");
        state.setWrapText(true);
        Notice problem = Notice.problem();
        model.problem().subscribe(problem::show);
        model.steps().addListener((ListChangeListener<SmokeStep>) change -> show());
        model.running().subscribe(this::show);
        model.cancelling().subscribe(this::show);
        Button cancel = Buttons.plain("smoke-cancel", texts.get("smoke.cancel"), model::cancel);
        cancel.disableProperty().bind(model.cancelling());
        model.report().subscribe(this::show);
        Button save = Buttons.plain(
                "smoke-save",
                texts.get("smoke.save"),
                () -> desktop.chooseFileToSave(
                                texts.get("smoke.save.title"),
                                new Desktop.FileKind("JSON", "json"),
                                "faasnetlab-smoke.json")
                        .ifPresent(model::save));
        getChildren()
                .addAll(
                        state,
                        steps,
                        problem,
                        Visibility.showWhen(cancel, model.running()),
                        Visibility.showWhen(save, model.report().isNotNull()));
        Visibility.showWhen(
                this,
                Bindings.isNotEmpty(model.steps())
                        .or(model.running())
                        .or(model.problem().isNotNull()));
    }

    /** The button that shows the cost, and after confirmation starts the test. */
    Button button() {
        return Buttons.plain("smoke-test", texts.get("smoke.button"), () -> model.prepare(this::confirm));
    }

    private void confirm(SmokeViewModel.Offer offer) {
        dialogs.confirm(
                texts.get("smoke.title", offer.where().region()),
                texts.get(
                        "smoke.text",
                        MoneyFormatter.format(offer.cost().dollars()),
                        domain.text(offer.cost().basis()),
                        offer.settings().name()),
                texts.get("smoke.action"),
                () -> model.start(offer));
    }

    private void show() {
        steps.getChildren().setAll(model.steps().stream().map(this::step).toList());
        state.setText(
                model.running().get()
                        ? texts.get(
                                model.cancelling().get() ? "smoke.cancelling" : "smoke.running",
                                String.valueOf(model.steps().size()))
                        : model.report().get() == null
                                ? texts.get("smoke.none")
                                : model.failedSteps().isEmpty()
                                        ? texts.get("smoke.passed")
                                        : texts.get("smoke.failed", failedSteps()));
    }

    private String failedSteps() {
        return model.failedSteps().stream().map(domain::text).collect(Collectors.joining(", "));
    }

    private Node step(SmokeStep step) {
        Label badge = new Label(texts.get("smoke." + step.state()));
        badge.getStyleClass()
                .addAll(
                        "badge",
                        "check-badge",
                        "check-"
                                + switch (step.state()) {
                                    case PASSED -> "ok";
                                    case FAILED -> "problem";
                                    case SKIPPED -> "unknown";
                                });
        String text = domain.text(step.name());
        String name = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        String time = step.state() == SmokeStep.State.SKIPPED ? "" : DurationFormatter.format(step.time()) + "  ";
        HBox line = new HBox(badge, new Label(name), CardLabels.muted(time + domain.text(step.detail())));
        line.getStyleClass().add("button-row");
        return line;
    }
}
