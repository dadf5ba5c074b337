package org.faasnetlab.chart.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.faasnetlab.format.BandwidthUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/**
 * An axis for bandwidth in bit/s from 0. It is labelled in the unit that was asked for, else in kbit/s, Mbit/s or Gbit/s,
 * whichever fits what it shows, and always says which.
 */
public final class BandwidthAxis extends SpacedAxis {
    private static final long serialVersionUID = 1L;
    private static final double MIN_RANGE = 1e6;

    private final String subject;
    private BandwidthUnit wanted = BandwidthUnit.AUTOMATIC;
    private double unit = 1;

    /**
     * @param subject whose bandwidth it is, for example {@code Aggregate}
     * @param spacing least distance of two ticks in points
     */
    public BandwidthAxis(String subject, double spacing) {
        super(spacing);
        this.subject = subject;
        setStandardTickUnits(new NumberTickUnitSource(false, new InUnit()));
        setAutoRangeIncludesZero(true);
        setLowerMargin(0);
        setUpperMargin(0.12);
        setAutoRangeMinimumSize(MIN_RANGE);
        setDefaultAutoRange(new Range(0, MIN_RANGE));
        name(1e6, "Mbit/s");
    }

    /** Sets the unit of the labels; automatic is the one that fits. */
    public void setUnit(BandwidthUnit newUnit) {
        wanted = newUnit;
        name(getRange());
    }

    /** The unit that was set. */
    public BandwidthUnit unit() {
        return wanted;
    }

    @Override
    public void setRange(Range range, boolean turnOffAutoRange, boolean notify) {
        name(range);
        super.setRange(range, turnOffAutoRange, notify);
    }

    private void name(Range range) {
        double top = range.getUpperBound();
        if (wanted == BandwidthUnit.AUTOMATIC && top < 1e6) {
            name(1e3, "kbit/s");
        } else {
            // A number a little below the end of the axis is in the same unit as the axis.
            BandwidthUnit unit = wanted.forHighest(top / (1 + getUpperMargin()));
            name(unit.bitsPerSecond(), unit.symbol());
        }
    }

    private void name(double newUnit, String word) {
        if (newUnit != unit) {
            unit = newUnit;
            setLabel(subject + ", " + word);
        }
    }

    /** Ticks are round numbers of the unit that is written, which differ from round numbers of bit/s for MB/s. */
    @Override
    double roundUnit() {
        return unit;
    }

    /** Writes a number of bit/s in the axis's unit, in the same digits everywhere. */
    private final class InUnit extends NumberFormat {
        private static final long serialVersionUID = 1L;
        private final DecimalFormat format =
                new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return format.format(number / unit, to, position);
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public @Nullable Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("parsing is not supported");
        }
    }
}
