package org.faasnetlab.ui.common;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Formats a time relative to today: {@code today 10:42}, {@code yesterday 17:05}, {@code 21 Nov 09:00} of this year, {@code
 * 21 Nov 2025 09:00} of another.
 */
public final class DayFormatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final Texts texts = Texts.of(DayFormatter.class);
    private final Clock clock;

    /** @param clock the user's clock with their time zone */
    public DayFormatter(Clock clock) {
        this.clock = clock;
    }

    public String format(Instant instant) {
        ZonedDateTime when = instant.atZone(clock.getZone());
        LocalDate today = LocalDate.now(clock);
        if (when.toLocalDate().equals(today)) {
            return texts.get("day.today", TIME.format(when));
        }
        if (when.toLocalDate().equals(today.minusDays(1))) {
            return texts.get("day.yesterday", TIME.format(when));
        }
        return when.getYear() == today.getYear() ? DAY.format(when) : DATE.format(when);
    }
}
