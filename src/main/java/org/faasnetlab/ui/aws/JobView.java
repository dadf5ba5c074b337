package org.faasnetlab.ui.aws;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.deletion.BlockedAction;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.faasnetlab.testbed.aws.deletion.LeftoverResource;
import org.faasnetlab.ui.aws.AwsTestbedJob.Phase;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.TableColumns;
import org.faasnetlab.ui.common.control.TableCopy;
import org.faasnetlab.ui.common.control.Visibility;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a creation or deletion: its steps, the stack's resources, the result, and the possible actions. */
public final class JobView extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("error");

    private final Texts texts = Texts.of(JobView.class);
    private final AwsTestbedJob job;
    private final Desktop desktop;
    private final VBox steps = new VBox();
    private final Label outcome = CardLabels.line("");

    /** @param buttons the possible actions */
    public JobView(AwsTestbedJob job, Node buttons, Desktop desktop) {
        this.job = job;
        this.desktop = desktop;
        getStyleClass().addAll("setup-page", "job-view");
        Label title = CardLabels.heading("");
        title.setId("job-title");
        Label about = CardLabels.muted("");
        Runnable labels = () -> {
            Phase phase = job.phase().get();
            title.setText(texts.get("job." + phase, job.name().get()));
            about.setText(phase.isRunning() ? texts.get("about." + phase) : "");
        };
        job.phase().subscribe(labels);
        job.name().subscribe(labels);
        steps.getStyleClass().add("job-steps");
        job.steps().addListener((ListChangeListener<JobStepRow>) change -> showSteps());
        showSteps();
        Notice problem = Notice.problem();
        job.problem().subscribe(problem::show);
        outcome.setId("job-outcome");
        job.report().subscribe(report -> outcome.setText(text(report)));
        Node table = resources();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title,
                        Visibility.showWhen(about, about.textProperty().isNotEmpty()),
                        steps,
                        problem,
                        Visibility.showWhen(outcome, outcome.textProperty().isNotEmpty()),
                        buttons,
                        table);
    }

    private void showSteps() {
        steps.getChildren().setAll(job.steps().stream().map(this::step).toList());
    }

    private Node step(JobStepRow row) {
        StackPane mark = new StackPane(mark(row.state()));
        mark.getStyleClass().addAll("job-mark", "job-" + row.state().name().toLowerCase(Locale.ROOT));
        Label name = new Label(name(row));
        name.setMinWidth(USE_PREF_SIZE);
        name.setAccessibleText(texts.get("stepState." + row.state(), name.getText()));
        HBox line = new HBox(mark, name, CardLabels.muted(row.detail()));
        line.getStyleClass().add("button-row");
        return line;
    }

    private String name(JobStepRow row) {
        return row.key() instanceof DeletionStep step ? step.label() : texts.get("made." + row.key());
    }

    private static Node mark(StepState state) {
        if (state == StepState.RUNNING) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.getStyleClass().add("step-progress");
            return turning;
        }
        Ikon icon = switch (state) {
            case DONE -> Feather.CHECK;
            case INCOMPLETE -> Feather.ALERT_TRIANGLE;
            case FAILED -> Feather.X;
            case WAITING, RUNNING -> Feather.CIRCLE;
        };
        return new FontIcon(icon);
    }

    private Node resources() {
        TableView<ResourceRow> table = new TableView<>(job.resources());
        table.setId("job-resources");
        table.setAccessibleText(texts.get("resources.title"));
        table.getStyleClass().add("plain-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(CardLabels.muted(texts.get("resources.none")));
        table.getColumns()
                .addAll(List.of(
                        TableColumns.withTooltip(texts.get("resources.name"), ResourceRow::name, 120),
                        TableColumns.withTooltip(texts.get("resources.state"), this::state, 100),
                        TableColumns.changingNumber(texts.get("resources.time"), this::time, 76)));
        table.setRowFactory(unused -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable ResourceRow row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(FAILED, row != null && row.failed());
            }
        });
        TableCopy.install(table, desktop::copy);
        table.getStyleClass().add("resource-table");
        table.setMinHeight(120);
        return table;
    }

    private ObservableValue<String> time(ResourceRow row) {
        return job.now().map(now -> DurationFormatter.format(row.time(now)));
    }

    private String state(ResourceRow row) {
        String status = row.status().toLowerCase(Locale.ROOT).replace('_', ' ');
        return row.failed() && !row.reason().isEmpty() ? texts.get("resources.failed", status, row.reason()) : status;
    }

    private String text(@Nullable DeletionReport report) {
        if (report == null) {
            return "";
        }
        String leftovers =
                report.leftovers().stream().map(LeftoverResource::toString).collect(Collectors.joining("\n", "\n", ""));
        String blocked = report.leftovers().isEmpty() && report.unchecked().isEmpty()
                ? ""
                : report.blocked().stream().map(JobView::text).collect(Collectors.joining("\n", "\n", ""));
        return (report.sentence() + leftovers + blocked).trim();
    }

    private static String text(BlockedAction action) {
        return action.sentence() + " " + action.nextStep();
    }
}
