package org.faasnetlab.analysis.burst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.analysis.FitCoverage;
import org.faasnetlab.testing.analysis.FitGrid;
import org.faasnetlab.testing.analysis.SyntheticLink;
import org.faasnetlab.testing.analysis.SyntheticTransfer.Kind;
import org.junit.jupiter.api.Test;

/** A small part of the grid of docs/methods.md, which the benchmark {@code burst-fit} runs as a whole. */
class FitGridTest {
    private static final int SEEDS = 3;
    private static final double[] JITTERS = {0.05, 0.15, 0.3};

    @Test
    void noBurstIsClaimedWhereThereIsNone() {
        Set<Kind> without = EnumSet.allOf(Kind.class);
        without.removeIf(Kind::hasBurst);
        for (Kind kind : without) {
            for (FitGrid.Cell cell : cells(kind)) {
                assertThat(cell.falseBursts()).as("%s %s", kind, cell.answers()).isZero();
            }
        }
    }

    /** The first 1.3 s of this transfer are by chance 30 % faster than the rest, the 95 % interval begins at 18 %. */
    @Test
    void aBurstThatMayBeSlowerThanAChangeOfRateIsNone() {
        assertThat(BurstFit.of(Kind.CONSTANT.run(0.3, 100, 192).intervals())).isInstanceOf(BurstFit.NoBurst.class);
    }

    @Test
    void changesAreReported() {
        for (Kind kind :
                EnumSet.of(Kind.DRIFT_DOWN, Kind.DRIFT_UP, Kind.RELAXATION, Kind.LATE_SPEED_UP, Kind.SHARED_CEILING)) {
            for (FitGrid.Cell cell : cells(kind)) {
                assertThat(cell.right()).as("%s %s", kind, cell.answers()).isEqualTo(1);
            }
        }
    }

    @Test
    void bucketsAreFoundAndTheirIntervalsHoldThem() {
        List<List<Boolean>> held = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Kind kind : EnumSet.of(
                Kind.BUCKET_300,
                Kind.BUCKET_300_PULSES,
                Kind.BUCKET_300_SLOW_START,
                Kind.BUCKET_150_UPLOAD,
                Kind.BUCKET_1000,
                Kind.STEP_DOWN)) {
            List<FitGrid.Cell> cells = cells(kind);
            assertThat(cells)
                    .as("%s", kind)
                    .allSatisfy(cell -> assertThat(cell.right()).isEqualTo(1));
            assertThat(cells.get(0).errorP95()).as("%s", kind).isLessThan(0.05);
            for (FitGrid.Cell cell : cells) {
                for (int i = 0; i < held.size(); i++) {
                    held.get(i).addAll(cell.coverage().get(i));
                }
            }
        }
        assertThat(held).allSatisfy(values -> assertThat(FitGrid.share(values)).isGreaterThan(0.88));
    }

    /** A small part of what the benchmark {@code intervals} simulates. */
    @Test
    void otherAnswersAboutATransferHoldTheTruth() {
        assertThat(FitCoverage.meansOfUnsteadyRates(100, 40).value()).isGreaterThan(0.9);
        assertThat(FitCoverage.secondLevels(0.15, 100, 40).value()).isGreaterThan(0.9);
        assertThat(FitCoverage.baselinesAfterSecondLevels(0.15, 100, 40).value())
                .isGreaterThan(0.9);
        assertThat(FitCoverage.burstsNotExcluded(8, 0.15, 1_000, 40).value()).isGreaterThan(0.9);
        for (SyntheticLink.Shape shape : SyntheticLink.Shape.values()) {
            assertThat(FitCoverage.refills(shape, 2, 100, 20).value())
                    .as("%s", shape)
                    .isGreaterThanOrEqualTo(0.9);
        }
    }

    /** Pulses may come on either side of a point, and a sender that varies more than the refill looks like several levels. */
    @Test
    void refillsInPulsesAreHeldByTheIntervalsOfEachJitter() {
        for (double jitter : JITTERS) {
            FitGrid.Cell cell = FitGrid.cell(Kind.BUCKET_300_PULSES, jitter, 100, 60);
            assertThat(cell.coverage())
                    .as("%s", jitter)
                    .allSatisfy(held -> assertThat(FitGrid.share(held)).isGreaterThanOrEqualTo(0.92));
        }
    }

    /** The interval in which a small bucket was empty is not certain, and a burst has few intervals that show its variation. */
    @Test
    void intervalsOfASmallBucketHoldTheTruth() {
        for (double jitter : JITTERS) {
            FitGrid.Cell cell = FitGrid.cell(Kind.BUCKET_20, jitter, 20, 100);
            assertThat(cell.coverage())
                    .as("%s", jitter)
                    .allSatisfy(held -> assertThat(FitGrid.share(held)).isGreaterThanOrEqualTo(0.9));
        }
    }

    /** A baseline is the slope of a line, which varies more than a mean. */
    @Test
    void intervalsOfABaselineHoldIt() {
        FitGrid.Cell cell = FitGrid.cell(Kind.BUCKET_150_UPLOAD, 0.05, 20, 100);
        assertThat(FitGrid.share(cell.coverage().get(3))).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aSmallBucketOfIntervalsOfASecondIsFoundWhereTheirIntervalExcludesBuffers() {
        assertThat(FitGrid.cell(Kind.BUCKET_20, 0.05, 1_000, 40).right()).isGreaterThan(0.4);
    }

    @Test
    void aSmallBucketIsFoundWhereNoiseAllows() {
        assertThat(FitGrid.cell(Kind.BUCKET_20, 0.15, 100, SEEDS).right()).isEqualTo(1);
    }

    /** What the refill varied by until the bucket was empty is in no data: 9.0 % for both in 300 transfers. */
    @Test
    void aNoisyBucketIsEstimatedAboutAsWellAsItCanBe() {
        FitGrid.Cell cell = FitGrid.cell(Kind.BUCKET_150_UPLOAD, 0.3, 100, 60);
        assertThat(cell.errorP95()).isLessThan(1.3 * cell.idealErrorP95());
    }

    /** By jitter, with intervals of 100 ms. */
    private static List<FitGrid.Cell> cells(Kind kind) {
        return FitGrid.cells(kind, JITTERS, 100, SEEDS);
    }
}
