package org.faasnetlab.function.capacity;

/**
 * What counts as carried by the network. RFC 9097 has such limits beside the rate, to be reported with it.
 *
 * @param maxRate the highest rate that is offered, UDP payload in bit/s
 * @param loss the highest loss ratio, 0 to 1
 * @param reordering the highest ratio of reordered datagrams, 0 to 1
 */
record CapacityLimits(long maxRate, double loss, double reordering) {
    /** A queue that grows by more than this share of what is sent is not carried, even if it has lost nothing yet. */
    private static final double DELIVERED = 0.95;

    boolean areKeptBy(CapacityStep step) {
        return step.loss() <= loss && step.reordered() <= reordering && step.received() >= DELIVERED * step.offered();
    }

    /** The highest rate that a network can carry from which this arrives under overload. */
    static long mostOf(double received) {
        return (long) (received / DELIVERED);
    }
}
