package org.faasnetlab.testbed.aws.pricing;

import java.time.LocalDate;
import org.faasnetlab.format.Phrase;

/**
 * Where a price comes from.
 *
 * @param region the Region that the price is for
 * @param date the day on which it was published, or read from AWS's price pages
 */
public record PriceSource(Publisher publisher, String region, LocalDate date) {

    /** Who published a price, and whether it was compared with AWS. */
    public enum Publisher {
        /** AWS's Price List API, queried by this program. */
        AWS(true),
        /** The bundled table, copied from AWS's price pages. */
        TABLE(true),
        /** The bundled table, for prices that were not compared with AWS's pages. */
        TABLE_UNVERIFIED(false);

        private final boolean verified;

        Publisher(boolean verified) {
            this.verified = verified;
        }
    }

    /** Whether the price was compared with AWS's. */
    public boolean verified() {
        return publisher.verified;
    }

    /** Publisher, Region and date, part of a sentence; does not tell verified from unverified. */
    public Phrase text() {
        return publisher == Publisher.AWS
                ? Phrase.of("the AWS price list for {0}, {1}", region, date)
                : Phrase.of("the built-in price table for {0}, {1}", region, date);
    }
}
