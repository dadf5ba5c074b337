package org.faasnetlab.analysis.burst;

/**
 * A transfer as rates over consecutive bins, which consist of whole intervals. A bin is at least 0.1 s, so that the
 * refills of AWS Lambda, one every 100 ms, average out, and there are at most about 200 bins, so that the search for
 * levels stays fast.
 *
 * @param first index of the cumulative point at which each bin starts, and of the last point
 * @param seconds length of each bin
 * @param rates mean rate of each bin in bytes per second
 */
record RateBins(int[] first, double[] seconds, double[] rates) {
    private static final double MIN_SECONDS = 0.1;
    private static final int MAX_BINS = 200;

    static RateBins of(CumulativeBytes all) {
        int intervals = all.points() - 1;
        int each = (int) Math.max(
                Math.max(1, Math.round(MIN_SECONDS / all.step())), (long) Math.ceil(intervals / (double) MAX_BINS));
        // A rest of less than half a bin belongs to the last bin.
        int bins = Math.max(1, (intervals + each / 2) / each);
        int[] first = new int[bins + 1];
        double[] seconds = new double[bins];
        double[] rates = new double[bins];
        for (int i = 0; i < bins; i++) {
            first[i] = i * each;
            first[i + 1] = i == bins - 1 ? intervals : (i + 1) * each;
            seconds[i] = all.seconds()[first[i + 1]] - all.seconds()[first[i]];
            rates[i] = (all.bytes()[first[i + 1]] - all.bytes()[first[i]]) / seconds[i];
        }
        return new RateBins(first, seconds, rates);
    }

    int size() {
        return rates.length;
    }
}
