package org.faasnetlab.workload.s3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.InvalidValueException;
import org.faasnetlab.workload.QuantityFormat;
import org.faasnetlab.workload.SettingDescription;
import org.faasnetlab.workload.SettingValues;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadSettings;
import org.faasnetlab.workload.latency.ProbeSetting;
import org.jspecify.annotations.Nullable;

/**
 * The settings of S3 transfers.
 *
 * @param objectSizes sizes of the object, 1 MB to 5,120 MiB; a factor
 * @param connections connections of one function, each 1 to 64; a factor
 * @param partSize size of a range or part, 5 to 5,120 MiB
 * @param objectShare whether each function transfers a whole object, or all functions share one
 * @param probeMs time between two latency probes in milliseconds, or null without them
 */
public record S3Settings(
        List<DataSize> objectSizes,
        List<Integer> connections,
        DataSize partSize,
        ObjectShare objectShare,
        @Nullable Integer probeMs)
        implements WorkloadSettings {
    /** The share of an S3 object that each function transfers. */
    public enum ObjectShare {
        /** Every function transfers an object of the full size: the more functions, the more data. */
        EACH("each"),
        /** The functions divide the size among them: the total is independent of their number. */
        SPLIT("split");

        private final String id;

        ObjectShare(String id) {
            this.id = id;
        }

        /** The name in settings. */
        public String id() {
            return id;
        }

        /** The size that each of the functions transfers, rounded up to a whole byte. */
        public DataSize of(DataSize whole, int functions) {
            return this == EACH ? whole : new DataSize((whole.bytes() + functions - 1) / functions);
        }

        /**
         * The way of sharing with this name in settings.
         *
         * @throws IllegalArgumentException if it is not a valid name
         */
        public static ObjectShare parse(String text) {
            return Arrays.stream(values())
                    .filter(share -> share.id.equals(text.trim()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValueException(Phrase.of("expected each or split")));
        }
    }

    /** An object of 256 MiB for each function, over 4 connections. */
    public static final S3Settings USUAL =
            new S3Settings(List.of(DataSize.ofMebibytes(256)), List.of(4), S3Workload.USUAL_PART, ObjectShare.EACH);

    static final List<WorkloadSetting> ALL = List.of(
            setting(
                    SettingDescription.factor(
                            "objectMiB",
                            "object",
                            "Object size",
                            "S3 object size in MiB or with a unit, 1MB to 5120MiB",
                            QuantityFormat.SIZE),
                    settings -> settings.objectSizes.stream()
                            .map(SettingValues::size)
                            .collect(Collectors.joining(",")),
                    (settings, text) -> new S3Settings(
                            SettingValues.list(text, SettingValues::objectSize),
                            settings.connections,
                            settings.partSize,
                            settings.objectShare,
                            settings.probeMs)),
            setting(
                    SettingDescription.factor(
                            "connections",
                            "connections",
                            "Connections",
                            "number of S3 connections of a function, 1 to 64",
                            QuantityFormat.COUNT),
                    settings -> SettingValues.join(settings.connections),
                    (settings, text) -> new S3Settings(
                            settings.objectSizes,
                            SettingValues.integers(text, 1, 64),
                            settings.partSize,
                            settings.objectShare,
                            settings.probeMs)),
            setting(
                    SettingDescription.value(
                            "partMiB",
                            "part",
                            "Part size",
                            "size of an S3 range or part in MiB or with a unit, 5 to 5120",
                            QuantityFormat.SIZE),
                    settings -> SettingValues.size(settings.partSize),
                    (settings, text) -> new S3Settings(
                            settings.objectSizes,
                            settings.connections,
                            SettingValues.partSize(text),
                            settings.objectShare,
                            settings.probeMs)),
            setting(
                    SettingDescription.value(
                            "objectShare",
                            "objectShare",
                            "Object share",
                            "each: every function transfers an object of this size; split: the functions divide it among them",
                            QuantityFormat.TEXT,
                            "each",
                            "split"),
                    settings -> settings.objectShare.id(),
                    (settings, text) -> new S3Settings(
                            settings.objectSizes,
                            settings.connections,
                            settings.partSize,
                            ObjectShare.parse(text),
                            settings.probeMs)),
            setting(
                    ProbeSetting.description(),
                    settings -> ProbeSetting.format(settings.probeMs),
                    (settings, text) -> new S3Settings(
                            settings.objectSizes,
                            settings.connections,
                            settings.partSize,
                            settings.objectShare,
                            ProbeSetting.parse(text))));

    public S3Settings {
        objectSizes = List.copyOf(objectSizes);
        connections = List.copyOf(connections);
    }

    /** A transfer without latency probes. */
    public S3Settings(
            List<DataSize> objectSizes, List<Integer> connections, DataSize partSize, ObjectShare objectShare) {
        this(objectSizes, connections, partSize, objectShare, null);
    }

    private static WorkloadSetting setting(
            SettingDescription description,
            Function<S3Settings, String> reader,
            BiFunction<S3Settings, String, S3Settings> writer) {
        return WorkloadSetting.of(S3Settings.class, description, reader, writer);
    }

    @Override
    public S3Type type() {
        return S3Type.S3;
    }

    @Override
    public List<Workload> workloads(Direction direction, int functions, int intervalMs) {
        List<Workload> workloads = new ArrayList<>();
        for (DataSize size : objectSizes) {
            for (int number : connections) {
                workloads.add(new S3Workload(
                        direction, objectShare.of(size, functions), number, partSize, intervalMs, probeMs));
            }
        }
        return workloads;
    }

    @Override
    public long combinations() {
        return (long) objectSizes.size() * connections.size();
    }
}
