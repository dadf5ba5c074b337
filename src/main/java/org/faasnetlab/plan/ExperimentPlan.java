package org.faasnetlab.plan;

import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.WorkloadKind;
import org.faasnetlab.workload.s3.ObjectShare;
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
 * @param objectShare S3: whether each function moves a whole object, or all of them divide one
 * @param network the simulated network
 */
public record ExperimentPlan(
        String preset,
        String title,
        WorkloadKind transfer,
        Factors factors,
        int seconds,
        int omitSeconds,
        int intervalMs,
        @Nullable String congestion,
        DataSize partSize,
        ObjectShare objectShare,
        NetworkSettings network,
        Repetition repetition) {

    /** Every cell, as often as it is measured at most, in the order in which they run. */
    public List<Trial> trials() {
        return TrialList.of(this);
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
                objectShare,
                network,
                repetition);
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
                objectShare,
                network,
                repetition);
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
                objectShare,
                network,
                repetition);
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
                objectShare,
                network,
                repetition);
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
                objectShare,
                network,
                repetition);
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
                objectShare,
                network,
                repetition);
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
                objectShare,
                network,
                repetition);
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
                objectShare,
                value,
                repetition);
    }

    public ExperimentPlan withObjectShare(ObjectShare value) {
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
                network,
                repetition);
    }

    public ExperimentPlan withRepetition(Repetition value) {
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
                objectShare,
                network,
                value);
    }
}
