package org.faasnetlab.plan;

import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;

/**
 * What an experiment varies: every combination of the values is a cell. No list is empty or holds a value twice. A
 * factor that the transfer does not know (streams for S3, object sizes for iperf3) is not varied.
 *
 * @param memoryMb memory sizes in MB, 128 to 10,240
 * @param functions functions at once, 1 to 10,000
 * @param streams iperf3: parallel TCP streams, 1 to 128
 * @param objectSizes S3: sizes of the object
 * @param connections S3: connections of one function, 1 to 64
 */
public record Factors(
        List<Integer> memoryMb,
        List<Integer> functions,
        List<Direction> directions,
        List<Integer> streams,
        List<DataSize> objectSizes,
        List<Integer> connections) {
    public Factors {
        memoryMb = List.copyOf(memoryMb);
        functions = List.copyOf(functions);
        directions = List.copyOf(directions);
        streams = List.copyOf(streams);
        objectSizes = List.copyOf(objectSizes);
        connections = List.copyOf(connections);
    }

    public Factors withMemoryMb(List<Integer> values) {
        return new Factors(values, functions, directions, streams, objectSizes, connections);
    }

    public Factors withFunctions(List<Integer> values) {
        return new Factors(memoryMb, values, directions, streams, objectSizes, connections);
    }

    public Factors withDirections(List<Direction> values) {
        return new Factors(memoryMb, functions, values, streams, objectSizes, connections);
    }

    public Factors withStreams(List<Integer> values) {
        return new Factors(memoryMb, functions, directions, values, objectSizes, connections);
    }

    public Factors withObjectSizes(List<DataSize> values) {
        return new Factors(memoryMb, functions, directions, streams, values, connections);
    }

    public Factors withConnections(List<Integer> values) {
        return new Factors(memoryMb, functions, directions, streams, objectSizes, values);
    }
}
