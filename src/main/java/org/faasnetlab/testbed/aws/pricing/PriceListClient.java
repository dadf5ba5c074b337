package org.faasnetlab.testbed.aws.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.pricing.PriceSource.Publisher;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.workload.Architecture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.FilterType;

/**
 * Queries the prices of the account's Region from AWS's Price List API, which needs {@code pricing:GetProducts}. The
 * public price files need no permission, but EC2's has hundreds of MB for each Region.
 */
public final class PriceListClient {

    private static final Logger LOG = LoggerFactory.getLogger(PriceListClient.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

    private final AwsAccount account;
    private final String region;

    public PriceListClient(AwsAccount account) {
        this.account = account.in(endpoint(account.region()));
        this.region = account.region().id();
    }

    /**
     * Result of a query.
     *
     * @param table the bundled table with AWS's prices in place of its own where AWS returned one
     * @param failure why the query failed; empty if it succeeded
     */
    public record Found(PriceTable table, Optional<AwsAccessException> failure) {}

    /**
     * Queries all prices for a testbed with these settings, which takes a second or two. Does not fail: without an
     * answer, the prices are the bundled ones.
     */
    public Found find(AwsTestbedSettings settings) {
        PriceTable table = PriceTable.bundled();
        Map<String, Price> found = new HashMap<>();
        try {
            String arm = settings.architecture() == Architecture.ARM64 ? "-ARM" : "";
            put(found, PriceTable.server(settings.serverType()), server(settings.serverType()));
            put(
                    found,
                    PriceTable.gbSecond(settings.architecture()),
                    price("AWSLambda", Map.of("group", "AWS-Lambda-Duration" + arm)));
            put(found, PriceTable.REQUEST, price("AWSLambda", Map.of("group", "AWS-Lambda-Requests" + arm)));
            put(found, PriceTable.S3_PUT, price("AmazonS3", Map.of("group", "S3-API-Tier1")));
            put(found, PriceTable.S3_GET, price("AmazonS3", Map.of("group", "S3-API-Tier2")));
            put(
                    found,
                    PriceTable.DISK,
                    price("AmazonEC2", Map.of("productFamily", "Storage", "volumeApiName", "gp3"))
                            .map(month -> new Price(
                                    month.dollars().divide(HOURS_PER_MONTH, MathContext.DECIMAL64), month.source())));
            return new Found(table.with(found), Optional.empty());
        } catch (AwsAccessException e) {
            LOG.info("Cannot get prices from AWS: {}", e.getMessage());
            return new Found(table.with(found), Optional.of(e));
        }
    }

    private Optional<Price> server(String type) throws AwsAccessException {
        return price(
                "AmazonEC2",
                Map.of(
                        "instanceType", type,
                        "operatingSystem", "Linux",
                        "tenancy", "Shared",
                        "preInstalledSw", "NA",
                        "capacitystatus", "Used"));
    }

    /** The highest price of the matching products, so that a cost is rather overstated than understated. */
    private Optional<Price> price(String service, Map<String, String> attributes) throws AwsAccessException {
        List<String> products = account.query(
                PricingClient.builder(),
                pricing -> pricing.getProducts(request -> request.serviceCode(service)
                                .formatVersion("aws_v1")
                                .filters(filters(attributes)))
                        .priceList());
        return products.stream()
                .flatMap(product -> read(product, region).stream())
                .max((left, right) -> left.dollars().compareTo(right.dollars()));
    }

    private List<Filter> filters(Map<String, String> attributes) {
        Map<String, String> all = new HashMap<>(attributes);
        all.put("regionCode", region);
        return all.entrySet().stream()
                .map(entry -> Filter.builder()
                        .type(FilterType.TERM_MATCH)
                        .field(entry.getKey())
                        .value(entry.getValue())
                        .build())
                .toList();
    }

    /** The on-demand price of a product's first tier. */
    static Optional<Price> read(String product, String region) {
        try {
            JsonNode node = JSON.readTree(product);
            PriceSource source = new PriceSource(
                    Publisher.AWS,
                    region,
                    LocalDate.parse(node.path("publicationDate").asText().replaceFirst("T.*", "")));
            Optional<Price> first = Optional.empty();
            for (JsonNode term : node.path("terms").path("OnDemand")) {
                for (JsonNode dimension : term.path("priceDimensions")) {
                    BigDecimal dollars = new BigDecimal(
                            dimension.path("pricePerUnit").path("USD").asText("0"));
                    if (dimension.path("beginRange").asText("0").equals("0") && dollars.signum() > 0) {
                        first = Optional.of(new Price(dollars, source));
                    }
                }
            }
            return first;
        } catch (JsonProcessingException | DateTimeParseException | NumberFormatException e) {
            LOG.warn("Cannot parse a product of the AWS price list", e);
            return Optional.empty();
        }
    }

    private static void put(Map<String, Price> prices, String name, Optional<Price> price) {
        price.ifPresent(known -> prices.put(name, known));
    }

    /** Only three Regions have the Price List API, for the prices of all. */
    private static Region endpoint(Region region) {
        if (region.id().startsWith("eu-")) {
            return Region.EU_CENTRAL_1;
        }
        return region.id().startsWith("ap-") ? Region.AP_SOUTH_1 : Region.US_EAST_1;
    }
}
