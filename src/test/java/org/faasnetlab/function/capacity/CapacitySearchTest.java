package org.faasnetlab.function.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches on simulated links, each step one second long. */
class CapacitySearchTest {
    private static final double MBIT = 1e6;
    private static final CapacityLimits LIMITS = new CapacityLimits(200_000_000, 0.01, 0.01);

    /** A link whose state passes from step to step. */
    private static class Link {
        double rate = 50 * MBIT;
        double queueBits;
        double bucketBits;
        double bucketSize;
        double randomLoss;
        double reordered;
        double senderLimit = Double.MAX_VALUE;
        double backlog;
        int disturbedStep = -1;
        final List<Long> asked = new ArrayList<>();

        CapacityStep step(long asking) {
            boolean disturbed = asked.size() == disturbedStep;
            asked.add(asking);
            double offered = Math.min(asking, senderLimit);
            double arriving = offered * (1 - randomLoss) * (disturbed ? 0.9 : 1);
            double room = rate + bucketBits;
            double carriedNow = Math.min(room, arriving + backlog);
            double queued = Math.min(queueBits, arriving + backlog - carriedNow);
            double lost = arriving + backlog - carriedNow - queued;
            bucketBits = Math.min(bucketSize, bucketBits + rate - carriedNow);
            backlog = 0; // The pause between two steps drains the queue.
            double lossRatio = (offered - arriving + lost) / offered;
            return new CapacityStep(asking, offered, carriedNow, lossRatio, reordered);
        }
    }

