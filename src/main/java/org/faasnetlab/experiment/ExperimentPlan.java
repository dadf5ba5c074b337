package org.faasnetlab.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.testbed.NetworkSettings;
import org.faasnetlab.testbed.TrialSpec;
import org.faasnetlab.testbed.Workload;
import org.jspecify.annotations.Nullable;

/**
 * An experiment before it runs. {@link Setting} reads and changes it by the names that users type.
 *
 * @param preset name of the preset it came from, for example {@code iperf3-concurrent}
 * @param title words for people
 * @param seconds iperf3: length of a test, 1 to 900
 * @param omitSeconds iperf3: seconds left out at the start, 0 to 60
 * @param intervalMs reported interval in milliseconds, 100 to 10,000
 * @param congestion iperf3: TCP congestion control to ask for, or null for the system's own
 * @param partSize S3: size of a range or part
 * @param network the simulated network
 * @param repeats how often each cell is measured, 1 to 1,000
 * @param pause rest between two trials, in which a burst bucket refills
 */
public record ExperimentPlan(
        String preset,
        String title,
        Transfer transfer,
        Factors factors,
        int seconds,
        int omitSeconds,
        int intervalMs,
        @Nullable String congestion,
        DataSize partSize,
        NetworkSettings network,
        int repeats,
        Duration pause) {

    /** Every cell, {@link #repeats} times, in the order in which they run. */
    public List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (int repetition = 0; repetition < repeats; repetition++) {
            for (int memoryMb : factors.memoryMb()) {
                for (int functions : factors.functions()) {
                    for (Workload workload : workloads()) {
                        TrialSpec spec = new TrialSpec(memoryMb, functions, workload, network);
                        trials.add(new Trial(trials.size(), repetition, spec));
                    }
                }
            }
        }
        return trials;
    }

    private List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        for (Direction direction : factors.directions()) {
            switch (transfer) {
                case IPERF3 -> {
                    for (int streams : factors.streams()) {
                        workloads.add(
                                new Workload.Iperf3(direction, seconds, streams, intervalMs, omitSeconds, congestion));
                    }
                }
                case S3 -> {
                    for (DataSize size : factors.objectSizes()) {
                        for (int connections : factors.connections()) {
                            workloads.add(new Workload.S3(direction, size, connections, partSize, intervalMs));
                        }
                    }
                }
            }
        }
        return workloads;
    }

    public ExperimentPlan withTitle(String value) {
        return new ExperimentPlan(
                preset,
                value,
                transfer,
                factors,
                seconds,
                omitSeconds,
                intervalMs,
                congestion,
                partSize,
                network,
                repeats,
                pause);
    }

    public ExperimentPlan withFactors(Factors value) {
        return new ExperimentPlan(
                preset,
                title,
                transfer,
                value,
                seconds,
                omitSeconds,
                intervalMs,
                congestion,
                partSize,
                network,
                repeats,
                pause);
    }

    public ExperimentPlan withSeconds(int value) {
        return new ExperimentPlan(
                preset,
                title,
                transfer,
                factors,
                value,
                omitSeconds,
                intervalMs,
                congestion,
                partSize,
                network,
                repeats,
                pause);
    }

    public ExperimentPlan withOmitSeconds(int value) {
        return new ExperimentPlan(
                preset,
                title,
                transfer,
                factors,
                seconds,
                value,
                intervalMs,
                congestion,
                partSize,
                network,
                repeats,
                pause);
    }

    public ExperimentPlan withIntervalMs(int value) {
        return new ExperimentPlan(
                preset,
                title,
                transfer,
                factors,
                seconds,
                omitSeconds,
                value,
                congestion,
                partSize,
                network,
                repeats,
                pause);
    }

    public ExperimentPlan withCongestion(@Nullable String value) {
        return new ExperimentPlan(
                preset,
                title,
                transfer,
                factors,
                seconds,
                omitSeconds,
                intervalMs,
                value,
                partSize,
                network,
                repeats,
                pause);
    }

    public ExperimentPlan withPartSize(DataSize value) {
        return new ExperimentPlan(
                preset,
                title,
                transfer,
                factors,
                seconds,
                omitSeconds,
                intervalMs,
                congestion,
                value,
                network,
                repeats,
                pause);
    }

    public ExperimentPlan withNetwork(NetworkSettings value) {
        return new ExperimentPlan(
                preset,
                title,
                transfer,
                factors,
                seconds,
                omitSeconds,
                intervalMs,
                congestion,
                partSize,
                value,
                repeats,
                pause);
    }

    public ExperimentPlan withRepeats(int value) {
        return new ExperimentPlan(
                preset,
                title,
                transfer,
                factors,
                seconds,
                omitSeconds,
                intervalMs,
                congestion,
                partSize,
                network,
                value,
                pause);
    }

    public ExperimentPlan withPause(Duration value) {
        return new ExperimentPlan(
                preset,
                title,
                transfer,
                factors,
                seconds,
                omitSeconds,
                intervalMs,
                congestion,
                partSize,
                network,
                repeats,
                value);
    }
}
