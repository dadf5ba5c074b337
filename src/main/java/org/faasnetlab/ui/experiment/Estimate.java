package org.faasnetlab.ui.experiment;

import java.time.Duration;
import org.faasnetlab.measure.DataSize;
import org.jspecify.annotations.Nullable;

/**
 * What a run will take.
 *
 * @param functions most functions at once
 * @param time about how long the run takes, or null if it ends when its bytes are through a link without a limit
 * @param bytes most that is transferred, or null if nothing limits it
 */
record Estimate(
        int trials,
        int functions,
        @Nullable Duration time,
        @Nullable DataSize bytes) {}
