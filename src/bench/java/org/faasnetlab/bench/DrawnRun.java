package org.faasnetlab.bench;

import java.util.List;

/**
 * When a run was drawn.
 *
 * @param firstDrawnMillis from the start of the run to the pulse that drew the first interval
 * @param intervalToPixelMillis of each interval: from its end by the function's clock to the pulse that drew it
 */
public record DrawnRun(double firstDrawnMillis, List<Double> intervalToPixelMillis) {}
