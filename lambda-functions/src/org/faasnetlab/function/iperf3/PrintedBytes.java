package org.faasnetlab.function.iperf3;

/**
 * The byte count of a printed line. The line contains it twice: as an amount with three digits, and as an exact rate
 * over a less exactly printed time. The rate is used as far as it is consistent with the amount.
 *
 * @param amount the printed amount in bytes
 * @param tolerance half of its last digit in bytes
 * @param bytesPerMicro the printed rate
 */
record PrintedBytes(double amount, double tolerance, double bytesPerMicro) implements Iperf3Event.MovedBytes {

    /**
     * @param amount as printed, for example {@code 11.9}
     * @param prefix its prefix, a power of 1024: empty, K, M, G or T
     * @param kilobits the printed rate in 1000 bit/s
     */
    static PrintedBytes of(String amount, String prefix, String kilobits) {
        double unit = Math.pow(1024, " KMGT".indexOf(prefix.isEmpty() ? " " : prefix));
        int point = amount.indexOf('.');
        int decimals = point < 0 ? 0 : amount.length() - point - 1;
        return new PrintedBytes(
                Double.parseDouble(amount) * unit,
                0.5 * Math.pow(10, -decimals) * unit,
                Double.parseDouble(kilobits) * 1000 / 8 / 1e6);
    }

    /**
     * The time to transfer the amount at the printed rate, limited to the rounding error of the printed time.
     *
     * @param printedMicros the printed time
     * @param roundingMicros maximum rounding error of the printed time
     */
    long durationMicros(long printedMicros, long roundingMicros) {
        if (bytesPerMicro == 0 || Math.abs(bytesPerMicro * printedMicros - amount) <= tolerance) {
            return printedMicros;
        }
        long exact = Math.round(amount / bytesPerMicro);
        return Math.max(printedMicros - roundingMicros, Math.min(printedMicros + roundingMicros, exact));
    }

    @Override
    public long in(long durationMicros) {
        double byRate = bytesPerMicro * durationMicros;
        return Math.round(Math.abs(byRate - amount) <= tolerance ? byRate : amount);
    }
}
