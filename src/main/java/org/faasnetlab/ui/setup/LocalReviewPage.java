package org.faasnetlab.ui.setup;

import javafx.scene.Node;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FactGrid;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.session.TestbedStatus;
import org.faasnetlab.ui.wizard.WizardPage;

/** Summarizes the testbed before it is started. */
final class LocalReviewPage {
    private static final double NAME_WIDTH = 140;

    private final Texts texts;
    private final LocalSetupViewModel model;
    private final FactGrid rows = new FactGrid(NAME_WIDTH);
    private final Notice simulated = Notice.information("");

    LocalReviewPage(Texts texts, LocalSetupViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    Node view() {
        Notice failed = Notice.problem();
        model.status().subscribe(now -> failed.show(now instanceof TestbedStatus.Failed why ? why.why() : null));
        model.step().subscribe(now -> {
            if (now == LocalSetupStep.REVIEW) {
                fill();
            }
        });
        return new WizardPage(
                texts.get("step.REVIEW"),
                CardLabels.muted(texts.get("review.about")),
                rows,
                Notice.information(texts.get("review.private")),
                simulated,
                failed);
    }

    private void fill() {
        fill(rows, texts, model);
        simulated.show(model.network().settings().simulated() ? texts.get("review.simulated") : "");
    }

    /** Lists the choices; every step is valid. */
    static void fill(FactGrid rows, Texts texts, LocalSetupViewModel model) {
        LocalSetupLabels labels = new LocalSetupLabels(texts, model);
        rows.clear();
        rows.add(texts.get("review.link"), labels.link());
        rows.add(texts.get("review.placement"), labels.hosts());
        rows.add(texts.get("review.medium"), labels.medium());
        rows.add(texts.get("review.servers"), labels.servers());
        rows.add(texts.get("review.functions"), labels.functions());
        rows.add(
                texts.get("review.timeout"),
                texts.get(
                        "review.seconds",
                        model.functions().timeout().text().get().trim()));
        rows.add(texts.get("review.storage"), labels.storage());
        rows.add(texts.get("review.folder"), model.storage().path().toString());
    }
}
