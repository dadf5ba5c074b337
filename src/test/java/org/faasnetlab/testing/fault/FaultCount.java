package org.faasnetlab.testing.fault;

import java.util.List;

/**
 * What one or several rounds of a fault have cost.
 *
 * @param idle rounds in which no function had measured anything before the fault
 * @param sent intervals that functions had measured one second before the fault, see {@link FaultRound}
 * @param stored those that are in the run database
 * @param lost those that are not
 * @param destroyed those that are not because the fault destroyed the place where they were stored
 * @param problems what the program must not do, one sentence each
 */
public record FaultCount(
        int rounds,
        int idle,
        long sent,
        long stored,
        long lost,
        long destroyed,
        int orphans,
        int leftoverFiles,
        int falseSuccesses,
        List<String> problems) {

    public static final FaultCount NONE = failed(0, List.of());

    /** Rounds without a measurement. */
    public static FaultCount failed(int rounds, List<String> problems) {
        return new FaultCount(rounds, 0, 0, 0, 0, 0, 0, 0, 0, problems);
    }

    public FaultCount plus(FaultCount other) {
        return new FaultCount(
                rounds + other.rounds,
                idle + other.idle,
                sent + other.sent,
                stored + other.stored,
                lost + other.lost,
                destroyed + other.destroyed,
                orphans + other.orphans,
                leftoverFiles + other.leftoverFiles,
                falseSuccesses + other.falseSuccesses,
                java.util.stream.Stream.concat(problems.stream(), other.problems.stream())
                        .toList());
    }

    public boolean held() {
        return lost == 0 && orphans == 0 && leftoverFiles == 0 && falseSuccesses == 0 && problems.isEmpty();
    }
}
