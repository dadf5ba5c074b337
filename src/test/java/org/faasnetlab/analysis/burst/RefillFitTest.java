package org.faasnetlab.analysis.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.testing.analysis.SyntheticLink;
import org.faasnetlab.testing.analysis.SyntheticLink.Shape;
import org.faasnetlab.testing.analysis.SyntheticLink.Trouble;
import org.junit.jupiter.api.Test;

class RefillFitTest {
    private static final SyntheticLink LAMBDA = SyntheticLink.megabits(625, 300, 5000, Shape.EVEN);
    private static final DataSize NONE = new DataSize(0);
    private static final long SECOND = 1_000_000;

    @Test
    void bytesRegainedInPauseAreRefill() {
        assertThat(RefillFit.of(first("a"), after("a", 2, 2 * LAMBDA.rate()), NONE))
                .isInstanceOfSatisfying(RefillFit.Measured.class, refill -> {
                    assertThat(refill.rate().megabitsPerSecond()).isCloseTo(625, within(31.0));
                    assertThat(refill.pause()).hasSeconds(2);
                    assertThat(refill.fullAgain()).isFalse();
                    assertThat(refill.low()).isLessThan(refill.rate());
                    assertThat(refill.high()).isGreaterThan(refill.rate());
                });
    }

    @Test
    void fullBucketGivesLowerLimitOfRefill() {
        assertThat(RefillFit.of(first("a"), after("a", 30, LAMBDA.bucket()), NONE))
                .isInstanceOfSatisfying(RefillFit.Measured.class, refill -> {
                    assertThat(refill.fullAgain()).isTrue();
                    assertThat(refill.low()).isLessThan(refill.rate());
                    assertThat(refill.high()).as("unknown").isNull();
                    assertThat(refill.rate().megabitsPerSecond()).isCloseTo(84, within(4.0));
                });
    }

    @Test
    void bucketThatHeldMoreBeforeIsNotFullAgain() {
        RefillFit.Transfer partly =
                new RefillFit.Transfer("a", 0, LAMBDA.run(10, 100, 1, 2 * LAMBDA.rate(), Trouble.NONE), NONE);
        RefillFit.Transfer again = after("a", 2, 2 * LAMBDA.rate());
        assertThat(RefillFit.of(partly, again, NONE))
                .isInstanceOfSatisfying(
                        RefillFit.Measured.class,
                        refill -> assertThat(refill.fullAgain()).isTrue());
        assertThat(RefillFit.of(partly, again, new DataSize(315_000_000)))
                .isInstanceOfSatisfying(RefillFit.Measured.class, refill -> {
                    assertThat(refill.fullAgain()).isFalse();
                    assertThat(refill.high()).isGreaterThan(refill.rate());
                });
    }

    @Test
    void itIsNotMeasurableWithoutTwoBurstsAPauseAndOneSandbox() {
        List<Interval> noBurst =
                SyntheticLink.megabits(625, 0, 5000, Shape.EVEN).run(10, 100, 1);
        assertThat(List.of(
                        RefillFit.of(first("a"), after("b", 2, LAMBDA.bucket()), NONE),
                        RefillFit.of(first("a"), after("a", 0, LAMBDA.bucket()), NONE),
                        RefillFit.of(first("a"), after("a", 2, 0), NONE),
                        RefillFit.of(
                                new RefillFit.Transfer("a", 0, noBurst, NONE), after("a", 2, LAMBDA.bucket()), NONE)))
                .hasOnlyElementsOfType(RefillFit.NotMeasurable.class);
    }

    private static RefillFit.Transfer first(String sandbox) {
        return new RefillFit.Transfer(sandbox, 0, LAMBDA.run(10, 100, 1), NONE);
    }

    private static RefillFit.Transfer after(String sandbox, long pauseSeconds, double tokens) {
        return new RefillFit.Transfer(
                sandbox, (10 + pauseSeconds) * SECOND, LAMBDA.run(10, 100, 2, tokens, Trouble.NONE), NONE);
    }
}
