package org.faasnetlab.testbed.aws.pricing;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sum, and the prices that it stands on.
 *
 * @param dollars US dollars, without tax and discounts, not rounded
 * @param sources where its prices come from
 */
public record Cost(BigDecimal dollars, List<PriceSource> sources) {

    public static final Cost NOTHING = new Cost(BigDecimal.ZERO, List.of());

    static Cost of(BigDecimal dollars, PriceSource source) {
        return new Cost(dollars, List.of(source));
    }

    public Cost plus(Cost other) {
        Set<PriceSource> all = new LinkedHashSet<>(sources);
        all.addAll(other.sources);
        return new Cost(dollars.add(other.dollars), List.copyOf(all));
    }

    /** Where the prices come from and of what date, a whole sentence; belongs beside every sum that is shown. */
    public String basis() {
        String doubt = sources.stream().allMatch(PriceSource::verified) ? "" : ", some of them unverified";
        return sources.stream()
                .map(PriceSource::words)
                .distinct()
                .collect(Collectors.joining(" and ", "Prices from ", doubt + "; excluding tax and discounts."));
    }

    /** Whether all prices are those of AWS's own list for the Region that was asked for. */
    public boolean ofAws() {
        return sources.stream().allMatch(source -> source.publisher() == PriceSource.Publisher.AWS);
    }
}
