package org.faasnetlab.function.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.function.s3.PartQueue.Part;
import org.faasnetlab.measure.Interval;
import org.junit.jupiter.api.Test;

class IntervalGridTest {
    private final IntervalGrid grid = new IntervalGrid(5_000, 100);

    @Test
    void theGridStartsWithTheTransferAndALateIntervalDoesNotMoveIt() {
        assertThat(grid.nextAfter(5_000)).isEqualTo(105_000);
        assertThat(grid.nextAfter(105_000)).isEqualTo(205_000);
        assertThat(grid.nextAfter(231_000)).isEqualTo(305_000);
    }

    @Test
    void intervalsFollowEachOtherAndSumUpToTheTotal() {
        Interval first = grid.cut(105_300, 1_000);
        Interval second = grid.cut(231_000, 1_700);
        Interval last = grid.cut(231_000, 1_701);

        assertThat(first).isEqualTo(new Interval(5_000, 100_300, 1_000, null));
        assertThat(second).isEqualTo(new Interval(105_300, 125_700, 700, null));
        assertThat(last).isEqualTo(new Interval(231_000, 1, 1, null));
        assertThat(grid.hasMore(231_000, 1_701)).isFalse();
        assertThat(grid.hasMore(231_000, 1_702)).isTrue();
    }

    @Test
    void everyPartIsAssignedOnceAndTheLastIsShorter() {
        PartQueue parts = new PartQueue(25, 10);
        List<Part> dealt = new ArrayList<>();
        for (Part part = parts.next(); part != null; part = parts.next()) {
            dealt.add(part);
        }

        assertThat(parts.count()).isEqualTo(3);
        assertThat(dealt).containsExactly(new Part(0, 0, 10), new Part(1, 10, 10), new Part(2, 20, 5));
        assertThat(parts.next()).isNull();
    }
}
