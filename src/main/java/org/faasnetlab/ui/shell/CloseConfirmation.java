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
 * The confirmation that is shown before the window closes.
 *
 * @param action label of the button that closes it
 */
record CloseConfirmation(String title, String text, String action) {

    /**
     * Empty if nothing is in progress, nothing waits and nothing is charged.
     *
     * @param queued number of experiments that wait
     */
    static Optional<CloseConfirmation> of(CurrentRun run, int queued, AwsViewModels aws, Clock clock, Texts texts) {
        String lost = queued == 0 ? "" : " " + texts.get("quit.queue.text", queued + "");
        String costs = costText(aws.activeTestbeds().at(clock.instant()), clock, texts);
        if (run.active().get()) {
            return Optional.of(new CloseConfirmation(
                    texts.get("quit.title"), (texts.get("quit.text") + lost + costs).trim(), texts.get("quit.action")));
        }
        AwsTestbedJob job = aws.job();
        if (job.phase().get().isRunning()) {
            return Optional.of(new CloseConfirmation(
                    texts.get("quit.job.title", job.name().get()),
                    (texts.get("quit.job.text") + otherCosts(aws, clock, texts)).trim(),
                    texts.get("quit.close")));
        }
        if (queued > 0) {
            return Optional.of(new CloseConfirmation(
                    texts.get("quit.queue.title"), (lost + costs).trim(), texts.get("quit.close")));
        }
        return costs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CloseConfirmation(texts.get("quit.aws.title"), costs.trim(), texts.get("quit.close")));
    }

    /** The charges of testbeds other than the one that is being created or deleted. */
    private static String otherCosts(AwsViewModels aws, Clock clock, Texts texts) {
        String current = aws.job().name().get();
        return costText(
                aws.activeTestbeds().at(clock.instant()).stream()
                        .filter(testbed -> !testbed.name().equals(current))
                        .toList(),
                clock,
                texts);
    }

    /** One paragraph for each testbed, from stored data, so that closing does not wait for a network. */
    private static String costText(List<ActiveTestbeds.ActiveTestbed> testbeds, Clock clock, Texts texts) {
        DayFormatter days = new DayFormatter(clock);
        Instant now = clock.instant();
        StringBuilder text = new StringBuilder();
        for (ActiveTestbeds.ActiveTestbed testbed : testbeds) {
            String until = days.format(testbed.leaseEnd());
            text.append("\n\n")
                    .append(testbed.pricePerHour()
                            .flatMap(hour -> testbed.costSoFar(now)
                                    .map(soFar -> texts.get(
                                            "quit.aws.text",
                                            testbed.name(),
                                            testbed.region(),
                                            testbed.account(),
                                            soFar,
                                            hour,
                                            until)))
                            .orElse(texts.get(
                                    "quit.aws.textWithoutPrice",
                                    testbed.name(),
                                    testbed.region(),
                                    testbed.account(),
                                    until)));
        }
        return text.toString();
    }
}
