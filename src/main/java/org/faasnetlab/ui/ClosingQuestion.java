package org.faasnetlab.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.ui.aws.AwsJob;
import org.faasnetlab.ui.aws.StandingTestbeds;
import org.faasnetlab.ui.common.CurrentRun;
import org.faasnetlab.ui.common.DayWords;
import org.faasnetlab.ui.common.Texts;

/**
 * What to ask before the window is closed.
 *
 * @param action name of the button that closes it
 */
record ClosingQuestion(String title, String text, String action) {

    /** Empty if nothing is under way and nothing costs. */
    static Optional<ClosingQuestion> of(CurrentRun run, AwsModels aws, Clock clock, Texts texts) {
        String costs = costs(aws.standing().at(clock.instant()), clock, texts);
        if (run.active().get()) {
            return Optional.of(new ClosingQuestion(
                    texts.get("quit.title"), (texts.get("quit.text") + costs).trim(), texts.get("quit.action")));
        }
        AwsJob job = aws.job();
        if (job.phase().get().isUnderWay()) {
            return Optional.of(new ClosingQuestion(
                    texts.get("quit.job.title", job.name().get()),
                    texts.get("quit.job.text"),
                    texts.get("quit.close")));
        }
        return costs.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClosingQuestion(texts.get("quit.aws.title"), costs.trim(), texts.get("quit.close")));
    }

    private static String costs(List<StandingTestbeds.Standing> standing, Clock clock, Texts texts) {
        DayWords days = new DayWords(clock);
        StringBuilder words = new StringBuilder();
        for (StandingTestbeds.Standing one : standing) {
            String until = days.of(one.leaseEnd());
            words.append(' ')
                    .append(one.hourWords()
                            .map(hour -> texts.get("quit.aws.text", one.name(), hour, until))
                            .orElse(texts.get("quit.aws.textWithoutPrice", one.name(), until)));
        }
        return words.toString();
    }
}
