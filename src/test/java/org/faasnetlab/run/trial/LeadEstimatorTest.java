package org.faasnetlab.run.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.faasnetlab.run.trial.LeadEstimator.ReadyTime;
import org.faasnetlab.testing.run.FakeTestbed;
import org.faasnetlab.testing.run.VirtualClock;
import org.junit.jupiter.api.Test;

class LeadEstimatorTest {
    private final VirtualClock time = new VirtualClock();
    private final FakeTestbed testbed = new FakeTestbed();
    private final LeadEstimator leads = new LeadEstimator(time);

    @Test
    void firstLeadIsTestbedsEstimateWithMargin() {
        // 400 ms cold start, 15 times 20 ms, 300 ms the first time, 200 ms margin
        assertThat(lead(16)).isEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void coldFunctionsNeedWhatTheSlowestNeededAndAQuarterMore() {
        learn(2, cold(800), cold(400));
        time.move(Duration.ofMinutes(10));
        assertThat(lead(2)).isEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void warmFunctionsStartSoon() {
        learn(1, warm(60));
        assertThat(lead(1)).isEqualTo(Duration.ofMillis(290));
    }

    @Test
    void moreFunctionsThanWarmOnesCountAsCold() {
        learn(3, warm(50), warm(50), warm(50));
        assertThat(lead(4)).isEqualTo(Duration.ofMillis(660));
    }

    @Test
    void functionsIdleTooLongCountAsCold() {
        learn(1, warm(60));
        time.move(Duration.ofMinutes(2));
        assertThat(lead(1)).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void stoppedFunctionsCountAsCold() {
        learn(1, warm(60));
        leads.forgetWarm(testbed);
        assertThat(lead(1)).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void eachMemorySizeHasSeparateSandboxesAndTimes() {
        learn(1, warm(60));
        assertThat(leads.lead(testbed, 128, 1)).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void smallTrialDoesNotDiscardOtherSandboxes() {
        learn(4, warm(60), warm(60), warm(60), warm(60));
        learn(1, warm(10));
        assertThat(lead(4)).isEqualTo(Duration.ofMillis(290));
    }

    @Test
    void oneSlowTrialCountsUntilFiveOthersFollowed() {
        learn(1, warm(2000));
        for (int i = 0; i < 4; i++) {
            learn(1, warm(20));
        }
        assertThat(lead(1)).isEqualTo(Duration.ofMillis(3200));
        learn(1, warm(20));
        assertThat(lead(1)).isEqualTo(Duration.ofMillis(230));
    }

    @Test
    void mixedTrialUpdatesOnlyColdEstimate() {
        learn(2, cold(800), warm(500));
        assertThat(lead(2)).as("warm ones, usual for new ones").isEqualTo(Duration.ofMillis(620));
        assertThat(lead(1)).as("another number of them").isEqualTo(Duration.ofMillis(600));
        time.move(Duration.ofMinutes(2));
        assertThat(lead(2)).as("cold ones, as they were here").isEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void trialWithoutReadyFunctionsIsIgnored() {
        leads.learn(testbed, 1769, 1, Collections.emptyList());
        assertThat(lead(1)).isEqualTo(Duration.ofMillis(900));
    }

    private Duration lead(int functions) {
        return leads.lead(testbed, 1769, functions);
    }

    private void learn(int functions, ReadyTime... times) {
        leads.learn(testbed, 1769, functions, List.of(times));
    }

    private static ReadyTime cold(long millis) {
        return new ReadyTime(Duration.ofMillis(millis), true);
    }

    private static ReadyTime warm(long millis) {
        return new ReadyTime(Duration.ofMillis(millis), false);
    }
}
