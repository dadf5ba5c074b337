package org.faasnetlab.analysis.burst;

/**
 * The thresholds of {@link BurstFit} without a source in the literature. The benchmark {@code fit-thresholds} varies each of
 * them on the synthetic grid of docs/methods.md, which has what lower and higher values do.
 *
 * @param faster a burst is at least this much faster than the baseline; below it is an ordinary change of rate
 * @param disturbanceSeconds a shorter level between two others is a disturbance: a retransmission timeout of 1 s (RFC 6298,
 *     section 2) and the slow start after it
 * @param dropSeconds the shortest drop at the end that counts as the beginning of a baseline
 * @param endSeconds a change in the last moments of a transfer is its end: five intervals of 100 ms
 * @param fallAtKnee share of the whole fall that must happen at the knee itself; on a drifting link it is smaller
 */
record FitThresholds(
        double faster, double disturbanceSeconds, double dropSeconds, double endSeconds, double fallAtKnee) {
    static final FitThresholds IN_USE = new FitThresholds(1.25, 1.5, 0.3, 0.5, 0.5);
}
