package org.faasnetlab.ui.results;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.FailureAdvice;
import org.faasnetlab.ui.common.control.NameConverter;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;

/**
 * One strip of the same height for every run, so that nothing below it moves: the choice of the trial, what limited it or
 * why there is nothing to say, and the link to the evidence and all other details. Its colour says whether the numbers can be trusted.
 */
final class VerdictStrip extends HBox {
    private static final double TOOLTIP_WIDTH = 520;

    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final Label sentence = new Label();
    private final BooleanProperty detailsShown = new SimpleBooleanProperty();

    VerdictStrip(ResultsViewModel model, ResultFormatter formatter) {
        this.model = model;
        this.formatter = formatter;
        setId("results-verdict");
        sentence.setId("results-verdict-sentence");
        sentence.getStyleClass().add("sentence");
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        whole.textProperty().bind(sentence.textProperty());
        sentence.setTooltip(whole);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(trialChoice(), sentence, detailsLink());
        model.run().subscribe(now -> show());
        model.details().subscribe(now -> show());
        model.loading().subscribe(now -> show());
        model.verdict().findings().subscribe(now -> show());
        model.verdict().tooLarge().subscribe(now -> show());
    }

    /** Whether the user wants to see the evidence and the other details. */
    BooleanProperty detailsShown() {
        return detailsShown;
    }

    private Node detailsLink() {
        Hyperlink why = new Hyperlink();
        why.setId("results-verdict-why");
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.textProperty().bind(detailsShown.map(shown -> formatter.get(shown ? "inspector.hide" : "inspector.show")));
        why.setOnAction(event -> {
            detailsShown.set(!detailsShown.get());
            why.setVisited(false);
        });
        return why;
    }

    private Node trialChoice() {
        ChoiceBox<TrialRow> choice = new ChoiceBox<>();
        choice.setId("results-trial");
        choice.setAccessibleText(formatter.get("trial"));
        // The skin computes the width from the text alone; the arrow would cover its end.
        choice.setMinWidth(184);
        choice.setMaxWidth(280);
        choice.setConverter(
                new NameConverter<>(trial -> trial == null ? "" : formatter.trial(trial, choice.getItems())));
        model.details().subscribe(now -> choice.getItems().setAll(now == null ? List.of() : now.trials()));
        model.trial().subscribe(now -> choice.setValue(now == null ? null : now.trial()));
        choice.setOnAction(event -> {
            if (choice.getValue() != null && !isShown(choice.getValue())) {
                model.chooseTrial(choice.getValue());
            }
        });
        return Visibility.showWhen(choice, Bindings.size(choice.getItems()).greaterThan(1));
    }

    private boolean isShown(TrialRow row) {
        TrialDetails trial = model.trial().get();
        return trial != null && trial.trial().equals(row);
    }

    private void show() {
        RunRow run = model.run().get();
        TrialFindings findings = model.verdict().findings().get();
        if (run == null) {
            show("", "information-notice");
        } else if (run.message() != null) {
            show(run.message() + advice(), run.status() == RunStatus.FAILED ? "problem-notice" : "warning-notice");
        } else if (findings != null) {
            show(verdict(findings), findings.verdict().isTrustworthy() ? "success-notice" : "warning-notice");
        } else if (model.verdict().tooLarge().get()) {
            show(formatter.get("verdict.large"), "information-notice");
        } else if (run.status() == RunStatus.RUNNING) {
            show(formatter.get("verdict.running"), "information-notice");
        } else if (hasNoTrials()) {
            show(formatter.get("trial.none"), "warning-notice");
        } else {
            show(formatter.get("verdict.loading"), "information-notice");
        }
    }

    /** What to do about the failure that the message names: that of the first failed function. */
    private String advice() {
        RunDetails details = model.details().get();
        return details == null
                ? ""
                : details.functions().stream()
                        .map(FunctionRow::failure)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(reason -> " " + new FailureAdvice().of(reason))
                        .orElse("");
    }

    private boolean hasNoTrials() {
        RunDetails details = model.details().get();
        return details != null && details.trials().isEmpty();
    }

    private String verdict(TrialFindings findings) {
        RunDetails of = model.details().get();
        String verdict = Stream.concat(Stream.of(findings.verdict().sentence()), findings.remarks().stream())
                .collect(Collectors.joining(" "));
        return of != null && of.trials().size() > 1
                ? formatter.get("verdict.trial", findings.summary().trial().index() + 1 + "", verdict)
                : verdict;
    }

    private void show(String text, String style) {
        sentence.setText(text);
        getStyleClass().setAll("notice", "verdict-strip", style);
    }
}
