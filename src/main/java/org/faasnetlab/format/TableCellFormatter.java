package org.faasnetlab.format;

import java.util.Locale;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/** Values as reports print them; a dash for what is not known. */
public final class TableCellFormatter {
    public static final String NONE = "-";

    private TableCellFormatter() {}

    public static String rate(@Nullable Bandwidth bandwidth) {
        return bandwidth == null ? NONE : bandwidth.toString();
    }

    /** A share from 0 to 1 in percent. */
    public static String percent(@Nullable Double share) {
        return share == null ? NONE : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    public static String number(String format, @Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, format, value);
    }
}
