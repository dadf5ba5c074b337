package org.faasnetlab.testbed.aws.pricing;

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
        AWS("the AWS price list", true),
        /** The table that ships with the program, from AWS's price pages. */
        TABLE("the built-in price table", true),
        /** The same table, where nobody compared it with AWS's pages. */
        TABLE_UNVERIFIED("the built-in price table", false);

        private final String words;
        private final boolean verified;

        Publisher(String words, boolean verified) {
            this.words = words;
            this.verified = verified;
        }
    }

    /** Whether it was seen at AWS. */
    public boolean verified() {
        return publisher.verified;
    }

    /** For the user, part of a sentence; the same for what is verified and what is not. */
    public String words() {
        return publisher.words + " for " + region + ", " + date;
    }
}
