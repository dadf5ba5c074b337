package org.faasnetlab.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.FailureAdvice;
import org.faasnetlab.ui.common.control.FittingLabel;
import org.faasnetlab.ui.common.control.NameConverter;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;

/**
 * One strip of the same height for every run, so that nothing below it moves: the choice of the trial, what limited it or
 * why there is nothing to say, and the link to the evidence and all other details. Its colour says whether the numbers can be trusted.
 */
final class VerdictStrip extends VBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** In a strip that is narrower than this, in pixels, a verdict beside the choice of a trial would not fit. */
    private static final double NARROW_WIDTH = 800;

    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final FittingLabel sentence = new FittingLabel();
    private final Node choice;
    private final Node details;
    private final HBox row = new HBox();
    private final BooleanProperty detailsShown = new SimpleBooleanProperty();

    VerdictStrip(ResultsViewModel model, ResultFormatter formatter) {
        this.model = model;
        this.formatter = formatter;
        setId("results-verdict");
        sentence.setId("results-verdict-sentence");
        sentence.getStyleClass().add("sentence");
        sentence.setWrapText(true);
        sentence.setMinSize(0, 0);
        sentence.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        VBox.setVgrow(sentence, Priority.ALWAYS);
        choice = trialChoice();
        details = detailsLink();
        row.getStyleClass().add("verdict-row");
        getChildren().add(row);
        widthProperty().subscribe(this::arrange);
        choice.visibleProperty().subscribe(this::arrange);
        model.run().subscribe(now -> show());
        model.details().subscribe(now -> show());
        model.loading().subscribe(now -> show());
        model.verdict().findings().subscribe(now -> show());
        model.verdict().tooLarge().subscribe(now -> show());
    }

    /** Where there is little room, the choice of the trial is above the verdict rather than beside it. */
    private void arrange() {
        boolean narrow = getWidth() < NARROW_WIDTH;
        boolean below = narrow && choice.isVisible();
        pseudoClassStateChanged(NARROW, narrow);
        if (row.getChildren().isEmpty() || below == row.getChildren().contains(sentence)) {
            Region between = new Region();
            HBox.setHgrow(between, Priority.ALWAYS);
            getChildren().remove(sentence);
            VBox.setVgrow(row, below ? Priority.NEVER : Priority.ALWAYS);
            row.getChildren().setAll(choice, below ? between : sentence, details);
            if (below) {
                getChildren().add(sentence);
            }
        }
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
            show(List.of(""), "information-notice");
        } else if (run.message() != null) {
            show(
                    List.of(run.message() + advice()),
                    run.status() == RunStatus.FAILED ? "problem-notice" : "warning-notice");
        } else if (findings != null) {
            show(verdict(findings), findings.verdict().isTrustworthy() ? "success-notice" : "warning-notice");
        } else if (model.verdict().tooLarge().get()) {
            show(List.of(formatter.get("verdict.large")), "information-notice");
        } else if (run.status() == RunStatus.RUNNING) {
            show(List.of(formatter.get("verdict.running")), "information-notice");
        } else if (hasNoTrials()) {
            show(List.of(formatter.get("trial.none")), "warning-notice");
        } else {
            show(List.of(formatter.get("verdict.loading")), "information-notice");
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

    /** The verdict of one trial of several names it, which the choice beside it does too; then with fewer remarks. */
    private List<String> verdict(TrialFindings findings) {
        List<String> all = Stream.concat(Stream.of(findings.verdict().sentence()), findings.remarks().stream())
                .map(new DomainTexts()::text)
                .toList();
        List<String> versions = new ArrayList<>();
        RunDetails of = model.details().get();
        if (of != null && of.trials().size() > 1) {
            String trial = findings.summary().trial().index() + 1 + "";
            versions.add(formatter.get("verdict.trial", trial, String.join(" ", all)));
        }
        for (int count = all.size(); count > 0; count--) {
            versions.add(String.join(" ", all.subList(0, count)));
        }
        return versions;
    }

    private void show(List<String> versions, String style) {
        sentence.show(versions);
        getStyleClass().setAll("notice", "verdict-strip", style);
    }
}
