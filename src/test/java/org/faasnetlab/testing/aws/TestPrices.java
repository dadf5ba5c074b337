package org.faasnetlab.testing.aws;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.faasnetlab.testbed.aws.pricing.Price;
import org.faasnetlab.testbed.aws.pricing.PriceSource;
import org.faasnetlab.testbed.aws.pricing.PriceSource.Publisher;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.workload.Architecture;

/** Price tables with round numbers, in US dollars. */
public final class TestPrices {
    private TestPrices() {}

    /** The bundled table with other prices of functions and of S3 requests. */
    public static PriceTable of(
            String region, double x86GbSecond, double armGbSecond, double request, double get, double put) {
        PriceSource source = new PriceSource(Publisher.TABLE, region, LocalDate.of(2026, 11, 20));
        return PriceTable.bundled()
                .with(Map.of(
                        PriceTable.gbSecond(Architecture.X86_64),
                        price(x86GbSecond, source),
                        PriceTable.gbSecond(Architecture.ARM64),
                        price(armGbSecond, source),
                        PriceTable.REQUEST,
                        price(request, source),
                        PriceTable.S3_GET,
                        price(get, source),
                        PriceTable.S3_PUT,
                        price(put, source)));
    }

    private static Price price(double dollars, PriceSource source) {
        return new Price(BigDecimal.valueOf(dollars), source);
    }
}
