package org.faasnetlab.analysis.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faasnetlab.measure.LatencyHistogram;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.ProbeHistograms;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.junit.jupiter.api.Test;

class LatencySummaryTest {
    private static final ProbeHistograms TIMES = new ProbeHistograms(
            LatencyHistogram.of(8_000_000, 8_000_000, 9_000_000),
            LatencyHistogram.of(50_000_000, 108_000_000, 108_000_000, 200_000_000),
            LatencyHistogram.of(8_000_000));

    @Test
    void theIncreaseUnderLoadIsGraded() {
        LatencySummary latency = summary(TIMES, 4, 0, true, false);

        assertThat(latency.inflationMillis()).isCloseTo(100, within(0.5));
        assertThat(latency.grade()).isEqualTo(BufferbloatGrade.C);
        assertThat(latency.sentence().toString())
                .startsWith("Round-trip time under load: median 107.7 ms, 95th percentile 199.8 ms, 99th percentile"
                        + " 199.8 ms; 99.7 ms more than without load (median 8.01 ms), grade C for bufferbloat");
    }

    @Test
    void gradesHaveTheLimitsOfTheirSource() {
        assertThat(BufferbloatGrade.of(-3)).isEqualTo(BufferbloatGrade.A_PLUS);
        assertThat(BufferbloatGrade.of(4.999)).isEqualTo(BufferbloatGrade.A_PLUS);
        assertThat(BufferbloatGrade.of(5)).isEqualTo(BufferbloatGrade.A);
        assertThat(BufferbloatGrade.of(30)).isEqualTo(BufferbloatGrade.B);
        assertThat(BufferbloatGrade.of(60)).isEqualTo(BufferbloatGrade.C);
        assertThat(BufferbloatGrade.of(200)).isEqualTo(BufferbloatGrade.D);
        assertThat(BufferbloatGrade.of(400)).isEqualTo(BufferbloatGrade.F);
    }

    @Test
    void lossIsStated() {
        assertThat(summary(TIMES, 1_000, 25, true, false).sentence().toString())
                .endsWith(" 25 of 1,000 probes (2.5 %) were lost.");
        assertThat(summary(TIMES, 1_000, 25, true, false).loss()).isEqualTo(0.025);
    }

    @Test
    void aRelayedRunSaysThatItsLinkHasNoLongQueue() {
        assertThat(summary(TIMES, 4, 0, true, true).sentence().toString())
                .contains("The simulated link has no long queue");
    }

    @Test
    void withoutLoadThereIsNoIncrease() {
        LatencySummary latency = summary(TIMES, 4, 0, false, false);

        assertThat(latency.grade()).isNull();
        assertThat(latency.sentence().toString()).startsWith("Round-trip time without load: median 107.7 ms");
    }

    @Test
    void probesWithoutAnswersNameTheLikelyCause() {
        LatencySummary blocked = summary(ProbeHistograms.NONE, 500, 500, true, false);

        assertThat(blocked.sentence().toString())
                .isEqualTo("None of the 500 latency probes was answered, so the latency is unknown: allow UDP from the"
                        + " functions to the echo server in firewalls and security groups.");
        assertThat(summary(ProbeHistograms.NONE, 0, 0, true, false).sentence().toString())
                .contains("does not resolve");
    }

    @Test
    void onlyProbesOfTheGivenFunctionsCount() {
        List<FunctionRow> functions = List.of(probed(0, 100, 2, 1.5, 0.99), probed(1, 300, 4, 2.5, 0.97));
        ProbeHistograms others = new ProbeHistograms(
                LatencyHistogram.of(900_000_000), LatencyHistogram.of(900_000_000), LatencyHistogram.of(900_000_000));

        LatencySummary latency = LatencySummary.of(
                trial(),
                functions,
                List.of(new ProbeRow(0, 0, TIMES), new ProbeRow(0, 1, TIMES), new ProbeRow(0, 2, others)));

        assertThat(latency.sent()).isEqualTo(400);
        assertThat(latency.lost()).isEqualTo(6);
        assertThat(latency.loss()).isEqualTo(0.015);
        assertThat(latency.times().loaded().quantile(1.0)).isCloseTo(200e6, within(2e6));
        assertThat(latency.bufferDelay()).isEqualTo(2.0);
        assertThat(latency.tcpEfficiency()).isCloseTo(0.98, within(1e-9));
        assertThat(latency.underLoad()).isTrue();
        assertThat(latency.relayed()).isTrue();
    }

    @Test
    void trialWithoutProbesOrResultsHasNone() {
        TrialRow unprobed = TrialRowBuilder.trial("r").row();
        FunctionRow failed = FunctionRowBuilder.function(0)
                .failed(FailureReason.SERVER_BUSY, "busy")
                .row();

        assertThat(LatencySummary.of(unprobed, List.of(probed(0, 1, 0, 1, 1)), List.of()))
                .isNull();
        assertThat(LatencySummary.of(trial(), List.of(failed), List.of())).isNull();
    }

    @Test
    void unknownTcpValuesStayUnknown() {
        FunctionRow function =
                FunctionRowBuilder.function(0).delivered(1_000_000, 1_000).row();

        LatencySummary latency = LatencySummary.of(trial(), List.of(function), List.of());

        assertThat(latency.bufferDelay()).isNull();
        assertThat(latency.loss()).isNull();
        assertThat(latency.roundTripsPerMinute()).isNull();
    }

    private static TrialRow trial() {
        return TrialRowBuilder.trial("r").probes(20).link("100Mbit").row();
    }

    private static FunctionRow probed(int index, long sent, long lost, double delay, double efficiency) {
        return FunctionRowBuilder.function(index)
                .delivered(1_000_000, 1_000)
                .metric(ProbeMetrics.SENT, sent)
                .metric(ProbeMetrics.LOST, lost)
                .metric(ProbeMetrics.BUFFER_DELAY, delay)
                .metric(ProbeMetrics.TCP_EFFICIENCY, efficiency)
                .row();
    }

    private static LatencySummary summary(
            ProbeHistograms times, long sent, long lost, boolean underLoad, boolean relayed) {
        return new LatencySummary(times, sent, lost, 0, null, null, underLoad, relayed);
    }
}
