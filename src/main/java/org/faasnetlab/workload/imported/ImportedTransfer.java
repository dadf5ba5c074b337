package org.faasnetlab.workload.imported;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;

/**
 * A transfer measured elsewhere, by a program or a protocol that this program does not run.
 *
 * @param seconds length of the transfer, at least 1
 * @param streams parallel transfers of one function, at least 1
 * @param protocol for example {@code UDP}, or {@code unknown}
 */
public record ImportedTransfer(Direction direction, int seconds, int streams, String protocol) implements Workload {
    /** The protocol of a transfer of which only the bytes are known. */
    public static final String UNKNOWN = "unknown";

    /** Interval lengths vary, so the usual one stands for them. */
    private static final int INTERVAL_MS = 100;

    @Override
    public ImportedType type() {
        return ImportedType.IMPORTED;
    }

    @Override
    public ImportedTransfer withDirection(Direction value) {
        return new ImportedTransfer(value, seconds, streams, protocol);
    }

    @Override
    public int intervalMs() {
        return INTERVAL_MS;
    }

    @Override
    public int parallelism() {
        return streams;
    }

    @Override
    public TransferExtent extent() {
        return new TransferExtent.Time(seconds, 0);
    }

    @Override
    public SortedMap<String, String> details() {
        return new TreeMap<>(Map.of("protocol", protocol));
    }
}
