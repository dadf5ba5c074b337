package org.faasnetlab.workload.s3;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.SettingValues;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;

/**
 * The transfer of an S3 object by each function.
 *
 * @param objectSize size of the object, at least 1 byte
 * @param connections concurrent connections, 1 to 64
 * @param partSize size of one range or part
 * @param intervalMs reported interval in milliseconds, at least 100
 */
public record S3Workload(Direction direction, DataSize objectSize, int connections, DataSize partSize, int intervalMs)
        implements Workload {
    /** Part size of the presets. */
    static final DataSize USUAL_PART = DataSize.ofMebibytes(8);

    @Override
    public S3Type type() {
        return S3Type.S3;
    }

    @Override
    public S3Workload withDirection(Direction value) {
        return new S3Workload(value, objectSize, connections, partSize, intervalMs);
    }

    @Override
    public int parallelism() {
        return connections;
    }

    @Override
    public TransferExtent extent() {
        return new TransferExtent.Bytes(objectSize);
    }

    @Override
    public SortedMap<String, String> details() {
        return new TreeMap<>(Map.of("intervalMs", String.valueOf(intervalMs), "partMiB", SettingValues.size(partSize)));
    }

    /** One request for each range or part, plus two to start and complete a multipart upload. */
    @Override
    public Workload.StorageRequests requests(Direction ofFunction) {
        long parts = (objectSize.bytes() + partSize.bytes() - 1) / partSize.bytes();
        return ofFunction == Direction.DOWNLOAD
                ? new Workload.StorageRequests(parts, 0)
                : new Workload.StorageRequests(0, parts == 1 ? 1 : parts + 2);
    }
}
