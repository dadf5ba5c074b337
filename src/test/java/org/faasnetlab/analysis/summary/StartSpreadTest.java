package org.faasnetlab.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.testing.analysis.MinimalRows;
import org.junit.jupiter.api.Test;

class StartSpreadTest {

    @Test
    void itIsThe99thMinusThe1stPercentileOfTheStarts() {
        // 101 starts at 0, 1, ... 100 ms: definition 7 puts p1 at 1 ms and p99 at 99 ms.
        List<FunctionRow> functions = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> MinimalRows.finished(i, i, 1000, 1))
                .toList();
        assertThat(StartSpread.of(functions))
                .contains(new StartSpread(Duration.ofMillis(98), 101, Duration.ofMillis(50)));
    }

    @Test
    void itInterpolatesBetweenFewStarts() {
        // p1 = 0.01 of 100 ms, p99 = 0.99 of 100 ms.
        List<FunctionRow> functions =
                List.of(MinimalRows.finished(0, 0, 1, 1), MinimalRows.failed(1, 100L), MinimalRows.cutOff(2));
        assertThat(StartSpread.of(functions))
                .contains(new StartSpread(Duration.ofMillis(98), 2, Duration.ofMillis(50)));
    }

    @Test
    void oneFunctionHasNone() {
        assertThat(StartSpread.of(List.of(MinimalRows.finished(0, 7, 1, 1))))
                .contains(new StartSpread(Duration.ZERO, 1, Duration.ofMillis(7)));
    }

    @Test
    void noSpreadIfNoFunctionStarted() {
        assertThat(StartSpread.of(List.of(MinimalRows.failed(0, null)))).isEmpty();
    }
}
