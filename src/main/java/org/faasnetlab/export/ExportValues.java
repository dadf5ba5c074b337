package org.faasnetlab.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** Values as all exports write them: numbers are exact, with a point, the same in every language. */
final class ExportValues {
    private ExportValues() {}

    /** Microseconds in seconds with six decimals. */
    static @Nullable BigDecimal seconds(@Nullable Long micros) {
        return micros == null ? null : BigDecimal.valueOf(micros, 6);
    }

    /** Microseconds in milliseconds with three decimals. */
    static @Nullable BigDecimal millis(@Nullable Long micros) {
        return micros == null ? null : BigDecimal.valueOf(micros, 3);
    }

    /** A share from 0 to 1, to four decimals. */
    static @Nullable BigDecimal share(@Nullable Double share) {
        return share == null ? null : BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }

    /** A metric's value in the unit of its column. */
    static @Nullable BigDecimal metric(Metric metric, @Nullable Double value) {
        return value == null ? null : metric.exported(value);
    }

    /** A bandwidth in bit/s without decimals. */
    static @Nullable Long bitsPerSecond(@Nullable Bandwidth bandwidth) {
        return bandwidth == null ? null : (Long) Math.round(bandwidth.bitsPerSecond());
    }
}
