package org.faasnetlab.workload;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/**
 * What every function of a trial transfers: an immutable value with all of its parameters and value equality. Code that
 * plans, runs, stores or shows trials uses this interface and does not depend on specific workloads.
 */
public interface Workload {
    /**
     * Numbers of requests to object storage, in the two classes that have different prices.
     *
     * @param reads requests that read an object or a range of it
     * @param writes requests that write an object or a part, or that start or complete a multipart upload
     */
    public record StorageRequests(long reads, long writes) {
        /** No requests, for a workload without object storage. */
        public static final StorageRequests NONE = new StorageRequests(0, 0);
    }

    WorkloadType type();

    /** Direction of the trial; see {@link Cell#directionOf} for the direction of a function. */
    Direction direction();

    /** A copy with another direction. */
    Workload withDirection(Direction direction);

    /** The rate at which a function or its server sends, whatever arrives; null if the network decides it. */
    default @Nullable Bandwidth offeredRate() {
        return null;
    }

    /** Reported interval in milliseconds, at least 100. */
    int intervalMs();

    /** Parallel transfers of one function, at least 1; {@link WorkloadType#parallelism} names them. */
    int parallelism();

    /** The limit of the transfer of a function. */
    TransferExtent extent();

    /**
     * Further parameters besides direction, parallelism and extent: values in setting format by setting name. Runs are
     * comparable even if these differ.
     */
    SortedMap<String, String> details();

    /** Time between two latency probes beside the transfer in milliseconds; null if there are none. */
    default @Nullable Integer probeMs() {
        return null;
    }

    /** The metrics of every interval, {@link Metrics#BANDWIDTH} first: those of the type, and those of options. */
    default List<Metric> intervalMetrics() {
        return type().intervalMetrics();
    }

    /** The metrics of every finished function, {@link Metrics#BANDWIDTH} first: those of the type, and those of options. */
    default List<Metric> functionMetrics() {
        return type().functionMetrics();
    }

    /** The metrics of functions that tables and answers state beside the rate: those of the type, and those of options. */
    default List<Metric> metricsBesideRate() {
        return type().metricsBesideRate();
    }

    /**
     * What the functions of a trial show besides bandwidth, a sentence or two; empty if there is nothing to add.
     *
     * @param ofFunctions the metrics of each function that finished
     */
    default Optional<Phrase> finding(List<MetricValues> ofFunctions) {
        return Optional.empty();
    }

    /** Number of object storage requests of one function in a direction, for the cost estimate. */
    default StorageRequests requests(Direction ofFunction) {
        return StorageRequests.NONE;
    }

    /**
     * Share of the processor time available to a function's server that the server used, 0 to 1.
     *
     * @return null if the workload has no such server, or it was not reported
     */
    default @Nullable Double serverUtilization(FunctionRecord.Ready ready, FunctionRecord.Finished totals) {
        return null;
    }

    /**
     * Payload that one function sends and receives at most, in bytes; infinite if nothing limits it.
     *
     * @param networkBitsPerSecond its share of the network, infinite without a limit
     * @param burstBytes what the network lets pass beyond it
     */
    default double bytesAtMost(double networkBitsPerSecond, long burstBytes) {
        return extent().map(
                        time -> burstBytes
                                + networkBitsPerSecond / 8 * time.length().toSeconds(),
                        bytes -> (double) bytes.size().bytes());
    }

    /** Measured time in seconds; null if the transfer is limited by bytes. */
    default @Nullable Integer measuredSeconds() {
        return extent().map(TransferExtent.Time::seconds, bytes -> null);
    }

    /** Size that one function transfers; null if the transfer is limited by time. */
    default @Nullable DataSize objectSize() {
        return extent().map(time -> null, TransferExtent.Bytes::size);
    }

    /** Display text for the parallel transfers, for example {@code 4 streams} or {@code 1 connection}. */
    default Phrase parallelismLabel() {
        int count = parallelism();
        return switch (type().parallelism()) {
            case "stream" -> Phrase.of(count == 1 ? "1 stream" : "{0} streams", count);
            case "connection" -> Phrase.of(count == 1 ? "1 connection" : "{0} connections", count);
            default -> Phrase.verbatim(count + " " + type().parallelism() + (count == 1 ? "" : "s"));
        };
    }

    /** All parameters in storage format; {@link WorkloadType#restore} restores the workload. */
    default WorkloadRecord toRecord() {
        DataSize size = objectSize();
        return new WorkloadRecord(
                direction(), parallelism(), measuredSeconds(), size == null ? null : (Long) size.bytes(), details());
    }
}
