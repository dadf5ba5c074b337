package org.faasnetlab.analysis.summary;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.store.FunctionRow;

/**
 * How far apart the functions of a trial started: the 99th minus the 1st percentile of their actual starts, as {@link
 * Quantiles} defines them.
 *
 * @param functions number that started, whether or not they finished
 * @param medianStart after T0; negative if before
 */
public record StartSpread(Duration spread, int functions, Duration medianStart) {

    /** The spread of one trial, or empty if no function started. */
    public static Optional<StartSpread> of(List<FunctionRow> functions) {
        double[] starts = functions.stream()
                .map(FunctionRow::startOffsetMicros)
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .toArray();
        if (starts.length == 0) {
            return Optional.empty();
        }
        long micros = Math.round(Quantiles.of(starts, 0.99) - Quantiles.of(starts, 0.01));
        return Optional.of(new StartSpread(
                Duration.ofNanos(micros * 1000),
                starts.length,
                Duration.ofNanos(Math.round(Quantiles.of(starts, 0.5)) * 1000)));
    }
}
