package org.faasnetlab.ui.live;

import java.util.List;
import org.faasnetlab.chart.timeline.TrialBins;
import org.faasnetlab.run.progress.FunctionSnapshot;
import org.faasnetlab.run.progress.FunctionState;

/**
 * How far the timeline of a trial is complete. A bin of the aggregate is complete when every active function has
 * reported past it; drawing it earlier would show a false dip at the newest end. A function that is silent for longer
 * than a timeout and two of its intervals, while others report, no longer holds the rest back.
 */
final class TimelineHead {
    private static final long WHILE_MICROS = 1_500_000;

    private final List<FunctionSnapshot> functions;
    private final TrialBins bins;
    private final long silenceMicros;

    /** @param intervalMs length of a reported interval in milliseconds */
    TimelineHead(List<FunctionSnapshot> functions, TrialBins bins, int intervalMs) {
        this.functions = functions;
        this.bins = bins;
        this.silenceMicros = WHILE_MICROS + 2000L * intervalMs;
    }

    /** The time up to which the aggregate is complete, in microseconds after T0. */
    long completeMicros() {
        long newest = 0;
        for (int functionIndex = 0; functionIndex < functions.size(); functionIndex++) {
            newest = Math.max(newest, bins.function(functionIndex).endMicros());
        }
        long head = newest;
        for (int functionIndex = 0; functionIndex < functions.size(); functionIndex++) {
            long reported = reportedMicros(functionIndex);
            if (functions.get(functionIndex).state() == FunctionState.TRANSFERRING
                    && newest - reported <= silenceMicros) {
                head = Math.min(head, reported);
            }
        }
        return head;
    }

    /** Number of complete bins of the aggregate. */
    int completeBins() {
        return (int) (completeMicros() / bins.binMicros());
    }

    /** Number of bins of one function that can be drawn: all after the trial, else those it has reported past. */
    int completeBins(int functionIndex) {
        long last = bins.function(functionIndex).endMicros();
        long width = bins.binMicros();
        return (int) (functions.get(functionIndex).state().isTerminal() ? (last + width - 1) / width : last / width);
    }

    /** End of its newest interval, or its start before the first. */
    private long reportedMicros(int functionIndex) {
        Long start = functions.get(functionIndex).startMicros();
        long last = bins.function(functionIndex).endMicros();
        return last > 0 || start == null ? last : Math.max(0, start);
    }
}
