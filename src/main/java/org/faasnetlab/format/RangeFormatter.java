package org.faasnetlab.format;

/** Shows the two ends of an interval. */
public final class RangeFormatter {
    private RangeFormatter() {}

    /** From one end to the other; ends with the same digits say nothing more than the value between them. */
    public static Phrase text(String low, String high) {
        return low.equals(high) ? Phrase.of("within the digits shown") : Phrase.of("{0} to {1}", low, high);
    }
}
