package org.faasnetlab.ui.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.ui.aws.ActiveTestbeds;
import org.faasnetlab.ui.aws.AwsTestbedJob;
import org.faasnetlab.ui.common.DayFormatter;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.session.CurrentRun;

/**
 * What to ask before the window is closed.
 *
 * @param action name of the button that closes it
 */
record CloseConfirmation(String title, String text, String action) {

    /** Empty if nothing is under way and nothing costs. */
    static Optional<CloseConfirmation> of(CurrentRun run, AwsViewModels aws, Clock clock, Texts texts) {
        String costs = costs(aws.standing().at(clock.instant()), clock, texts);
        if (run.active().get()) {
            return Optional.of(new CloseConfirmation(
                    texts.get("quit.title"), (texts.get("quit.text") + costs).trim(), texts.get("quit.action")));
        }
        AwsTestbedJob job = aws.job();
        if (job.phase().get().isRunning()) {
            return Optional.of(new CloseConfirmation(
                    texts.get("quit.job.title", job.name().get()),
                    (texts.get("quit.job.text") + others(aws, clock, texts)).trim(),
                    texts.get("quit.close")));
        }
        return costs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CloseConfirmation(texts.get("quit.aws.title"), costs.trim(), texts.get("quit.close")));
    }

    /** What costs beside the testbed that is being made or taken away. */
    private static String others(AwsViewModels aws, Clock clock, Texts texts) {
        String current = aws.job().name().get();
        return costs(
                aws.standing().at(clock.instant()).stream()
                        .filter(one -> !one.name().equals(current))
                        .toList(),
                clock,
                texts);
    }

    /** A paragraph for each: nobody is asked, so that closing does not wait for a network. */
    private static String costs(List<ActiveTestbeds.ActiveTestbed> standing, Clock clock, Texts texts) {
        DayFormatter days = new DayFormatter(clock);
        Instant now = clock.instant();
        StringBuilder words = new StringBuilder();
        for (ActiveTestbeds.ActiveTestbed one : standing) {
            String until = days.of(one.leaseEnd());
            words.append("\n\n")
                    .append(one.pricePerHour()
                            .flatMap(hour -> one.costSoFar(now)
                                    .map(soFar -> texts.get(
                                            "quit.aws.text",
                                            one.name(),
                                            one.region(),
                                            one.account(),
                                            soFar,
                                            hour,
                                            until)))
                            .orElse(texts.get(
                                    "quit.aws.textWithoutPrice", one.name(), one.region(), one.account(), until)));
        }
        return words.toString();
    }
}
