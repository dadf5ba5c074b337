package org.faasnetlab.ui.common;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Formats a time relative to today: {@code today 10:42}, {@code yesterday 17:05}, {@code 21 Nov 09:00} of this year, {@code
 * 21 Nov 2025 09:00} of another; in the language of the window.
 */
public final class DayFormatter {
    private final Texts texts = Texts.of(DayFormatter.class);
    private final DateTimeFormatter time = pattern("day.time");
    private final DateTimeFormatter day = pattern("day.thisYear");
    private final DateTimeFormatter date = pattern("day.otherYear");
    private final Clock clock;

    /** @param clock the user's clock with their time zone */
    public DayFormatter(Clock clock) {
        this.clock = clock;
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(texts.get(key), texts.locale());
    }

    public String format(Instant instant) {
        ZonedDateTime when = instant.atZone(clock.getZone());
        LocalDate today = LocalDate.now(clock);
        if (when.toLocalDate().equals(today)) {
            return texts.get("day.today", time.format(when));
        }
        if (when.toLocalDate().equals(today.minusDays(1))) {
            return texts.get("day.yesterday", time.format(when));
        }
        return when.getYear() == today.getYear() ? day.format(when) : date.format(when);
    }
}
