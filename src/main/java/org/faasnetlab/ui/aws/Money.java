package org.faasnetlab.ui.aws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.faasnetlab.testbed.aws.Cost;

/** Sums for reading: rounded up to a cent, so that nothing that costs is shown as free. */
final class Money {
    private Money() {}

    static String words(Cost cost) {
        return words(cost.dollars());
    }

    static String words(BigDecimal dollars) {
        return "$" + dollars.setScale(2, RoundingMode.UP);
    }
}
