package org.faasnetlab.testbed.aws.pricing;

import java.math.BigDecimal;

/**
 * What one unit costs.
 *
 * @param dollars US dollars, without tax and discounts
 * @param source who says so
 */
public record Price(BigDecimal dollars, PriceSource source) {

    /** So many units; a fraction, too. */
    Cost times(BigDecimal units) {
        return Cost.of(dollars.multiply(units), source);
    }

    Cost times(long units) {
        return times(BigDecimal.valueOf(units));
    }
}
