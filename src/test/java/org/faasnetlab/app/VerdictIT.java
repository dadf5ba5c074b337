package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.verdict.EvidenceSubject;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ExperimentRunner;
import org.faasnetlab.run.RunIdGenerator;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testing.local.TestInstallation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts on real runs: real functions, iperf3 and relays, with a computer load set by the test. */
@Tag("alone")
class VerdictIT {
    private final Clock clock = Clock.systemUTC();
    private double busy = 0.5;

    @TempDir
    private Path folder;

    private LocalTestbedFactory testbeds;
    private DuckDbRunStore store;
    private ExperimentRunner runner;

    @BeforeEach
    void open() throws Exception {
        BusyMeter asSaid = new BusyMeter() {
            @Override
            public OptionalDouble sinceLastCall() {
                return OptionalDouble.of(busy);
            }

            @Override
            public String source() {
                return "a test";
            }
        };
        testbeds = new LocalTestbedFactory(TestInstallation.built(), TestInstallation.functionCache(), clock, asSaid);
        store = new DuckDbRunStore(folder.resolve("data"));
        runner = new ExperimentRunner(new ExperimentRunner.Services(
                SdkLambdaInvoker::new,
                store,
                clock,
                new LeadEstimator(clock),
                new RunIdGenerator(clock, ZoneOffset.UTC, new Random()),
                PRESETS,
                Map.of("app", "test")));
    }

    @AfterEach
    void close() throws Exception {
        runner.close();
        testbeds.close();
        store.close();
    }

    @Test
    void aBucketOfTheRelayIsFoundInTheIntervalsOfARealFunction() throws Exception {
        TrialFindings trial = last("seconds=6", "link=200Mbit+60MiB@2Gbit");

        assertThat(trial.typical().burst()).isInstanceOfSatisfying(BurstFit.Fitted.class, fit -> {
            assertThat(fit.burst().bytes()).isCloseTo(60L << 20, withPercentage(5));
            assertThat(fit.baseline().rate().megabitsPerSecond()).isCloseTo(200, withPercentage(2));
        });
        assertThat(trial.verdict()).isInstanceOf(Verdict.SimulatedFunctionLink.class);
        assertThat(trial.evidence())
                .filteredOn(item -> item.subject() == EvidenceSubject.THIS_COMPUTER)
                .singleElement()
                .satisfies(item -> assertThat(item.sentence().toString()).startsWith("CPU utilization was 50 %"));
    }

    /** The pause is shorter than the five seconds in which the bucket would be full again. */
    @Test
    void refillOfSimulatedBucketInPauseIsItsRate() throws Exception {
        TrialFindings second = last("seconds=4", "link=100Mbit+60MiB@2Gbit", "repeats=2", "pause=1");

        assertThat(second.cold()).isNull();
        Matcher rate = Pattern.compile("The bucket refilled at ([0-9.]+) Mbit/s: .*")
                .matcher(second.refillSentence().toString());
        assertThat(rate.matches()).as(second.refillSentence().toString()).isTrue();
        assertThat(Double.parseDouble(rate.group(1))).isCloseTo(100, withPercentage(10));
    }

    @Test
    void unshapedRunOnBusyComputerIsInconclusive() throws Exception {
        busy = 0.97;
        TrialFindings trial = last("seconds=3", "link=unlimited");

        assertThat(trial.verdict()).isEqualTo(new Verdict.LocalComputerBusy(0.97));
        assertThat(trial.job()).isNotNull();
        assertThat(trial.job().hypothetical()).isTrue();
    }

    /** The second trial counts: its functions are warm and start together, however slow this computer is. */
    @Test
    void sixteenFunctionsOnOneHostAreLimitedByItsLink() throws Exception {
        TrialFindings trial =
                last("functions=16", "seconds=2", "link=100Mbit", "hosts=1", "hostLink=400Mbit", "repeats=2");

        assertThat(trial.verdict()).isInstanceOf(Verdict.SimulatedHostLink.class);
        assertThat(trial.cold()).isNull();
        assertThat(trial.warm().medianInterval()).isNotNull();
    }

    private TrialFindings last(String... settings) throws Exception {
        ExperimentPlan plan = SETTINGS.apply(PRESETS.byName("iperf3-single").plan(), List.of(settings));
        try (Testbed testbed = testbeds.start(LocalTestbedSettings.defaults(folder.resolve("work")))) {
            RunRow row = runner.start(plan, testbed, new RunProgress(Clock.systemUTC()))
                    .ended()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            List<TrialFindings> trials = RunAnalysis.withBundledData()
                    .of(store.load(row.id()).orElseThrow())
                    .trials();
            return trials.get(trials.size() - 1);
        }
    }
}
