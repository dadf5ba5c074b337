package org.faasnetlab.cli;

import java.math.RoundingMode;
import java.util.Optional;
import org.faasnetlab.testbed.aws.Cost;

/** Costs as they are shown: whole cents, rounded up. */
final class Dollars {
    private Dollars() {}

    static String text(Cost cost) {
        return "$" + cost.dollars().setScale(2, RoundingMode.UP);
    }

    static String text(Optional<Cost> cost) {
        return cost.map(Dollars::text).orElse("unknown");
    }
}
