package org.faasnetlab.testbed.aws;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/** The list prices that ship with the program, in US dollars: right on their date and in their Region alone. */
public final class PriceTable {

    private final Properties prices = new Properties();

    public PriceTable() {
        try {
            prices.load(new StringReader(ProgramFiles.read("prices.properties")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public LocalDate date() {
        return LocalDate.parse(prices.getProperty("date"));
    }

    /** The Region whose prices these are. */
    public String region() {
        return prices.getProperty("region");
    }

    /** A server for an hour, if the table knows its type. */
    public Optional<BigDecimal> serverHour(String type) {
        return Optional.ofNullable(prices.getProperty("server." + type)).map(BigDecimal::new);
    }

    public BigDecimal publicAddressHour() {
        return price("public-ipv4.hour");
    }

    public BigDecimal diskGbHour() {
        return price("disk-gb.hour");
    }

    /** 1,024 MB of a function's memory for a second. */
    public BigDecimal functionGbSecond(Architecture architecture) {
        return price("lambda." + architecture.id() + ".gb-second");
    }

    public BigDecimal functionRequest() {
        return price("lambda.request");
    }

    private BigDecimal price(String name) {
        return new BigDecimal(prices.getProperty(name));
    }
}
