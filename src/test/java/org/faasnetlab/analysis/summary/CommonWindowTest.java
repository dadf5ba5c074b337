package org.faasnetlab.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testing.analysis.MinimalRows;
import org.faasnetlab.testing.store.InMemoryIntervalSums;
import org.junit.jupiter.api.Test;

class CommonWindowTest {

    @Test
    void windowIsLastStartToFirstFinishWithProportionalIntervals() {
        // Function 0: 0 to 200 ms, 1 MB in each 100 ms. Function 1: 50 to 250 ms, 2 MB in each 100 ms.
        List<FunctionRow> functions =
                List.of(MinimalRows.finished(0, 0, 200, 2_000_000), MinimalRows.finished(1, 50, 200, 4_000_000));
        List<StoredInterval> intervals = List.of(
                MinimalRows.interval(0, 0, 100, 1_000_000),
                MinimalRows.interval(0, 100, 100, 1_000_000),
                MinimalRows.interval(1, 50, 100, 2_000_000),
                MinimalRows.interval(1, 150, 100, 2_000_000));
        CommonWindow window = CommonWindow.of(functions, intervals).orElseThrow();
        assertThat(window.startMicros()).isEqualTo(50_000);
        assertThat(window.endMicros()).isEqualTo(200_000);
        // Inside: 0.5 + 1 MB of function 0 and 2 + 1 MB of function 1: 4.5 MB in 150 ms.
        assertThat(window.aggregate().megabitsPerSecond()).isCloseTo(240, within(1e-9));
        assertThat(window.shares()).containsExactly(entry(0, 0.75), entry(1, 0.75));
    }

    @Test
    void failedAndCutOffFunctionsDoNotShortenItNorAddToIt() {
        List<FunctionRow> functions =
                List.of(MinimalRows.finished(0, 0, 100, 1_000_000), MinimalRows.failed(1, 90L), MinimalRows.cutOff(2));
        List<StoredInterval> intervals =
                List.of(MinimalRows.interval(0, 0, 100, 1_000_000), MinimalRows.interval(1, 90, 100, 9_000_000));
        CommonWindow window = CommonWindow.of(functions, intervals).orElseThrow();
        assertThat(window.startMicros()).isZero();
        assertThat(window.aggregate().megabitsPerSecond()).isCloseTo(80, within(1e-9));
    }

    @Test
    void noWindowIfOneFunctionFinishedBeforeAnotherStarted() {
        assertThat(CommonWindow.of(
                        List.of(MinimalRows.finished(0, 0, 100, 1), MinimalRows.finished(1, 100, 100, 1)), List.of()))
                .isEmpty();
    }

    @Test
    void noWindowIfNoFunctionFinished() {
        assertThat(CommonWindow.of(List.of(MinimalRows.failed(0, 0L)), List.of(MinimalRows.interval(0, 0, 100, 5))))
                .isEmpty();
    }

    @Test
    void aFunctionWithoutIntervalsCountsEvenlyOverItsTransfer() {
        // 1 MB in 100 ms from 0, 1 MB in 50 ms from 25: inside 25 to 75 ms are 0.5 MB and 1 MB.
        List<FunctionRow> functions =
                List.of(MinimalRows.finished(0, 0, 100, 1_000_000), MinimalRows.finished(1, 25, 50, 1_000_000));
        CommonWindow window = CommonWindow.of(functions, List.of()).orElseThrow();
        assertThat(window.aggregate().megabitsPerSecond()).isCloseTo(240, within(1e-9));
        assertThat(window.shares()).containsExactly(entry(0, 0.5), entry(1, 1.0));
    }

