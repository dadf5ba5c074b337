package org.faasnetlab.testbed.aws.pricing;

import java.math.BigDecimal;

/**
 * The list price of one unit.
 *
 * @param dollars US dollars, without tax and discounts
 * @param source publisher, Region, and date
 */
public record Price(BigDecimal dollars, PriceSource source) {

    /** US dollars for calculations that need no exact decimal. */
    public double usd() {
        return dollars.doubleValue();
    }

    /** @param units may have a fraction */
    Cost times(BigDecimal units) {
        return Cost.of(dollars.multiply(units), source);
    }

    Cost times(long units) {
        return times(BigDecimal.valueOf(units));
    }
}
