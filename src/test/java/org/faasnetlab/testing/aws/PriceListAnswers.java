package org.faasnetlab.testing.aws;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Responses in the format of the Price List API. */
public final class PriceListAnswers {
    private static final String PRODUCT =
            "{\\\"publicationDate\\\":\\\"2026-11-20T00:11:12Z\\\",\\\"terms\\\":{\\\"OnDemand\\\":{\\\"S.T\\\":"
                    + "{\\\"priceDimensions\\\":{\\\"S.T.1\\\":{\\\"beginRange\\\":\\\"0\\\",\\\"pricePerUnit\\\":{\\\"USD\\\":\\\"%s\\\"}},"
                    + "\\\"S.T.2\\\":{\\\"beginRange\\\":\\\"6000000000\\\",\\\"pricePerUnit\\\":{\\\"USD\\\":\\\"0.0000000001\\\"}}}}},"
                    + "\\\"Reserved\\\":{\\\"X\\\":{\\\"priceDimensions\\\":{\\\"Y\\\":{\\\"pricePerUnit\\\":{\\\"USD\\\":\\\"9\\\"}}}}}}}";

    private PriceListAnswers() {}

    /** The price for the product of a request. */
    public static String to(String request) {
        return products(price(request));
    }

    public static String products(String... prices) {
        return Arrays.stream(prices)
                .map(price -> '"' + PRODUCT.formatted(price) + '"')
                .collect(Collectors.joining(",", "{\"FormatVersion\":\"aws_v1\",\"PriceList\":[", "]}"));
    }

    private static String price(String request) {
        if (request.contains("c6in.xlarge")) {
            return "0.2592";
        }
        if (request.contains("AWS-Lambda-Duration\"")) {
            return "0.0000166667";
        }
        if (request.contains("AWS-Lambda-Requests\"")) {
            return "0.0000002";
        }
        if (request.contains("S3-API-Tier1")) {
            return "0.0000054";
        }
        return request.contains("S3-API-Tier2") ? "0.00000043" : "0.073";
    }
}
