package org.faasnetlab.ui.aws.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;
import org.faasnetlab.ui.aws.setup.AwsReviewViewModel.CheckRow;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FactGrid;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.wizard.WizardPage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Page with the resources, the cost, the preflight checks, and the documents for others. */
final class AwsReviewPage {
    private static final double NAME_WIDTH = 110;

    private final Texts texts;
    private final AwsReviewViewModel model;
    private final Runnable checkAgain;
    private final Desktop desktop;
    private final Dialogs dialogs;
    private final FactGrid resources = new FactGrid(NAME_WIDTH);
    private final FactGrid cost = new FactGrid(NAME_WIDTH);
    private final DomainTexts domain = new DomainTexts();
    private final VBox checks = new VBox();

    AwsReviewPage(Texts texts, AwsSetupViewModel setup, Desktop desktop, Dialogs dialogs) {
        this.texts = texts;
        this.model = setup.review();
        this.checkAgain = setup::checkAgain;
        this.desktop = desktop;
        this.dialogs = dialogs;
    }

    Node view() {
        checks.setId("preflight");
        checks.getStyleClass().add("check-list");
        model.checks().addListener((ListChangeListener<CheckRow>) change -> showChecks(model.checks()));
        model.plan().subscribe(this::show);
        Notice problem = Notice.problem();
        model.problem().subscribe(problem::show);
        return new WizardPage(
                texts.get("step.REVIEW"),
                CardLabels.muted(texts.get("review.about")),
                problem,
                heading(texts.get("review.cost")),
                cost,
                checksHeading(),
                checks,
                heading(texts.get("review.resources")),
                resources,
                heading(texts.get("review.documents")),
                CardLabels.muted(texts.get("review.documents.about")),
                documents());
    }

    private Node checksHeading() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        HBox row = new HBox(
                heading(texts.get("review.checks")),
                Visibility.showWhen(turning, model.checking()),
                Visibility.showWhen(
                        Buttons.plain("check-again", texts.get("review.checkAgain"), checkAgain),
                        model.checking().map(busy -> !busy)));
        row.getStyleClass().add("button-row");
        return row;
    }

    private Node documents() {
        FlowPane row = new FlowPane(
                Buttons.plain(
                        "show-template",
                        texts.get("review.template"),
                        () -> read(texts.get("review.template.title"), new TestbedTemplate().text())),
                Buttons.plain("show-policy", texts.get("review.policy"), () -> {
                    CreationPlan plan = model.plan().get();
                    if (plan != null) {
                        read(texts.get("review.policy.title"), plan.policy());
                    }
                }),
                Buttons.withIcon(
                        "save-plan",
                        texts.get("review.save"),
                        Feather.SAVE,
                        () -> desktop.chooseFolder(
                                        texts.get("review.save.title"), Path.of(System.getProperty("user.home")))
                                .ifPresent(model::save)));
        row.getStyleClass().add("job-buttons");
        return row;
    }

    private void read(String title, String document) {
        TextArea area = new TextArea(document);
        area.setEditable(false);
        area.setPrefRowCount(20);
        area.getStyleClass().add("monospace");
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox content = new VBox(
                area,
                Buttons.withIcon(
                        "copy-document", texts.get("review.copy"), Feather.COPY, () -> desktop.copy(document)));
        content.getStyleClass().add("dialog-content");
        dialogs.show(title, content);
    }

    private void show(@Nullable CreationPlan plan) {
        fill(resources, plan == null ? "" : plan.resources());
        fill(cost, plan == null ? "" : plan.cost());
    }

    /** A line of a plan has its label in the first 16 columns. */
    private static void fill(FactGrid grid, String lines) {
        grid.clear();
        lines.lines()
                .filter(line -> line.length() > 16)
                .forEach(line -> grid.add(line.substring(0, 16).trim(), line.substring(16)));
    }

    private void showChecks(List<? extends CheckRow> rows) {
        checks.getChildren().setAll(rows.stream().map(this::check).toList());
    }

    private Node check(CheckRow row) {
        PreflightResult found = row.found();
        String state = found == null ? "WAITING" : found.state().name();
        Label badge = new Label(texts.get("check." + state));
        badge.getStyleClass().addAll("badge", "check-badge", "check-" + state.toLowerCase(Locale.ROOT));
        Label title = new Label(domain.text(row.title()));
        title.getStyleClass().add("group-title");
        VBox description = new VBox(title);
        if (found != null) {
            description.getChildren().add(CardLabels.line(domain.text(found.meaning())));
            if (!found.remedy().isEmpty()) {
                description.getChildren().add(CardLabels.muted(domain.text(found.remedy())));
            }
        }
        HBox.setHgrow(description, Priority.ALWAYS);
        HBox line = new HBox(badge, description);
        line.getStyleClass().add("check-row");
        return line;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("group-title");
        return heading;
    }
}
