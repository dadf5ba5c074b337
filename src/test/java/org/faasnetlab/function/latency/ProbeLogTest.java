package org.faasnetlab.function.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeLogTest {
    private static final long MS = 1_000_000;

    private final ProbeLog log = new ProbeLog();

    @Test
    void anIntervalHasTheAnswersThatArrivedInIt() {
        int first = log.sending(0);
        int second = log.sending(20 * MS);
        log.answered(second, 22 * MS, 5);
        log.answered(first, 30 * MS, 4);

        assertThat(log.recent(100 * MS).rttNanos()).containsExactly(2 * MS, 30 * MS);
        assertThat(log.recent(200 * MS).rttNanos()).isEmpty();
    }

    @Test
    void aProbeCountsAsLostInTheIntervalInWhichItsAnswerIsOverdue() {
        log.sending(0);
        int answered = log.sending(20 * MS);
        int late = log.sending(40 * MS);
        log.answered(answered, 21 * MS, 0);

        assertThat(log.recent(1_000 * MS).lost()).isZero();
        assertThat(log.recent(1_030 * MS).lost()).isEqualTo(1);
        assertThat(log.recent(1_041 * MS).lost()).isEqualTo(1);
        log.answered(late, 1_050 * MS, 0);

        assertThat(log.recent(5_000 * MS).lost()).isZero();
        assertThat(log.between(40 * MS, 41 * MS)).singleElement().satisfies(probe -> {
            assertThat(probe.answered()).isTrue();
            assertThat(probe.late()).isTrue();
        });
    }

    @Test
    void repeatedAndUnknownAnswersAreIgnored() {
        int number = log.sending(0);
        log.answered(number, MS, 0);
        log.answered(number, 2 * MS, 0);
        log.answered(7, 2 * MS, 0);
        log.answered(-1, 2 * MS, 0);

        assertThat(log.recent(3 * MS).rttNanos()).containsExactly(MS);
    }

    @Test
    void aPeriodThatIsReportedAfterwardsHasTheAnswersToItsProbes() {
        int before = log.sending(0);
        int inside = log.sending(20 * MS);
        log.sending(40 * MS);
        int late = log.sending(60 * MS);
        log.answered(before, 30 * MS, 0);
        log.answered(inside, 220 * MS, 0);
        log.answered(late, 1_070 * MS, 0);

        ProbeLog.Recent period = log.sentBetween(20 * MS, 100 * MS, 2_000 * MS);

        assertThat(period.rttNanos()).containsExactly(200 * MS, 1_010 * MS);
        assertThat(period.lost()).isEqualTo(2);
        assertThat(log.sentBetween(20 * MS, 50 * MS, 1_040 * MS).lost()).isZero();
    }

    @Test
    void aPeriodIncludesItsStartAndManyProbesAreKept() {
        for (int i = 0; i < 2_000; i++) {
            log.sending(i * MS);
        }

        assertThat(log.between(500 * MS, 1_500 * MS)).hasSize(1_000);
        assertThat(log.between(500 * MS, 1_500 * MS).get(0).sentNanos()).isEqualTo(500 * MS);
    }
}
