package org.faasnetlab.run;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Generates run ids: the start time for readability, and four letters that distinguish runs started in the same second.
 */
public final class RunIdGenerator implements Supplier<String> {
    /** Without letters that look like digits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Clock clock;
    private final RandomGenerator random;
    private final DateTimeFormatter time;

    /** @param zone time zone of the user */
    public RunIdGenerator(Clock clock, ZoneId zone, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        this.time = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(zone);
    }

    /** An id such as {@code 20261123-104210-k3f9}. */
    @Override
    public String get() {
        StringBuilder id = new StringBuilder(time.format(clock.instant())).append('-');
        for (int i = 0; i < 4; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
