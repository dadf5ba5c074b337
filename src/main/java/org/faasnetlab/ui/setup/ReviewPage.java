package org.faasnetlab.ui.setup;

import javafx.scene.Node;
import org.faasnetlab.testbed.NetworkSettings;
import org.faasnetlab.ui.common.Card;
import org.faasnetlab.ui.common.FactGrid;
import org.faasnetlab.ui.common.Notice;
import org.faasnetlab.ui.common.TestbedStatus;
import org.faasnetlab.ui.common.Texts;

/** What will run, before it is started. */
final class ReviewPage {
    private static final double NAME_WIDTH = 140;

    private final Texts texts;
    private final LocalSetupViewModel model;
    private final SetupWords words;
    private final FactGrid rows = new FactGrid(NAME_WIDTH);
    private final Notice simulated = Notice.information("");

    ReviewPage(Texts texts, LocalSetupViewModel model) {
        this.texts = texts;
        this.model = model;
        words = new SetupWords(texts, model);
    }

    Node view() {
        Notice failed = Notice.problem();
        model.status().subscribe(now -> failed.show(now instanceof TestbedStatus.Failed why ? why.why() : null));
        model.step().subscribe(now -> {
            if (now == SetupStep.REVIEW) {
                fill();
            }
        });
        return new Page(
                texts.get("step.REVIEW"),
                Card.muted(texts.get("review.about")),
                rows,
                Notice.information(texts.get("review.private")),
                simulated,
                failed);
    }

    private void fill() {
        NetworkSettings network = model.network().settings();
        rows.clear();
        rows.add(texts.get("review.link"), words.link(network.link()));
        rows.add(texts.get("review.placement"), words.hosts());
        rows.add(texts.get("review.servers"), words.servers());
        rows.add(texts.get("review.functions"), words.functions());
        rows.add(
                texts.get("review.timeout"),
                texts.get(
                        "review.seconds",
                        model.functions().timeout().text().get().trim()));
        rows.add(texts.get("review.storage"), words.storage());
        rows.add(texts.get("review.folder"), model.storage().path().toString());
        simulated.show(network.simulated() ? texts.get("review.simulated") : "");
    }
}
