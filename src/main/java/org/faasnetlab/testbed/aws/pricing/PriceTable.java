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
import org.faasnetlab.testbed.aws.stack.Architecture;
import org.faasnetlab.testbed.aws.stack.ResourceText;

/** List prices by name, each with its source. The program ships with a table of one Region and day. */
public final class PriceTable {

    static final String DISK = "disk-gb.hour";
    static final String REQUEST = "lambda.request";
    static final String S3_PUT = "s3.put";
    static final String S3_GET = "s3.get";

    private final Map<String, Price> prices;

    /** The table that ships with the program. */
    public PriceTable() {
        this(shipped());
    }

    private PriceTable(Map<String, Price> prices) {
        this.prices = Map.copyOf(prices);
    }

    /** This table with some prices replaced. */
    PriceTable with(Map<String, Price> newer) {
        Map<String, Price> all = new HashMap<>(prices);
        all.putAll(newer);
        return new PriceTable(all);
    }

    /** A server for an hour, if the table knows its type. */
    public Optional<Price> serverHour(String type) {
        return Optional.ofNullable(prices.get(server(type)));
    }

    public Price publicAddressHour() {
        return price("public-ipv4.hour");
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

    /** An object or a part of one put into S3. */
    public Price s3Put() {
        return price(S3_PUT);
    }

    /** An object or a range of one fetched from S3. */
    public Price s3Get() {
        return price(S3_GET);
    }

    static String server(String type) {
        return "server." + type;
    }

    static String gbSecond(Architecture architecture) {
        return "lambda." + architecture.id() + ".gb-second";
    }

    private Price price(String name) {
        Price price = prices.get(name);
        if (price == null) {
            throw new IllegalStateException("the built-in price table has no price " + name);
        }
        return price;
    }

    private static Map<String, Price> shipped() {
        Properties table = new Properties();
        try {
            table.load(new StringReader(ResourceText.read(PriceTable.class, "prices.properties")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        String[] unverified = take(table, "unverified").split(" ");
        String region = take(table, "region");
        LocalDate date = LocalDate.parse(take(table, "date"));
        Map<String, Price> prices = new HashMap<>();
        for (String name : table.stringPropertyNames()) {
            Publisher publisher =
                    Arrays.stream(unverified).anyMatch(name::startsWith) ? Publisher.TABLE_UNVERIFIED : Publisher.TABLE;
            prices.put(
                    name, new Price(new BigDecimal(table.getProperty(name)), new PriceSource(publisher, region, date)));
        }
        return prices;
    }

    private static String take(Properties table, String name) {
        return Objects.requireNonNull(table.remove(name), name).toString();
    }
}
