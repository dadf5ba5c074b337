package org.faasnetlab.chart.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's sums over intervals equal those computed from the intervals. */
class SummedTrialTest {
    @TempDir
    Path folder;

    private RunStore store;

    @BeforeEach
    void open() throws StoreException {
        store = new DuckDbRunStore(folder);
        for (RunData run : SampleRuns.all().toList()) {
            SampleRuns.save(store, run);
        }
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void aSummaryFromSumsIsTheOneFromTheIntervals() throws StoreException {
        for (RunData run : SampleRuns.all().toList()) {
            for (TrialRow trial : run.trials()) {
                TrialSummary read = TrialSummary.read(store.sums(), trial, run.functions());
                TrialSummary computed = TrialSummary.of(trial, run.functions(), run.intervals());
                assertThat(read)
                        .usingRecursiveComparison()
                        .ignoringFields("commonWindow", "total")
                        .isEqualTo(computed);
                if (computed.aggregate() == null) {
                    assertThat(read.aggregate()).isNull();
                    assertThat(read.total()).isEqualTo(computed.total());
                } else {
                    assertThat(read.aggregate().bitsPerSecond())
                            .isCloseTo(computed.aggregate().bitsPerSecond(), Percentage.withPercentage(0.0001));
                    assertThat(read.total().bitsPerSecond())
                            .isCloseTo(computed.total().bitsPerSecond(), Percentage.withPercentage(0.0001));
                    assertThat(read.commonWindow().shares().keySet())
                            .isEqualTo(computed.commonWindow().shares().keySet());
                }
            }
        }
    }

    @Test
    void noByteIsLostWhateverTheWidthOfTheBins() throws StoreException {
        RunData run = SampleRuns.lambdaBurst();
        long all = run.intervals().stream()
                .mapToLong(stored -> stored.interval().bytes())
                .sum();
        for (long width : List.of(7_000L, 30_000L, 100_000L, 130_000L, 1_000_000L)) {
            List<IntervalSums.Bin> bins = store.sums().bins(run.run().id(), 0, width);
            assertThat(bins.stream().mapToLong(IntervalSums.Bin::bytes).sum()).isEqualTo(all);
            assertThat(bins.stream().mapToLong(IntervalSums.Bin::coveredMicros).sum())
                    .isEqualTo(run.intervals().stream()
                            .mapToLong(stored -> stored.interval().durationMicros())
                            .sum());
            assertThat(store.sums().functionBins(run.run().id(), 0, width)).hasSameSizeAs(bins);
        }
    }

    @Test
    void binsOfTheAggregateAreThoseOfTheIntervals() throws StoreException {
        RunData run = SampleRuns.sharedHost();
        List<TrialBins.Point> computed =
                TrialBins.of(run.intervals(), TrialBins.BIN_MICROS).points();
        List<IntervalSums.Bin> bins = store.sums().bins(run.run().id(), 0, TrialBins.BIN_MICROS);
        assertThat(bins).hasSameSizeAs(computed);
        for (int i = 0; i < bins.size(); i++) {
            assertThat(bins.get(i).number() * TrialBins.BIN_MICROS)
                    .isEqualTo(computed.get(i).startMicros());
            assertThat(bins.get(i).bytes() * 8e6 / TrialBins.BIN_MICROS)
                    .isCloseTo(computed.get(i).bandwidth().bitsPerSecond(), within(2000.0));
        }
    }

    @Test
    void binsOfFunctionsFromSumsAreThoseOfTheIntervals() throws StoreException {
        RunData run = SampleRuns.sharedHost();
        TrialBins computed = TrialBins.of(run.intervals(), TrialBins.BIN_MICROS);
        TrialBins summed = TrialBins.ofSums(
                store.sums().functionBins(run.run().id(), 0, TrialBins.BIN_MICROS), TrialBins.BIN_MICROS);
        assertThat(summed.functionIndexes()).isEqualTo(computed.functionIndexes());
        for (int functionIndex : computed.functionIndexes()) {
            IntervalBins own = computed.function(functionIndex);
            for (long bin = own.first(); bin < own.end(); bin++) {
                assertThat(summed.function(functionIndex).coveredMicros(bin)).isEqualTo(own.coveredMicros(bin));
                assertThat(summed.function(functionIndex).bytes(bin)).isCloseTo(own.bytes(bin), within(1.0));
            }
        }
    }

    @Test
    void intervalsAreGivenOneByOneInTheirOrder() throws StoreException {
        for (RunData run : SampleRuns.all().toList()) {
            List<StoredInterval> given = new ArrayList<>();
            for (TrialRow trial : run.trials()) {
                store.eachInterval(run.run().id(), trial.index(), given::add);
            }
            assertThat(given).isEqualTo(run.intervals());
        }
    }

    @Test
    void aTrialWithoutIntervalsHasNoSums() throws StoreException {
        String id = SampleRuns.nothingDelivered().run().id();
        assertThat(store.sums().count(id, 0)).isZero();
        assertThat(store.sums().endMicros(id, 0)).isZero();
        assertThat(store.sums().bins(id, 0, 100_000)).isEmpty();
        assertThat(store.sums().count("no such run", 0)).isZero();
    }
}
