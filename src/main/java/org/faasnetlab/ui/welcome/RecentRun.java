package org.faasnetlab.ui.welcome;

/**
 * A row in the table of recent runs, formatted.
 *
 * @param when for example {@code today 10:42}
 * @param simulatedNetwork whether any link's speed was simulated
 * @param functions maximum number of concurrent functions
 * @param aggregate aggregate bandwidth with its unit, or a dash
 * @param medianEach median bandwidth of a function with its unit, or a dash
 * @param outcome for example {@code completed} or {@code 2 of 16 failed}
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
