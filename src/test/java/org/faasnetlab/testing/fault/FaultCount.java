package org.faasnetlab.testing.fault;

import java.util.List;

/**
 * What one or several rounds of a fault have cost.
 *
 * @param sent intervals that functions had measured one second before the fault, by their number and the time
 * @param stored those that are in the run database
 * @param lost those that are not
 * @param problems what the program must not do, one sentence each
 */
public record FaultCount(
        int rounds,
        long sent,
        long stored,
        long lost,
        int orphans,
        int leftoverFiles,
        int falseSuccesses,
        List<String> problems) {

    public static final FaultCount NONE = new FaultCount(0, 0, 0, 0, 0, 0, 0, List.of());

    public FaultCount plus(FaultCount other) {
        return new FaultCount(
                rounds + other.rounds,
                sent + other.sent,
                stored + other.stored,
                lost + other.lost,
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
