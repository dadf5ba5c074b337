package org.faasnetlab.testbed.aws.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepProgressTest {
    private enum Step {
        FIRST,
        SECOND,
        THIRD
    }

    private final List<String> reports = new ArrayList<>();
    private final StepProgress<Step> progress =
            new StepProgress<>((step, state, detail) -> reports.add((step + " " + state + " " + detail).strip()));

    @Test
    void everyChangeIsReportedOnce() {
        progress.running(Step.FIRST);
        progress.running(Step.FIRST);
        progress.running(Step.FIRST, "2 servers");
        progress.running(Step.FIRST, "2 servers");
        progress.done(Step.FIRST);
        progress.done(Step.FIRST);
        progress.ended(Step.SECOND, false, "1 left");

        assertThat(reports)
                .containsExactly("FIRST RUNNING", "FIRST RUNNING 2 servers", "FIRST DONE", "SECOND INCOMPLETE 1 left");
    }

    @Test
    void stepsThatAreRepeatedAreReportedAgain() {
        progress.done(Step.FIRST);
        progress.running(Step.FIRST);
        progress.done(Step.FIRST);

        assertThat(reports).containsExactly("FIRST DONE", "FIRST RUNNING", "FIRST DONE");
    }

    @Test
    void failureEndsAllRunningStepsInTheirOrder() {
        progress.running(Step.SECOND);
        progress.running(Step.FIRST);
        progress.done(Step.THIRD);

        progress.fail();

        assertThat(reports)
                .containsExactly("SECOND RUNNING", "FIRST RUNNING", "THIRD DONE", "FIRST FAILED", "SECOND FAILED");
    }
}
