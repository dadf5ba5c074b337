package org.faasnetlab.testbed.aws;

import java.time.LocalDate;

/**
 * Where a price comes from.
 *
 * @param publisher who says it
 * @param region the Region in which it is right
 * @param date the day on which it was right
 */
public record PriceSource(Publisher publisher, String region, LocalDate date) {

    /** Who says a price. */
    public enum Publisher {
        /** AWS's Price List API, asked just now. */
        AWS("AWS's price list"),
        /** The table that ships with the program, from AWS's price pages. */
        TABLE("the program's own table"),
        /** The same table, where nobody compared it with AWS's pages. */
        TABLE_UNVERIFIED("the program's own table, not verified,");

        private final String words;

        Publisher(String words) {
            this.words = words;
        }
    }

    /** For the user, part of a sentence. */
    public String words() {
        return publisher.words + " for " + region + " of " + date;
    }
}
