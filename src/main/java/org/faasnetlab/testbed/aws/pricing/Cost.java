package org.faasnetlab.testbed.aws.pricing;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.faasnetlab.format.Phrase;

/**
 * A sum with the sources of its prices.
 *
 * @param dollars US dollars, without tax and discounts, not rounded
 * @param sources each source once; empty for a sum of nothing
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

    /** Sources and dates of the prices, a whole sentence; belongs beside every sum that is shown. */
    public Phrase basis() {
        Phrase from = sources.stream()
                .map(PriceSource::text)
                .distinct()
                .reduce((one, other) -> Phrase.of("{0} and {1}", one, other))
                .orElse(Phrase.verbatim(""));
        return sources.stream().allMatch(PriceSource::verified)
                ? Phrase.of("Prices from {0}; excluding tax and discounts.", from)
                : Phrase.of("Prices from {0}, some of them unverified; excluding tax and discounts.", from);
    }

    /** Whether all prices come from AWS's own list for the testbed's Region. */
    public boolean ofAws() {
        return sources.stream().allMatch(source -> source.publisher() == PriceSource.Publisher.AWS);
    }
}