    private static CapacitySearch search(Link link, CapacityLimits limits) {
        CapacitySearch search = new CapacitySearch(limits);
        while (search.next().isPresent()) {
            search.add(link.step(search.next().getAsLong()));
        }
        return search;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1.7, 3.2, 12, 50, 64, 99.9, 150, 190})
    void theCapacityOfADroppingLinkIsFoundWithinTwoPercent(double megabits) {
        Link link = new Link();
        link.rate = megabits * MBIT;
        CapacitySearch search = search(link, LIMITS);

        assertThat(search.isConfirmed()).isTrue();
        assertThat(search.capacity().received() / MBIT).isCloseTo(megabits, withinPercentage(2));
        assertThat(search.notCarried()).isGreaterThan((long) (megabits * MBIT));
        assertThat(search.notCarried() / MBIT).isLessThan(megabits * 1.05);
        assertThat(search.steps()).isLessThanOrEqualTo(10);
    }

    @Test
    void whatIsAskedForAgainstAPlainLink() {
        Link link = new Link();
        search(link, new CapacityLimits(64_000_000, 0.01, 0.01));
        // Four times; a bit less than what arrived of 64 Mbit/s; 2 % more, of which too much is lost; and once more.
        assertThat(link.asked)
                .containsExactly(
                        1_000_000L, 4_000_000L, 16_000_000L, 64_000_000L, 49_750_000L, 50_745_000L, 49_750_000L);
    }

    @Test
    void aQueueThatAbsorbsAStepIsNoCapacity() {
        Link link = new Link();
        link.queueBits = 0.2 * 50 * MBIT;
        CapacitySearch search = search(link, LIMITS);

        assertThat(search.capacity().received() / MBIT).isCloseTo(50, withinPercentage(2));
        assertThat(search.capacity().offered() / MBIT).isLessThan(53);
    }

    @Test
    void aTokenBucketIsNoLastingCapacity() {
        Link link = new Link();
        link.bucketSize = 160 * MBIT;
        link.bucketBits = link.bucketSize;
        CapacitySearch search = search(link, LIMITS);

        assertThat(search.isConfirmed()).isTrue();
        assertThat(search.capacity().received() / MBIT).isCloseTo(50, withinPercentage(3));
        assertThat(search.best().received() / MBIT).isEqualTo(200);
    }

    @Test
    void randomLossWithinTheLimitChangesNothing() {
        Link link = new Link();
        link.randomLoss = 0.005;
        CapacitySearch search = search(link, LIMITS);

        assertThat(search.isConfirmed()).isTrue();
        assertThat(search.capacity().received() / MBIT).isCloseTo(50, withinPercentage(3));
        assertThat(search.capacity().loss()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void withMoreRandomLossThereIsNoCapacity() {
        Link link = new Link();
        link.randomLoss = 0.03;
        CapacitySearch search = search(link, LIMITS);

        assertThat(search.capacity()).isNull();
        assertThat(search.leastLossy().loss()).isBetween(0.029, 0.031);
        assertThat(search(link, new CapacityLimits(200_000_000, 0.05, 0.01))
                                .capacity()
                                .received()
                        / MBIT)
                .isCloseTo(50, withinPercentage(3));
    }

    @Test
    void moreReorderingThanAllowedIsNotCarried() {
        Link link = new Link();
        link.reordered = 0.02;
        assertThat(search(link, LIMITS).capacity()).isNull();
        assertThat(search(link, new CapacityLimits(200_000_000, 0.01, 0.02)).isConfirmed())
                .isTrue();
    }

    @Test
    void aFastLinkIsAskedForNoMoreThanTheMaximum() {
        Link link = new Link();
        link.rate = 10_000 * MBIT;
        CapacitySearch search = search(link, LIMITS);

        assertThat(link.asked).hasSize(5).endsWith(200_000_000L, 200_000_000L);
        assertThat(search.capacity().received()).isEqualTo(200 * MBIT);
        assertThat(search.notCarried()).isNull();
    }

    @Test
    void aSlowSenderEndsTheSearch() {
        Link link = new Link();
        link.rate = 10_000 * MBIT;
        link.senderLimit = 60 * MBIT;
        CapacitySearch search = search(link, LIMITS);

        assertThat(link.asked).endsWith(200_000_000L, 200_000_000L).hasSize(5);
        assertThat(search.capacity().sentItsRate()).isFalse();
        assertThat(search.isSenderLimited()).isTrue();
        assertThat(search.capacity().received()).isEqualTo(60 * MBIT);
    }

    @Test
    void aStepThatWasNotSentIsNoLimitOfTheNetwork() {
        // Sender and receiver lack processor time: less is sent than asked for, and half of that is lost.
        Link link = new Link();
        link.rate = 10_000 * MBIT;
        link.senderLimit = 20 * MBIT;
        CapacitySearch search = new CapacitySearch(LIMITS);
        while (search.next().isPresent()) {
            CapacityStep sent = link.step(search.next().getAsLong());
            boolean tooMuch = sent.offered() > 13 * MBIT;
            search.add(new CapacityStep(
                    sent.rate(),
                    sent.offered(),
                    tooMuch ? sent.received() / 2 : sent.received(),
                    tooMuch ? 0.5 : 0,
                    0));
            if (!sent.sentItsRate()) {
                assertThat(search.notCarried()).isNull();
                assertThat(search.isSenderLimited()).isTrue();
            }
        }
        // Below the sender's limit, steps are lost that were sent: those count.
        assertThat(search.notCarried()).isBetween((long) (13 * MBIT), (long) (14 * MBIT));
        assertThat(search.isSenderLimited()).isFalse();

        CapacitySearch withoutProof = new CapacitySearch(LIMITS);
        while (withoutProof.next().isPresent()) {
            long rate = withoutProof.next().getAsLong();
            boolean tooMuch = rate > 13 * MBIT;
            withoutProof.add(new CapacityStep(
                    rate, tooMuch ? 11 * MBIT : rate, tooMuch ? 6 * MBIT : rate, tooMuch ? 0.45 : 0, 0));
        }
        assertThat(withoutProof.isConfirmed()).isTrue();
        assertThat(withoutProof.notCarried()).isNull();
        assertThat(withoutProof.isSenderLimited()).isTrue();
    }

    @Test
    void aSenderThatIsSlowOnlyAboveTheCapacityDoesNotHideIt() {
        Link link = new Link();
        link.senderLimit = 60 * MBIT;
        CapacitySearch search = search(link, LIMITS);

        assertThat(search.capacity().received() / MBIT).isCloseTo(50, withinPercentage(2));
        assertThat(search.notCarried()).isLessThan((long) (52 * MBIT));
        assertThat(search.isSenderLimited()).isFalse();
    }

    @Test
    void oneDisturbedStepIsRepeated() {
        for (int step = 4; step < 8; step++) {
            Link link = new Link();
            link.disturbedStep = step;
            CapacitySearch search = search(link, LIMITS);
            assertThat(search.capacity().received() / MBIT).as("step " + step).isCloseTo(50, withinPercentage(12));
        }
    }

    @Test
    void everySearchEndsAndNeverExceedsTheMaximum() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            CapacitySearch search = new CapacitySearch(LIMITS);
            int steps = 0;
            while (search.next().isPresent()) {
                long rate = search.next().getAsLong();
                assertThat(rate).isBetween(1L, 200_000_000L);
                double offered = rate * (0.5 + random.nextDouble() / 2);
                search.add(new CapacityStep(
                        rate,
                        offered,
                        offered * random.nextDouble(),
                        random.nextDouble() / 30,
                        random.nextDouble() / 80));
                steps++;
            }
            assertThat(steps).isEqualTo(search.steps()).isBetween(1, 24);
            if (search.isConfirmed()) {
                assertThat(LIMITS.areKeptBy(search.capacity())).isTrue();
            }
        }
    }
}
