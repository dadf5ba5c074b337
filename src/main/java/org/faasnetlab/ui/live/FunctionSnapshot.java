package org.faasnetlab.ui.live;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One function as the table shows it.
 *
 * @param functionIndex number of the function in its trial, from 0
 * @param direction its own: never both
 * @param cold whether it was its sandbox's first invocation; null before it is ready
 * @param rate over its last second while it sends, its mean when it has finished; null otherwise
 * @param bytes payload bytes moved so far
 */
record FunctionSnapshot(
        int functionIndex,
        Direction direction,
        FunctionState state,
        @Nullable Boolean cold,
        @Nullable Bandwidth rate,
        long bytes) {}
