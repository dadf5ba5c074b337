package org.faasnetlab.ui.welcome;

/**
 * A run as the table of recent runs shows it, in words that are ready to be read.
 *
 * @param when for example {@code today 10:42}
 * @param simulatedNetwork whether any link's speed was simulated
 * @param functions most functions at once
 * @param aggregate aggregate bandwidth with its unit, or a dash
 * @param medianEach median bandwidth of a function with its unit, or a dash
 * @param outcome how it ended, for example {@code completed} or {@code 2 of 16 failed}
 */
public record RecentRun(
        String id,
        String when,
        String testbed,
        boolean simulatedNetwork,
        String experiment,
        String functions,
        String aggregate,
        String medianEach,
        String outcome) {}
