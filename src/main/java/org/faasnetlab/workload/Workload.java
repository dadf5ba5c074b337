package org.faasnetlab.workload;

import java.util.SortedMap;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What every function of a trial transfers: an immutable value with all of its parameters, equal to every other with the
 * same. Whoever plans, runs, stores or shows a trial asks this interface and knows no workload by name.
 */
public interface Workload {

    WorkloadType type();

    /** Of the trial; {@link Cell#directionOf} has that of a function. */
    Direction direction();

    /** The same in another direction. */
    Workload withDirection(Direction direction);

    /** Reported interval in milliseconds, at least 100. */
    int intervalMs();

    /** Parallel transfers of one function, at least 1; {@link WorkloadType#parallelism} names them. */
    int parallelism();

    /** What ends the transfer of a function. */
    TransferExtent extent();

    /**
     * The parameters that neither direction, parallelism nor extent state, by the names of their settings, as the
     * settings take them. Runs are compared across them.
     */
    SortedMap<String, String> details();

    /** What one function that goes in a direction asks of object storage, for its cost. */
    default StorageRequests requests(Direction ofFunction) {
        return StorageRequests.NONE;
    }

    /** Length that is measured, in seconds; null where bytes end the transfer. */
    default @Nullable Integer measuredSeconds() {
        return extent() instanceof TransferExtent.Time time ? time.seconds() : null;
    }

    /** What one function transfers; null where time ends the transfer. */
    default @Nullable DataSize objectSize() {
        return extent() instanceof TransferExtent.Bytes bytes ? bytes.size() : null;
    }

    /** Number and noun of the parallel transfers, for example {@code 4 streams} or {@code 1 connection}. */
    default String parallelismLabel() {
        return parallelism() + " " + type().parallelism() + (parallelism() == 1 ? "" : "s");
    }

    /** All parameters as a store keeps them; {@link WorkloadType#restore} reads them back. */
    default WorkloadRecord toRecord() {
        DataSize size = objectSize();
        return new WorkloadRecord(
                direction(), parallelism(), measuredSeconds(), size == null ? null : (Long) size.bytes(), details());
    }
}
