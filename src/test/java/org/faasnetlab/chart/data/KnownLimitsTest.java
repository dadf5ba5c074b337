package org.faasnetlab.chart.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.junit.jupiter.api.Test;

class KnownLimitsTest {

    @Test
    void theLinkOfAFunctionAndThoseOfAllTogether() {
        assertThat(texts(KnownLimits.of(
                        trial(4, Direction.DOWNLOAD, "lambda", 1, "unlimited").cell(), TrialConditions.NONE)))
                .containsExactly(
                        "FUNCTION simulated link after its burst 625 Mbit/s",
                        "FUNCTION simulated link during its burst 5.00 Gbit/s",
                        "ALL_FUNCTIONS simulated links of functions 2.50 Gbit/s");
    }

    /** Five functions on two hosts: three of 400 Mbit/s share a link of 1 Gbit/s, and two have 800 Mbit/s. */
    @Test
    void hostsLimitWhereTheirFunctionsWantMore() {
        assertThat(texts(KnownLimits.of(
                        trial(5, Direction.UPLOAD, "400Mbit", 2, "1Gbit").cell(), TrialConditions.NONE)))
                .containsExactly(
                        "FUNCTION simulated link 400 Mbit/s", "ALL_FUNCTIONS simulated links of hosts 1.80 Gbit/s");
    }

    @Test
    void aSingleFunctionHasNoOthers() {
        assertThat(texts(KnownLimits.of(
                        trial(1, Direction.DOWNLOAD, "625Mbit", 1, "500Mbit").cell(), TrialConditions.NONE)))
                .containsExactly("FUNCTION simulated link 625 Mbit/s", "FUNCTION simulated links of hosts 500 Mbit/s");
        assertThat(texts(KnownLimits.of(
                        trial(1, Direction.DOWNLOAD, "625Mbit", 1, "unlimited").cell(), TrialConditions.NONE)))
                .as("the same bound is listed once")
                .containsExactly("FUNCTION simulated link 625 Mbit/s");
    }

    @Test
    void onAwsTheQuotaAndTheServers() {
        assertThat(texts(KnownLimits.of(
                        trial(10, Direction.DOWNLOAD, "unlimited", 1, "unlimited")
                                .cell(),
                        evidence())))
                .containsExactly(
                        "FUNCTION limit of a function 625 Mbit/s",
                        "ALL_FUNCTIONS servers' network 12.50 Gbit/s",
                        "ALL_FUNCTIONS limit of functions 6.25 Gbit/s");
    }

    @Test
    void bothDirectionsHaveTheSame() {
        assertThat(texts(KnownLimits.of(
                        trial(4, Direction.BOTH, "100Mbit", 1, "unlimited").cell(), TrialConditions.NONE)))
                .containsExactly(
                        "FUNCTION simulated link 100 Mbit/s",
                        "ALL_FUNCTIONS simulated links of functions, each direction 200 Mbit/s");
    }

    @Test
    void nothingIsKnownOfARealNetworkWithoutEvidence() {
        assertThat(KnownLimits.of(
                        trial(2, Direction.DOWNLOAD, "unlimited", 1, "unlimited")
                                .cell(),
                        TrialConditions.NONE))
                .isEmpty();
    }

    private static EvidenceRow evidence() {
        return new EvidenceRow(
                0, null, null, null, null, null, null, Bandwidth.ofMegabits(12_500), Bandwidth.ofMegabits(625), true);
    }

    private static TrialRow trial(int functions, Direction direction, String link, int hosts, String hostLink) {
        return TrialRowBuilder.trial("run")
                .functions(functions)
                .direction(direction)
                .link(link)
                .hosts(hosts, hostLink)
                .row();
    }

    private static List<String> texts(List<ReferenceLine> lines) {
        return lines.stream()
                .map(line -> line.scope() + " " + line.name() + " " + line.bandwidth())
                .toList();
    }
}
