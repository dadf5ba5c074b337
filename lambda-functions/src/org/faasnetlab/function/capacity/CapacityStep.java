package org.faasnetlab.function.capacity;

/**
 * One test of the search. Rates are UDP payload in bit/s.
 *
 * @param rate that was to be sent
 * @param offered that was sent
 * @param received that arrived
 * @param loss datagrams that did not arrive per sent one, 0 to 1
 * @param reordered datagrams that arrived after a later one per sent one
 */
record CapacityStep(long rate, double offered, double received, double loss, double reordered) {
    /** A sender that falls short of this share of the rate is itself the limit. */
    private static final double REACHED = 0.9;

    boolean sentItsRate() {
        return offered >= REACHED * rate;
    }
}