    @Test
    void bytesInSendersBuffersDoNotCount() {
        // Function 0 sends 5 MB at first, of which 4 MB stay in its buffers, then 1 MB in each 100 ms: 3 MB arrive.
        List<FunctionRow> functions =
                List.of(MinimalRows.finished(0, 0, 300, 3_000_000), MinimalRows.finished(1, 150, 150, 1_500_000));
        List<StoredInterval> intervals = List.of(
                MinimalRows.interval(0, 0, 100, 5_000_000),
                MinimalRows.interval(0, 100, 100, 1_000_000),
                MinimalRows.interval(0, 200, 100, 1_000_000),
                MinimalRows.interval(1, 150, 150, 1_500_000));
        CommonWindow window = CommonWindow.of(functions, intervals).orElseThrow();
        // 1.5 MB of each in 150 ms.
        assertThat(window.aggregate().megabitsPerSecond()).isCloseTo(160, within(1e-9));
        assertThat(window.shares()).containsExactly(entry(0, 0.5), entry(1, 1.0));

        CommonWindow alone = CommonWindow.of(functions.subList(0, 1), intervals.subList(0, 3))
                .orElseThrow();
        assertThat(alone.aggregate().megabitsPerSecond()).isCloseTo(80, within(1e-9));
    }

    /** Two functions that send in turn: their sum is steady, and each of them is not. */
    @Test
    void intervalOfTheAggregateIsThatOfTheSumOverTime() {
        CommonWindow window =
                CommonWindow.of(turns(10), inTurn(10)).orElseThrow().withBins(inTurn(10));

        // At least a block of 128 KiB over 10 s: 0.105 Mbit/s.
        assertThat(window.aggregate().megabitsPerSecond()).isCloseTo(200, within(1e-9));
        assertThat(window.interval().low().megabitsPerSecond()).isCloseTo(199.895, within(1e-3));
        assertThat(window.interval().high().megabitsPerSecond()).isCloseTo(200.105, within(1e-3));

        CommonWindow first = window.ofFunctions(function -> function == 0).orElseThrow();
        assertThat(first.aggregate().megabitsPerSecond()).isCloseTo(100, within(1e-9));
        assertThat(first.interval().low().megabitsPerSecond()).isLessThan(65);
        assertThat(first.interval().high().megabitsPerSecond()).isGreaterThan(135);
    }

    @Test
    void storeAndMemoryGiveTheSameInterval() throws StoreException {
        List<StoredInterval> intervals = new ArrayList<>(inTurn(10).subList(0, 150));
        IntervalSums sums = new InMemoryIntervalSums((run, trial) -> intervals);
        CommonWindow window = CommonWindow.of(turns(10), inTurn(10)).orElseThrow();

        assertThat(window.withBins(sums, MinimalRows.trial(2)).interval())
                .isEqualTo(window.withBins(intervals).interval());
        intervals.add(MinimalRows.interval(2, 0, 100, 1));
        assertThat(window.withBins(sums, MinimalRows.trial(3)).interval())
                .as("what a third function moved is in the sums of the store")
                .isNull();
    }

    @Test
    void aWindowOfLessThanTwoSecondsHasNoInterval() {
        assertThat(CommonWindow.of(turns(1), inTurn(1))
                        .orElseThrow()
                        .withBins(inTurn(1))
                        .interval())
                .isNull();
        assertThat(CommonWindow.of(turns(10), inTurn(10)).orElseThrow().interval())
                .as("without its course")
                .isNull();
    }

    private static List<FunctionRow> turns(int seconds) {
        return List.of(
                MinimalRows.finished(0, 0, seconds * 1000L, seconds * 12_500_000L),
                MinimalRows.finished(1, 0, seconds * 1000L, seconds * 12_500_000L));
    }

    /** 200 Mbit/s for 1 s, then nothing for 1 s; the other function begins with the pause. */
    private static List<StoredInterval> inTurn(int seconds) {
        return IntStream.range(0, 2)
                .boxed()
                .flatMap(function -> IntStream.range(0, seconds * 10)
                        .mapToObj(i ->
                                MinimalRows.interval(function, i * 100L, 100, i / 10 % 2 == function ? 2_500_000 : 0)))
                .toList();
    }
}
