package org.faasnetlab.run;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes ids of runs: the time at which it began, for people, and four letters against two in one second. */
public final class RunIdGenerator implements Supplier<String> {
    /** No letters that look like digits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Clock clock;
    private final RandomGenerator random;
    private final DateTimeFormatter time;

    /** @param zone the zone whose wall clock the user reads */
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
