package org.faasnetlab.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.faasnetlab.store.DuckDbRunStore;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.SampleRuns;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.chart.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeTrialTest {
    @TempDir
    Path folder;

    @Test
    void curvesFromSumsAreThoseFromIntervals() throws StoreException {
        RunData run = SampleRuns.manyFunctions();
        TrialRow trial = run.trials().get(0);
        try (DuckDbRunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, run);
            TrialDetails summed = new LargeTrial(store.sums(), trial, run.functions()).details();
            TrialDetails read = TrialDetails.of(trial, run.functions(), run.intervals());
            assertThat(summed.commonWindow().toString()).isNotEmpty();
            assertThat(summed.curves().lines()).hasSameSizeAs(read.curves().lines());
            assertClose(summed.curves().aggregate(), read.curves().aggregate());
            assertClose(summed.curves().band().middle(), read.curves().band().middle());
            assertThat(summed.seconds()).isCloseTo(read.seconds(), Percentage.withPercentage(2));
        }
    }

    private static void assertClose(Curve summed, Curve read) {
        assertThat(meanAfterTheBurst(summed)).isCloseTo(meanAfterTheBurst(read), Percentage.withPercentage(2));
        assertThat(summed.highest()).isCloseTo(read.highest(), Percentage.withPercentage(10));
    }

    private static double meanAfterTheBurst(Curve curve) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < curve.size(); i++) {
            if (curve.x(i) > 2 && curve.x(i) < 9 && Double.isFinite(curve.y(i))) {
                sum += curve.y(i);
                count++;
            }
        }
        return sum / count;
    }
}
