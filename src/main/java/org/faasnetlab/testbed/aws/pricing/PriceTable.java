package org.faasnetlab.testbed.aws.pricing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.faasnetlab.testbed.aws.pricing.PriceSource.Publisher;
import org.faasnetlab.testbed.aws.stack.ResourceText;
import org.faasnetlab.workload.Architecture;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * List prices in US dollars, each with its source: the only price table of the program. {@code prices.properties} holds
 * the bundled prices of one Region and day; {@link PriceListClient} replaces some of them with current ones. Immutable.
 */
public final class PriceTable {
    public static final String REQUEST = "lambda.request";
    public static final String S3_PUT = "s3.put";
    public static final String S3_GET = "s3.get";
    static final String DISK = "disk-gb.hour";

    private static final PriceTable BUNDLED = new PriceTable(read());

    private final Map<String, Price> prices;

    private PriceTable(Map<String, Price> prices) {
        this.prices = Map.copyOf(prices);
    }

    /**
     * Whether prices of this table say something about a Region. AWS China is sold by other companies, in yuan, and the Price
     * List API does not have its prices.
     *
     * @param region ID of the Region
     */
    public static boolean covers(String region) {
        return !PartitionMetadata.of(Region.of(region)).id().equals("aws-cn");
    }

    /** The table that ships with the program. */
    public static PriceTable bundled() {
        return BUNDLED;
    }

    /**
     * This table with some prices replaced.
     *
     * @param newer by the names that the constants and methods of this class give
     */
    public PriceTable with(Map<String, Price> newer) {
        Map<String, Price> all = new HashMap<>(prices);
        all.putAll(newer);
        return new PriceTable(all);
    }

    /** A server for an hour; empty if the table does not have its type. */
    public Optional<Price> serverHour(String type) {
        return Optional.ofNullable(prices.get(server(type)));
    }

    public Price publicAddressHour() {
        return price("public-ipv4.hour");
    }

    /** 1e9 bytes to or from a public address in the same Region. */
    public Price publicTransferGb() {
        return price("public-transfer.gb");
    }

    public Price diskGbHour() {
        return price(DISK);
    }

    /** 1,024 MB of a function's memory for a second. */
    public Price functionGbSecond(Architecture architecture) {
        return price(gbSecond(architecture));
    }

    public Price functionRequest() {
        return price(REQUEST);
    }

    /** A PUT request for an object or a part of one. */
    public Price s3Put() {
        return price(S3_PUT);
    }

    /** A GET request for an object or a range of one. */
    public Price s3Get() {
        return price(S3_GET);
    }

    static String server(String type) {
        return "server." + type;
    }

    public static String gbSecond(Architecture architecture) {
        return "lambda." + architecture.id() + ".gb-second";
    }

    private Price price(String name) {
        Price price = prices.get(name);
        if (price == null) {
            throw new IllegalStateException("the bundled price table has no price " + name);
        }
        return price;
    }

    private static Map<String, Price> read() {
        Properties table = new Properties();
        try {
            table.load(new StringReader(ResourceText.read(PriceTable.class, "prices.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] unverified = remove(table, "unverified").split(" ");
        String region = remove(table, "region");
        LocalDate date = LocalDate.parse(remove(table, "date"));
        Map<String, Price> prices = new HashMap<>();
        for (String name : table.stringPropertyNames()) {
            Publisher publisher =
                    Arrays.stream(unverified).anyMatch(name::startsWith) ? Publisher.TABLE_UNVERIFIED : Publisher.TABLE;
            prices.put(
                    name, new Price(new BigDecimal(table.getProperty(name)), new PriceSource(publisher, region, date)));
        }
        return prices;
    }

    private static String remove(Properties table, String name) {
        return Objects.requireNonNull(table.remove(name), name).toString();
    }
}
