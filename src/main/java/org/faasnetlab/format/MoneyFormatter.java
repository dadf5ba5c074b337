package org.faasnetlab.format;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats US dollars for people: whole cents, rounded up, so that nothing that costs money is shown as free. */
public final class MoneyFormatter {
    private MoneyFormatter() {}

    /** For example {@code $0.13}. */
    public static String format(BigDecimal dollars) {
        return "$" + dollars.setScale(2, RoundingMode.UP);
    }
}
