package org.faasnetlab.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.InvalidReason;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.analysis.SyntheticLink;
import org.faasnetlab.testing.analysis.SyntheticLink.Shape;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.udp.UdpMetrics;
import org.junit.jupiter.api.Test;

class VerdictRulesTest {
    private final VerdictRules rules = new VerdictRules(PublishedResults.load());

    @Test
    void sixteenFunctionsOnOneSimulatedHostAreLimitedByItsLink() {
        Verdict verdict = rules.of(trial(16, 1769, "625Mbit", 1, "1Gbit", 62, 995), steady(62), Evidence.NONE);
        assertThat(verdict).isInstanceOf(Verdict.SimulatedHostLink.class);
        assertThat(verdict.sentence().toString())
                .isEqualTo(
                        "The simulated host link limited the functions: 16 functions on one host of 1.00 Gbit/s reached"
                                + " 995 Mbit/s in total, and the settings allow 1.00 Gbit/s.");
    }

    @Test
    void oneFunctionOnAHostHasItsOwnLink() {
        assertThat(rules.of(trial(4, 1769, "625Mbit", 4, "1Gbit", 620, 2480), steady(620), Evidence.NONE))
                .isInstanceOf(Verdict.SimulatedFunctionLink.class);
    }

    @Test
    void theLambdaProfileLimitsAFunctionAfterItsBurst() {
        Verdict verdict = rules.of(trial(1, 1769, "lambda", 1, "unlimited", 850, 850), lambda(10), busyComputer(0.85));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.SimulatedFunctionLink.class,
                        link -> assertThat(link.rate()).isEqualTo(Bandwidth.ofMegabits(625)));
    }

    @Test
    void aBusyComputerTakesPrecedenceOverAgreementWithALink() {
        assertThat(rules.of(trial(1, 1769, "lambda", 1, "unlimited", 850, 850), lambda(10), busyComputer(0.95)))
                .isEqualTo(new Verdict.LocalComputerBusy(0.95));
        assertThat(rules.of(trial(16, 1769, "625Mbit", 1, "1Gbit", 62, 995), steady(62), busyComputer(0.95)))
                .isEqualTo(new Verdict.LocalComputerBusy(0.95));
    }

    @Test
    void unfinishedBurstIsTooShort() {
        assertThat(rules.of(trial(1, 1769, "lambda", 1, "unlimited", 3000, 3000), lambda(1), Evidence.NONE)
                        .sentence()
                        .toString())
                .isEqualTo(
                        "The transfer was too short to determine what limited it: the transfer lasted 1.0 s; at least 2 s"
                                + " after the burst are required.");
        assertThat(rules.of(
                        trial(1, 1769, "625Mbit+3GiB@5Gbit", 1, "unlimited", 5000, 5000), steady(5000), Evidence.NONE))
                .isInstanceOf(Verdict.TooShort.class);
    }

    @Test
    void aSimulatedLinkThatWasNotReachedIsNotTheLimit() {
        TrialSummary slow = trial(1, 1769, "5Gbit", 1, "unlimited", 3000, 3000);
        assertThat(rules.of(slow, steady(3000), busyComputer(0.97))).isEqualTo(new Verdict.LocalComputerBusy(0.97));
        assertThat(rules.of(slow, steady(3000), Evidence.NONE))
                .isEqualTo(new Verdict.Undetermined(List.of(Phrase.of("CPU utilization of this computer"))));
        assertThat(rules.of(slow, steady(3000), busyComputer(0.4)).sentence().toString())
                .isEqualTo(
                        "What limited the functions cannot be determined: nothing that was recorded was at its limit.");
    }

    @Test
    void functionCapIsReachedWithinHeaderOverhead() {
        Evidence cap = new Evidence(null, 0.3, 0.2, null, null, Bandwidth.ofMegabits(625), true);
        assertThat(rules.of(aws(1, 1769, 600, 600), steady(600), cap)).isInstanceOf(Verdict.FunctionCap.class);
        assertThat(rules.of(aws(1, 1769, 400, 400), steady(400), cap))
                .isEqualTo(new Verdict.Undetermined(List.of(Phrase.of("capacity of the servers' network"))));
    }

    @Test
    void aSmallFunctionIsLimitedByItsProcessorShare() {
        Evidence busy = new Evidence(null, 0.97, 0.2, null, null, Bandwidth.ofMegabits(625), true);
        assertThat(rules.of(aws(1, 128, 80, 80), steady(80), busy)).isEqualTo(new Verdict.FunctionCpu(0.97, 128));
        assertThat(rules.of(aws(1, 3008, 80, 80), steady(80), busy)).isInstanceOf(Verdict.Undetermined.class);
    }

    @Test
    void theServersCanBeTheLimit() {
        Evidence network =
                new Evidence(null, null, 0.5, null, Bandwidth.ofMegabits(5000), Bandwidth.ofMegabits(625), true);
        assertThat(rules.of(aws(16, 1769, 300, 4800), steady(300), network)).isInstanceOf(Verdict.ServerNetwork.class);
        Evidence processors = new Evidence(null, null, 0.95, null, null, null, null);
        assertThat(rules.of(aws(16, 1769, 300, 4800), steady(300), processors)).isEqualTo(new Verdict.ServerCpu(0.95));
    }

    @Test
    void busyDiskLimitsServer() {
        Evidence disk = new Evidence(null, 0.2, 0.3, 0.99, null, Bandwidth.ofMegabits(625), true);
        assertThat(rules.of(aws(4, 1769, 300, 1200), steady(300), disk)).isEqualTo(new Verdict.ServerDisk(0.99));
    }

    @Test
    void idleComputerOfUnshapedRunIsNotVerdict() {
        assertThat(rules.of(aws(1, 1769, 9000, 9000), steady(9000), busyComputer(0.5)))
                .isEqualTo(new Verdict.Undetermined(List.of()));
    }

    @Test
    void manyFunctionsInOneVpcReachItsCeiling() {
        Evidence inside =
                new Evidence(null, 0.2, 0.2, null, Bandwidth.ofMegabits(200_000), Bandwidth.ofMegabits(625), true);
        assertThat(rules.of(aws(256, 1769, 140, 40_800), steady(140), inside))
                .isInstanceOfSatisfying(
                        Verdict.VpcCeiling.class,
                        ceiling -> assertThat(ceiling.sentence().toString())
                                .contains("probably", "256", "40.80 Gbit/s", "Skyrise"));
        assertThat(rules.of(aws(16, 1769, 140, 43_800), steady(140), inside)).isInstanceOf(Verdict.Undetermined.class);
        Evidence outside = new Evidence(null, 0.2, 0.2, null, null, Bandwidth.ofMegabits(625), false);
        assertThat(rules.of(aws(256, 1769, 140, 43_800), steady(140), outside))
                .isInstanceOf(Verdict.Undetermined.class);
    }

    @Test
    void startSpreadTakesPrecedenceOverLimits() {
        TrialSummary even = trial(2, 1769, "625Mbit", 2, "unlimited", 620, 1240);
        assertThat(rules.of(with(even, 2, Duration.ofMillis(501)), steady(620), Evidence.NONE))
                .isEqualTo(new Verdict.StartSpreadTooWide(Duration.ofMillis(501)));
        assertThat(rules.of(with(even, 2, Duration.ofMillis(500)), steady(620), Evidence.NONE))
                .isInstanceOf(Verdict.SimulatedFunctionLink.class);
    }

    @Test
    void aLateSingleFunctionIsNotHalfOfSeveral() {
        assertThat(new Verdict.MissedStart(1, null).sentence().toString())
                .startsWith(
                        "The function started later than 0.5 s after T0: the response time is not that of the plan.");
        assertThat(new Verdict.MissedStart(2, null).sentence().toString())
                .startsWith(
                        "Half of the functions or more started later than 0.5 s after T0: what they shared the network"
                                + " with, and the response time, are not those of the plan.");
    }

    @Test
    void moreThanTenthWithoutResultTakesPrecedence() {
        TrialSummary twenty = trial(20, 1769, "625Mbit", 20, "unlimited", 620, 12_400);
        assertThat(rules.of(with(twenty, 17, Duration.ZERO), steady(620), Evidence.NONE))
                .isEqualTo(new Verdict.TooManyFailures(3, 20));
        assertThat(rules.of(with(twenty, 18, Duration.ZERO), steady(620), Evidence.NONE))
                .isInstanceOf(Verdict.SimulatedFunctionLink.class);
        assertThat(rules.of(with(twenty, 0, Duration.ZERO), steady(620), Evidence.NONE)
                        .sentence()
                        .toString())
                .isEqualTo("No function finished, so there is no verdict.");
    }

    @Test
    void theLinkOfAVpcLimitsAllFunctions() {
        TrialSummary like = trial(16, 1769, "625Mbit", 4, "1Gbit", 125, 1990);
        NetworkSettings vpc = like.trial()
                .network()
                .withMedium(NetworkSettings.Medium.KERNEL)
                .withVpcLink(Bandwidth.ofMegabits(2000));
        TrialRow row = TrialRowBuilder.like(like.trial()).network(vpc).row();
        TrialSummary limited = with(row, like);
        Verdict verdict = rules.of(limited, steady(125), Evidence.NONE);
        assertThat(verdict.sentence().toString())
                .isEqualTo(
                        "The simulated link of the VPC limited the functions: 16 functions reached 1.99 Gbit/s in total,"
                                + " link set to 2.00 Gbit/s.");
        assertThat(new EvidenceBuilder(limited, steady(125), verdict, Evidence.NONE, null, 0.2, true).build())
                .extracting(EvidenceItem::subject)
                .contains(EvidenceSubject.SIMULATED_VPC_LINK);
        // Four hosts of 1 Gbit/s are slower than a VPC of 5 Gbit/s.
        TrialRow wide = TrialRowBuilder.like(like.trial())
                .network(vpc.withVpcLink(Bandwidth.ofMegabits(5000)))
                .row();
        assertThat(SimulatedCapacity.of(wide.cell()).isVpcLimited()).isFalse();
        assertThat(SimulatedCapacity.of(wide.cell()).expected()).isEqualTo(Bandwidth.ofMegabits(4000));
    }

    @Test
    void hostsWithUnequalNumbersOfFunctionsAreCountedOneByOne() {
        // Two functions on the first host share 1 Gbit/s, the other three have 625 Mbit/s each.
        SimulatedCapacity five = SimulatedCapacity.of(row(5, 1769, "625Mbit", 4, "1Gbit"));
        assertThat(five.expected()).isEqualTo(Bandwidth.ofMegabits(2875));
        assertThat(five.isHostLimited()).isFalse();
        SimulatedCapacity seven = SimulatedCapacity.of(row(7, 1769, "unlimited", 4, "1Gbit"));
        assertThat(seven.expected()).isEqualTo(Bandwidth.ofMegabits(4000));
        assertThat(seven.isHostLimited()).isTrue();
    }

    @Test
    void limitNarrowlyMissedIsNotVerdict() {
        Bandwidth cap = Bandwidth.ofMegabits(625);
        TrialSummary slow = aws(16, 512, 300, 4400);
        BurstFit steady = steady(300);
        assertThat(List.of(
                        rules.of(slow, steady, new Evidence(null, 0.9, 0.5, null, null, cap, true)),
                        rules.of(slow, steady, new Evidence(null, 0.5, 0.9, null, null, cap, true)),
                        rules.of(slow, steady, new Evidence(null, 0.5, 0.5, 0.9, null, cap, true)),
                        rules.of(
                                slow,
                                steady,
                                new Evidence(null, 0.5, 0.5, null, Bandwidth.ofMegabits(5000), cap, true)),
                        rules.of(
                                aws(1, 1769, 552, 552),
                                steady(552),
                                new Evidence(null, 0.5, 0.5, null, null, cap, true)),
                        rules.of(
                                aws(1, 1769, 673, 673),
                                steady(673),
                                new Evidence(null, 0.5, 0.5, null, null, cap, true)),
                        rules.of(slow, steady, busyComputer(0.9)),
                        rules.of(trial(16, 1769, "625Mbit", 1, "1Gbit", 58, 940), steady(58), Evidence.NONE),
                        rules.of(trial(1, 1769, "625Mbit", 1, "unlimited", 587, 587), steady(587), Evidence.NONE)))
                .hasOnlyElementsOfType(Verdict.Undetermined.class);
    }

    @Test
    void aRateThatChangedMatchesNoLimit() {
        Evidence cap = new Evidence(null, 0.3, 0.2, null, Bandwidth.ofMegabits(5000), Bandwidth.ofMegabits(625), true);
        BurstFit late = BurstFit.of(levels(80, 310, 20, 620));
        Verdict verdict = rules.of(aws(1, 1769, 372, 372), late, cap);
        assertThat(verdict.sentence().toString())
                .isEqualTo(
                        "No single limit explains the trial: the rate changed: 310 Mbit/s (95 % CI \u00b1 131.1 kbit/s)"
                                + " until 8.00 s, then 620 Mbit/s (95 % CI 619 Mbit/s to 621 Mbit/s); one rate does not describe it"
                                + " (mean 372 Mbit/s).");
        assertThat(rules.of(trial(1, 1769, "625Mbit", 1, "unlimited", 372, 372), late, busyComputer(0.5)))
                .isInstanceOf(Verdict.RateChanged.class);
        assertThat(new EvidenceBuilder(aws(1, 1769, 372, 372), late, verdict, cap, null, null, false).build())
                .filteredOn(item -> item.subject() == EvidenceSubject.FUNCTION_LIMIT)
                .extracting(EvidenceItem::state)
                .containsExactly(EvidenceItem.State.UNKNOWN);
    }

    /** 25 Gbit/s cannot have passed a network of 10 Gbit/s. */
    @Test
    void aNetworkThatWasExceededDidNotLimit() {
        Evidence servers = new Evidence(null, 0.2, 0.2, null, Bandwidth.ofMegabits(10_000), null, null);
        TrialSummary exceeded = aws(64, 1769, 390, 25_000);
        Verdict verdict = rules.of(exceeded, steady(390), servers);
        assertThat(verdict).isNotInstanceOf(Verdict.ServerNetwork.class);
        assertThat(new EvidenceBuilder(exceeded, steady(390), verdict, servers, null, null, false).build())
                .filteredOn(item -> item.subject() == EvidenceSubject.SERVER_NETWORK)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.state()).isEqualTo(EvidenceItem.State.WITHIN);
                    assertThat(item.sentence().toString())
                            .contains("more than this limit allows: another one applies.");
                });
        assertThat(rules.of(aws(64, 1769, 150, 9_600), steady(150), servers)).isInstanceOf(Verdict.ServerNetwork.class);
    }

    @Test
    void transfersThatEndedEarlyOrLackIntervalsReachNoLimit() {
        Evidence cap = new Evidence(null, 0.2, 0.2, null, null, Bandwidth.ofMegabits(625), true);
        TrialSummary early = with(InvalidReason.TOO_SHORT, aws(1, 1769, 621, 621));
        assertThat(rules.of(early, steady(621), cap).sentence().toString())
                .isEqualTo(
                        "The transfer was too short to determine what limited it: more than half of the transfers ended"
                                + " before 80 % of the time that was to be measured.");
        assertThat(rules.of(
                        with(InvalidReason.TOO_SHORT, trial(1, 1769, "625Mbit", 1, "unlimited", 621, 621)),
                        steady(621),
                        busyComputer(0.95)))
                .as("this computer comes first")
                .isInstanceOf(Verdict.LocalComputerBusy.class);
        TrialSummary gaps = with(InvalidReason.INCOMPLETE, aws(1, 1769, 621, 621));
        Verdict verdict = rules.of(gaps, steady(621), cap);
        assertThat(verdict).isInstanceOf(Verdict.Incomplete.class);
        assertThat(verdict.invalidatesRates()).isTrue();
        assertThat(new EvidenceBuilder(gaps, steady(621), verdict, cap, null, null, false).build())
                .filteredOn(item -> item.state() == EvidenceItem.State.REACHED)
                .extracting(item -> item.sentence().toString())
                .contains("Intervals of more than 2 % of the time are missing.");
    }

    @Test
    void evidenceOfAMissedStartStatesWhenFunctionsStarted() {
        TrialSummary on = trial(2, 1769, "unlimited", 1, "unlimited", 600, 1200);
        TrialSummary late = new TrialSummary(
                on.trial(),
                on.functions(),
                on.finished(),
                0,
                on.each(),
                on.total(),
                Map.of(),
                on.commonWindow(),
                on.steadyWindow(),
                new StartSpread(Duration.ZERO, 2, Duration.ofMillis(3_060)),
                on.delivered(),
                new Validity(Set.of(InvalidReason.MISSED_START)));
        assertThat(new EvidenceBuilder(
                                late,
                                steady(600),
                                rules.of(late, steady(600), Evidence.NONE),
                                Evidence.NONE,
                                null,
                                null,
                                false)
                        .build())
                .filteredOn(item -> item.subject() == EvidenceSubject.START)
                .singleElement()
                .satisfies(item -> assertThat(item.sentence().toString())
                        .startsWith("The median function started 3.1 s after T0; up to 500 ms is acceptable."));
    }

    @Test
    void anImportedRunSaysNothingOfThisComputer() {
        TrialSummary trial = trial(1, 0, "unlimited", 1, "unlimited", 600, 600);
        assertThat(rules.of(trial, steady(600), Evidence.NONE.asImported())
                        .sentence()
                        .toString())
                .isEqualTo("What limited the functions cannot be determined. Missing data: utilization of the servers,"
                        + " capacity of the servers' network, used CPU share of a function.");
    }

    private static TrialSummary with(InvalidReason reason, TrialSummary like) {
        return new TrialSummary(
                like.trial(),
                like.functions(),
                like.finished(),
                0,
                like.each(),
                like.total(),
                Map.of(),
                like.commonWindow(),
                like.steadyWindow(),
                like.startSpread(),
                like.delivered(),
                new Validity(Set.of(reason)));
    }

    @Test
    void ofAServerOfTheUserTheProgramKnowsOnlyWhatIperf3Reports() {
        Evidence free = busyComputer(0.3).withExternalServer();
        BurstFit steady = BurstFit.of(levels(100, 620));
        assertThat(rules.of(trial(1, 1769, "unlimited", 1, "unlimited", 620, 620), steady, free)
                        .sentence()
                        .toString())
                .isEqualTo("What limited the functions cannot be determined. Missing data: utilization of the servers,"
                        + " capacity of the network between this computer and the server.");
        TrialSummary alone = trial(1, 1769, "unlimited", 1, "unlimited", 620, 620);
        assertThat(new EvidenceBuilder(alone, steady, rules.of(alone, steady, free), free, null, 0.2, true).build())
                .extracting(EvidenceItem::subject, EvidenceItem::state)
                .contains(
                        tuple(EvidenceSubject.THIS_COMPUTER, EvidenceItem.State.WITHIN),
                        tuple(EvidenceSubject.SERVER_PROCESSORS, EvidenceItem.State.UNKNOWN),
                        tuple(EvidenceSubject.SERVER_NETWORK, EvidenceItem.State.UNKNOWN));
        Evidence busy = new Evidence(0.3, null, 0.97, null, null, null, null).withExternalServer();
        assertThat(rules.of(trial(1, 1769, "unlimited", 1, "unlimited", 620, 620), steady, busy))
                .isEqualTo(new Verdict.ServerCpu(0.97));
    }

    @Test
    void aNetworkThatCarriesTheOfferedRateMayHaveMore() {
        TrialSummary tcp = trial(1, 1769, "unlimited", 1, "unlimited", 79.9, 79.9);
        assertThat(rules.of(tcp, BurstFit.of(levels(100, 80)), busyComputer(0.3)))
                .isInstanceOf(Verdict.Undetermined.class);
        TrialSummary udp = udp("80Mbit", tcp);
        BurstFit tooShort = new BurstFit.TooShort(Phrase.of("The transfer lasted 0.1 s."));
        Verdict offered = rules.of(udp, tooShort, busyComputer(0.3));
        assertThat(offered).isEqualTo(new Verdict.OfferedRate(Bandwidth.ofMegabits(79.9), Bandwidth.ofMegabits(80)));
        assertThat(offered.isTrustworthy()).isTrue();
        assertThat(offered.sentence().toString())
                .isEqualTo("The plan limited the functions: 80.0 Mbit/s was sent for each, and 79.9 Mbit/s arrived.");
        List<EvidenceItem> items =
                new EvidenceBuilder(udp, tooShort, offered, busyComputer(0.3), null, null, true).build();
        assertThat(item(items, EvidenceSubject.PLANNED_RATE))
                .isEqualTo(EvidenceItem.of(
                        EvidenceSubject.PLANNED_RATE,
                        true,
                        Phrase.of(
                                "Of each function's datagrams, 79.9 Mbit/s of 80.0 Mbit/s (100 %) arrived (median).")));
        assertThat(item(items, EvidenceSubject.LENGTH).state()).isEqualTo(EvidenceItem.State.WITHIN);
        assertThat(rules.of(udp, steady(79.9), busyComputer(0.95))).isEqualTo(new Verdict.LocalComputerBusy(0.95));
    }

    @Test
    void aSenderThatDoesNotReachItsRateIsNotTheNetwork() {
        TrialSummary trial = offered("50Gbit", 2 * 596, trial(2, 1769, "unlimited", 1, "unlimited", 89.1, 178.2));
        Verdict verdict = rules.of(trial, steady(89.1), busyComputer(0.98));
        assertThat(verdict).isEqualTo(new Verdict.SenderLimited(Bandwidth.ofMegabits(596), Bandwidth.parse("50Gbit")));
        assertThat(verdict.isTrustworthy()).isFalse();
        assertThat(verdict.sentence().toString())
                .isEqualTo("The sender reached 596 Mbit/s of 50.00 Gbit/s: set rate to at most 596 Mbit/s.");
        List<EvidenceItem> items =
                new EvidenceBuilder(trial, steady(89.1), verdict, busyComputer(0.98), null, null, true).build();
        assertThat(item(items, EvidenceSubject.PLANNED_RATE))
                .isEqualTo(EvidenceItem.of(
                        EvidenceSubject.PLANNED_RATE,
                        true,
                        Phrase.of(
                                "The senders reached 596 Mbit/s of 50.00 Gbit/s (1 %). Of each function's datagrams, 89.1"
                                        + " Mbit/s of 596 Mbit/s (15 %) arrived (median).")));
    }

    @Test
    void whatArrivesIsComparedWithWhatWasSent() {
        TrialSummary trial = offered("80Mbit", 75, trial(1, 1769, "unlimited", 1, "unlimited", 74.8, 74.8));
        assertThat(rules.of(trial, steady(74.8), busyComputer(0.3)))
                .isEqualTo(new Verdict.OfferedRate(Bandwidth.ofMegabits(74.8), Bandwidth.ofMegabits(75)));
    }

    @Test
    void aLinkThatLosesDatagramsIsTheLimit() {
        TrialSummary lossy = udp("80Mbit", trial(1, 1769, "50Mbit", 1, "unlimited", 48.6, 48.6));
        Verdict verdict = rules.of(lossy, steady(48.6), busyComputer(0.3));
        assertThat(verdict)
                .isEqualTo(new Verdict.SimulatedFunctionLink(
                        steady(48.6).baselineOrNull().rate(), Bandwidth.ofMegabits(50)));
        List<EvidenceItem> items =
                new EvidenceBuilder(lossy, steady(48.6), verdict, busyComputer(0.3), null, null, true).build();
        assertThat(item(items, EvidenceSubject.PLANNED_RATE).state()).isEqualTo(EvidenceItem.State.WITHIN);
    }

    @Test
    void theSecondLevelIsNotTheLimitOfAFunction() {
        Evidence cap = new Evidence(null, 0.3, 0.2, null, null, Bandwidth.ofMegabits(625), true);
        BurstFit levels = BurstFit.of(levels(8, 5000, 50, 2000, 100, 620));
        assertThat(levels).isInstanceOf(BurstFit.TwoLevels.class);
        assertThat(rules.of(aws(1, 1769, 1000, 1000), levels, cap))
                .isEqualTo(new Verdict.FunctionCap(levels.baselineOrNull().rate(), Bandwidth.ofMegabits(625)));
    }

    @Test
    void anIntervalThatHoldsMuchElseProvesNoLimit() {
        Bandwidth cap = Bandwidth.ofMegabits(625);
        assertThat(VerdictRules.reaches(baseline(500, 600, 700), cap)).isTrue();
        assertThat(VerdictRules.reaches(baseline(490, 600, 710), cap)).isFalse();
        assertThat(VerdictRules.reaches(baseline(520, 630, 760), cap)).isFalse();
        assertThat(VerdictRules.matches(baseline(620, 625, 630), cap)).isTrue();
        assertThat(VerdictRules.matches(baseline(400, 625, 850), cap)).isFalse();
    }

    /** 300 MiB and 5 s at 625 Mbit/s are 705 MB, which is 1,128 Mbit/s on average. */
    @Test
    void bytesTellThatTheBurstIsOver() {
        BurstFit hidden = steady(1100);
        assertThat(rules.of(delivered(705_200_000, 1128), hidden, Evidence.NONE))
                .isInstanceOfSatisfying(
                        Verdict.SimulatedFunctionLink.class,
                        link -> assertThat(link.measured().megabitsPerSecond()).isBetween(620.0, 630.0));
        assertThat(rules.of(delivered(500_000_000, 800), hidden, Evidence.NONE))
                .isEqualTo(new Verdict.TooShort(Phrase.of("The burst did not end before the transfer did.")));
        assertThat(rules.of(delivered(900_000_000, 1440), hidden, Evidence.NONE))
                .as("faster than the link allows")
                .isInstanceOf(Verdict.Undetermined.class);
    }

    @Test
    void headlineAndEvidenceAgreeOnABurstThatDidNotEnd() {
        TrialSummary fast = delivered(500_000_000, 800);
        BurstFit hidden = steady(1360);
        Verdict verdict = rules.of(fast, hidden, busyComputer(0.5));
        List<EvidenceItem> items =
                new EvidenceBuilder(fast, hidden, verdict, busyComputer(0.5), null, null, true).build();

        assertThat(verdict).isInstanceOf(Verdict.TooShort.class);
        assertThat(item(items, EvidenceSubject.LENGTH))
                .isEqualTo(EvidenceItem.of(
                        EvidenceSubject.LENGTH, true, Phrase.of("The burst did not end before the transfer did.")));
        assertThat(item(items, EvidenceSubject.SIMULATED_FUNCTION_LINK).state()).isEqualTo(EvidenceItem.State.UNKNOWN);
    }

    @Test
    void headlineAndEvidenceAgree() {
        int found = 0;
        for (String link : List.of("unlimited", "625Mbit", "lambda")) {
            for (String hostLink : List.of("unlimited", "1Gbit")) {
                for (double each : new double[] {62, 625, 850, 1360}) {
                    for (BurstFit fit : List.of(
                            steady(each),
                            lambda(1),
                            lambda(10),
                            BurstFit.of(levels(80, 310, 20, 620)),
                            new BurstFit.TooShort(Phrase.of("The transfer lasted 0.1 s.")))) {
                        for (Evidence evidence : evidence()) {
                            for (int functions : new int[] {1, 16, 128}) {
                                TrialSummary trial = trial(functions, 512, link, 1, hostLink, each, functions * each);
                                boolean here = evidence.computerBusy() != null;
                                agrees(trial, fit, evidence, here);
                                agrees(udp("625Mbit", trial), fit, evidence, here);
                                found++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(2_000);
    }

    @Test
    void busyComputerIsNamedAsTheCauseOfFailures() {
        TrialSummary twenty = trial(20, 1769, "625Mbit", 20, "unlimited", 620, 12_400);
        assertThat(rules.of(with(twenty, 17, Duration.ZERO), steady(620), busyComputer(0.98))
                        .sentence()
                        .toString())
                .endsWith(
                        "The likely cause is this computer, whose CPU was 98 % busy: use fewer functions, or close other"
                                + " programs.");
        assertThat(rules.of(with(twenty, 20, Duration.ofSeconds(1)), steady(620), busyComputer(0.98))
                        .sentence()
                        .toString())
                .contains("likely cause");
        assertThat(rules.of(with(twenty, 17, Duration.ZERO), steady(620), busyComputer(0.5))
                        .sentence()
                        .toString())
                .doesNotContain("cause");
    }

    private void agrees(TrialSummary trial, BurstFit fit, Evidence evidence, boolean here) {
        Verdict verdict = rules.of(trial, fit, evidence);
        List<EvidenceItem> items = new EvidenceBuilder(trial, fit, verdict, evidence, null, null, here).build();
        String of = verdict + " " + items;
        EvidenceSubject subject = verdict.subject();
        if (subject == null) {
            assertThat(items).as(of).noneMatch(each -> each.state() == EvidenceItem.State.REACHED);
        } else {
            assertThat(item(items, subject).state()).as(of).isEqualTo(EvidenceItem.State.REACHED);
        }
        boolean lengthIsToBlame = subject == EvidenceSubject.LENGTH || verdict.invalidatesRates();
        if (!lengthIsToBlame) {
            assertThat(item(items, EvidenceSubject.LENGTH).state()).as(of).isNotEqualTo(EvidenceItem.State.REACHED);
        }
    }

    private static List<Evidence> evidence() {
        Bandwidth cap = Bandwidth.ofMegabits(625);
        Bandwidth servers = Bandwidth.ofMegabits(10_000);
        List<Evidence> all = new ArrayList<>(List.of(Evidence.NONE));
        for (Double busy : new Double[] {null, 0.5, 0.97}) {
            all.add(new Evidence(busy, null, null, null, null, null, null));
            all.add(new Evidence(busy, null, 0.97, 0.2, null, null, null));
            all.add(new Evidence(busy, null, 0.3, 0.97, servers, cap, null));
        }
        all.add(new Evidence(null, 0.97, 0.3, null, null, cap, true));
        all.add(new Evidence(null, 0.3, 0.3, null, Bandwidth.ofMegabits(200_000), cap, true));
        all.add(new Evidence(null, 0.3, 0.3, null, servers, null, false));
        return all;
    }

    private static EvidenceItem item(List<EvidenceItem> items, EvidenceSubject subject) {
        return items.stream()
                .filter(item -> item.subject() == subject)
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " is not among " + items));
    }

    /** As another trial, with UDP. */
    @Test
    void aSearchIsJudgedByItsDisturbancesOnly() {
        TrialSummary like = trial(1, 1769, "50Mbit", 1, "unlimited", 29.2, 29.2);
        TrialSummary search = with(TrialRowBuilder.like(like.trial()).search().row(), like);
        Verdict verdict = rules.ofSearch(search, busyComputer(0.3));
        assertThat(verdict).isEqualTo(new Verdict.Searched());
        assertThat(verdict.isTrustworthy()).isTrue();
        assertThat(verdict.sentence().toString()).isEqualTo("Each function searched the limit by itself.");
        assertThat(rules.ofSearch(search, busyComputer(0.95))).isEqualTo(new Verdict.LocalComputerBusy(0.95));
        BurstFit none = new BurstFit.TooShort(Phrase.of("Not analyzed."));
        assertThat(new EvidenceBuilder(search, none, verdict, busyComputer(0.3), null, 0.2, true).build())
                .extracting(EvidenceItem::subject)
                .containsExactly(
                        EvidenceSubject.FUNCTIONS,
                        EvidenceSubject.START,
                        EvidenceSubject.THIS_COMPUTER,
                        EvidenceSubject.FUNCTION_PROCESSOR);
        assertThat(new EvidenceBuilder(search, none, verdict, busyComputer(0.3), null, 0.2, false).build())
                .extracting(EvidenceItem::subject)
                .containsExactly(EvidenceSubject.FUNCTIONS, EvidenceSubject.START);
    }

    private static TrialSummary udp(String rate, TrialSummary like) {
        return with(TrialRowBuilder.like(like.trial()).udp(rate).row(), like);
    }

    /** @param megabits that all senders reached together */
    private static TrialSummary offered(String rate, double megabits, TrialSummary like) {
        return with(
                TrialRowBuilder.like(like.trial()).udp(rate).row(), like, Map.of(UdpMetrics.OFFERED, megabits * 1e6));
    }

    private static TrialSummary with(TrialRow trial, TrialSummary like) {
        return with(trial, like, Map.of());
    }

    private static TrialSummary with(TrialRow trial, TrialSummary like, Map<Metric, Double> besideRate) {
        return new TrialSummary(
                trial,
                like.functions(),
                like.finished(),
                0,
                like.each(),
                like.total(),
                besideRate,
                like.commonWindow(),
                like.steadyWindow(),
                like.startSpread(),
                like.delivered(),
                like.validity());
    }

    private static TrialSummary delivered(long bytes, double each) {
        TrialSummary trial = trial(1, 1769, "lambda", 1, "unlimited", each, each);
        return new TrialSummary(
                trial.trial(),
                1,
                1,
                0,
                trial.each(),
                trial.total(),
                Map.of(),
                trial.commonWindow(),
                null,
                trial.startSpread(),
                new DataSize(bytes),
                Validity.VALID);
    }

    private static Baseline baseline(double low, double rate, double high) {
        return new Baseline(Bandwidth.ofMegabits(rate), Bandwidth.ofMegabits(low), Bandwidth.ofMegabits(high), 5);
    }

    /** @param countsAndMegabits a number of intervals of 100 ms, their rate, and so on */
    private static List<Interval> levels(double... countsAndMegabits) {
        List<Interval> intervals = new ArrayList<>();
        for (int level = 0; level < countsAndMegabits.length; level += 2) {
            for (int i = 0; i < countsAndMegabits[level]; i++) {
                intervals.add(new Interval(
                        intervals.size() * 100_000L, 100_000, Math.round(countsAndMegabits[level + 1] * 12_500), null));
            }
        }
        return intervals;
    }

    @Test
    void totalFarFromPublishedResultsIsNotVpcCeiling() {
        Evidence inside = new Evidence(null, 0.2, 0.2, null, null, Bandwidth.ofMegabits(625), true);
        // The published totals from 64 functions on are 32.8 to 41.6 Gbit/s.
        for (double total : new double[] {29_000, 46_500}) {
            assertThat(rules.of(aws(256, 1769, total / 256, total), steady(total / 256), inside))
                    .isInstanceOf(Verdict.Undetermined.class);
        }
    }

    @Test
    void publishedSteadyTotalsAreComparedWithTheSteadyAggregateOnly() {
        Evidence inside = new Evidence(null, 0.2, 0.2, null, null, Bandwidth.ofMegabits(625), true);
        TrialSummary withBursts = aws(256, 1769, 140, 40_800);
        assertThat(rules.of(withBursts.withSteadyWindow(null), steady(140), inside))
                .isInstanceOf(Verdict.Undetermined.class);
        CommonWindow slower = new CommonWindow(1_000_000, 10_000_000, Bandwidth.ofMegabits(20_000), new TreeMap<>());
        assertThat(rules.of(withBursts.withSteadyWindow(slower), steady(140), inside))
                .isInstanceOf(Verdict.Undetermined.class);
    }

    /** Seconds of 1.89 and 0.1 Gbit/s in turn have a mean near a limit of 1 Gbit/s, which they do not show. */
    @Test
    void aTotalWhoseIntervalHoldsMuchElseShowsNoLimit() {
        Evidence server = new Evidence(null, 0.2, 0.2, null, Bandwidth.ofMegabits(1_000), null, null);
        TrialSummary trial = aws(16, 1769, 995.0 / 16, 995);
        List<Interval> steady = levels(100, 995);
        List<Interval> unsteady = levels(
                10, 1_890, 10, 100, 10, 1_890, 10, 100, 10, 1_890, 10, 100, 10, 1_890, 10, 100, 10, 1_890, 10, 100);

        assertThat(rules.of(withCourse(trial, steady), steady(995.0 / 16), server))
                .isInstanceOf(Verdict.ServerNetwork.class);
        assertThat(rules.of(withCourse(trial, unsteady), steady(995.0 / 16), server))
                .isNotInstanceOf(Verdict.ServerNetwork.class);

        TrialSummary onHost = trial(16, 1769, "625Mbit", 1, "1Gbit", 995.0 / 16, 995);
        assertThat(rules.of(withCourse(onHost, steady), steady(995.0 / 16), Evidence.NONE))
                .isInstanceOf(Verdict.SimulatedHostLink.class);
        assertThat(rules.of(withCourse(onHost, unsteady), steady(995.0 / 16), Evidence.NONE))
                .isNotInstanceOf(Verdict.SimulatedHostLink.class);
    }

    @Test
    void aSteadyTotalWhoseIntervalHoldsMuchElseIsNoCeilingOfAVpc() {
        Evidence inside = new Evidence(null, 0.2, 0.2, null, null, Bandwidth.ofMegabits(625), true);
        TrialSummary trial = aws(256, 1769, 140, 36_000);
        assertThat(rules.of(withCourse(trial, levels(100, 36_000)), steady(140), inside))
                .isInstanceOf(Verdict.VpcCeiling.class);
        assertThat(rules.of(
                        withCourse(trial, levels(20, 60_000, 20, 12_000, 20, 60_000, 20, 12_000, 20, 36_000)),
                        steady(140),
                        inside))
                .isNotInstanceOf(Verdict.VpcCeiling.class);
    }

    /** @param course of all functions together */
    private static TrialSummary withCourse(TrialSummary trial, List<Interval> course) {
        CommonWindow window = new CommonWindow(
                        0,
                        10_000_000,
                        Objects.requireNonNull(trial.total()),
                        new TreeMap<>(Map.of(0, new CommonWindow.Inside(1, 1))))
                .withBins(course.stream()
                        .map(interval -> new StoredInterval(0, 0, interval))
                        .toList());
        return new TrialSummary(
                trial.trial(),
                trial.functions(),
                trial.finished(),
                0,
                trial.each(),
                trial.total(),
                Map.of(),
                window,
                window,
                trial.startSpread(),
                trial.delivered(),
                trial.validity());
    }

    @Test
    void realHostIsNeverInferredFromSandboxes() {
        Evidence all =
                new Evidence(null, 0.5, 0.5, null, Bandwidth.ofMegabits(100_000), Bandwidth.ofMegabits(625), true);
        assertThat(rules.of(aws(16, 1769, 39, 620), steady(39), all).sentence().toString())
                .doesNotContain("host", "share");
    }

    private static Evidence busyComputer(double share) {
        return new Evidence(share, null, null, null, null, null, null);
    }

    private static BurstFit steady(double megabits) {
        return BurstFit.of(
                SyntheticLink.megabits(megabits, 0, 10_000, Shape.EVEN).run(5, 100, 1));
    }

    private static BurstFit lambda(double seconds) {
        return BurstFit.of(SyntheticLink.megabits(625, 300, 5000, Shape.EVEN).run(seconds, 100, 1));
    }

    private static TrialSummary aws(int functions, int memoryMb, double each, double aggregate) {
        return trial(functions, memoryMb, "unlimited", 1, "unlimited", each, aggregate);
    }

    private static TrialSummary trial(
            int functions, int memoryMb, String link, int hosts, String hostLink, double each, double aggregate) {
        Bandwidth rate = Bandwidth.ofMegabits(each);
        return new TrialSummary(
                row(functions, memoryMb, link, hosts, hostLink),
                functions,
                functions,
                0,
                new FunctionBandwidths(functions, rate, rate, rate, null, null, null, null),
                Bandwidth.ofMegabits(aggregate),
                Map.of(),
                new CommonWindow(0, 10_000_000, Bandwidth.ofMegabits(aggregate), new TreeMap<>()),
                new CommonWindow(1_000_000, 10_000_000, Bandwidth.ofMegabits(aggregate), new TreeMap<>()),
                new StartSpread(Duration.ofMillis(5), functions, Duration.ZERO),
                new DataSize(1),
                Validity.VALID);
    }

    private static TrialSummary with(TrialSummary trial, int finished, Duration spread) {
        return new TrialSummary(
                trial.trial(),
                trial.functions(),
                finished,
                trial.functions() - finished,
                trial.each(),
                trial.total(),
                Map.of(),
                trial.commonWindow(),
                trial.steadyWindow(),
                new StartSpread(spread, trial.functions(), Duration.ZERO),
                trial.delivered(),
                trial.validity());
    }

    private static TrialRow row(int functions, int memoryMb, String link, int hosts, String hostLink) {
        return TrialRowBuilder.trial("run")
                .functions(functions)
                .memoryMb(memoryMb)
                .link(link)
                .hosts(hosts, hostLink)
                .row();
    }
}
