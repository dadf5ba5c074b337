package org.faasnetlab.analysis.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.faasnetlab.analysis.published.BundledJson;

/**
 * List prices in US dollars, of one region and one day.
 *
 * @param source where they were published
 * @param read the day on which they were read, as yyyy-mm-dd
 */
public record Prices(
        String source,
        String read,
        String region,
        @JsonProperty("lambda_x86_usd_per_gb_second") double lambdaX86UsdPerGbSecond,
        @JsonProperty("lambda_arm_usd_per_gb_second") double lambdaArmUsdPerGbSecond,
        @JsonProperty("lambda_usd_per_request") double lambdaUsdPerRequest,
        @JsonProperty("s3_get_usd_per_request") double s3GetUsdPerRequest,
        @JsonProperty("s3_put_usd_per_request") double s3PutUsdPerRequest) {

    /** The prices that come with the program. */
    public static Prices load() {
        return BundledJson.as(BundledJson.read("prices.json"), Prices.class);
    }
}
