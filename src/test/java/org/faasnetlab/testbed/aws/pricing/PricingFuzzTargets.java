package org.faasnetlab.testbed.aws.pricing;

import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Products of the AWS price list. */
public final class PricingFuzzTargets {
    private PricingFuzzTargets() {}

    public static List<FuzzTarget> all() {
        String product =
                "{\"product\":{\"sku\":\"S\"},\"publicationDate\":\"2026-11-20T10:11:12Z\",\"terms\":{\"OnDemand\":"
                        + "{\"S.T\":{\"priceDimensions\":{\"S.T.1\":{\"beginRange\":\"0\",\"pricePerUnit\":{\"USD\":\"0.2592\"}},"
                        + "\"S.T.2\":{\"beginRange\":\"6000\",\"pricePerUnit\":{\"USD\":\"0.01\"}}}}}}}";
        return List.of(FuzzTarget.ofText(
                        "price list",
                        List.of(product),
                        Set.of(),
                        text -> PriceListClient.read(text, "eu-central-1")
                                .ifPresent(price -> price.dollars().toPlainString()))
                .covers(PriceListClient.class));
    }
}
