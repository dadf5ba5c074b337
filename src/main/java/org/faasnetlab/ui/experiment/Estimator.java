package org.faasnetlab.ui.experiment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.Trial;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testbed.LinkProfile;
import org.faasnetlab.testbed.NetworkSettings;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialSpec;
import org.faasnetlab.testbed.Workload;

/** Says beforehand what a plan takes, from its trials and the testbed's limits. Bytes are upper bounds. */
final class Estimator {
    private final TestbedLimits limits;
    /** Functions of a memory size that an earlier trial has already started. */
    private final Map<Integer, Integer> warm = new HashMap<>();

    private Estimator(TestbedLimits limits) {
        this.limits = limits;
    }

    static Estimate of(ExperimentPlan plan, TestbedLimits limits) {
        return new Estimator(limits).estimate(plan);
    }

    private Estimate estimate(ExperimentPlan plan) {
        List<Trial> trials = plan.trials();
        double bytes = 0;
        double seconds = plan.pause().toSeconds() * (double) (trials.size() - 1);
        int functions = 0;
        for (Trial trial : trials) {
            TrialSpec spec = trial.spec();
            functions = Math.max(functions, spec.functions());
            bytes += bytes(spec);
            seconds += seconds(spec) + coldSeconds(spec);
        }
        return new Estimate(
                trials.size(),
                functions,
                Double.isInfinite(seconds) ? null : Duration.ofMillis(Math.round(seconds * 1e3)),
                bytes >= Long.MAX_VALUE ? null : new DataSize(Math.round(bytes)));
    }

    private static double bytes(TrialSpec spec) {
        if (spec.workload() instanceof Workload.S3 s3) {
            return spec.functions() * (double) s3.objectSize().bytes();
        }
        Workload.Iperf3 iperf3 = (Workload.Iperf3) spec.workload();
        double seconds = iperf3.seconds() + iperf3.omitSeconds();
        return Math.min(spec.functions() * bytesOfLink(spec.network().link(), seconds), bytesOfHosts(spec, seconds));
    }

    /** A token bucket lets through its rate and its burst, and never more than its peak. */
    private static double bytesOfLink(LinkProfile link, double seconds) {
        if (link.rate() == null) {
            return Double.POSITIVE_INFINITY;
        }
        double bucket = link.rate().bytesPerSecond() * seconds + link.burst().bytes();
        return link.peak() == null ? bucket : Math.min(bucket, link.peak().bytesPerSecond() * seconds);
    }

    private static double bytesOfHosts(TrialSpec spec, double seconds) {
        NetworkSettings network = spec.network();
        return network.hostLink() == null
                ? Double.POSITIVE_INFINITY
                : usedHosts(spec) * network.hostLink().bytesPerSecond() * seconds;
    }

    private static int usedHosts(TrialSpec spec) {
        return Math.min(spec.network().hosts(), spec.functions());
    }

    private static double seconds(TrialSpec spec) {
        if (spec.workload() instanceof Workload.Iperf3 iperf3) {
            return iperf3.seconds() + iperf3.omitSeconds();
        }
        long each = ((Workload.S3) spec.workload()).objectSize().bytes();
        double seconds = Math.max(secondsOnLink(spec.network().link(), each), secondsOnHosts(spec, each));
        return seconds == 0 ? Double.POSITIVE_INFINITY : seconds;
    }

    /** 0 for a link without a limit. */
    private static double secondsOnLink(LinkProfile link, long bytes) {
        if (link.rate() == null) {
            return 0;
        }
        double afterBurst =
                Math.max(0, bytes - link.burst().bytes()) / link.rate().bytesPerSecond();
        double atPeak = link.peak() == null ? 0 : bytes / link.peak().bytesPerSecond();
        return Math.max(afterBurst, atPeak);
    }

    /** 0 where hosts have no limit. */
    private static double secondsOnHosts(TrialSpec spec, long bytes) {
        NetworkSettings network = spec.network();
        return network.hostLink() == null
                ? 0
                : bytes
                        * (double) spec.functions()
                        / (usedHosts(spec) * network.hostLink().bytesPerSecond());
    }

    /** Time in which sandboxes that are not there yet become ready. */
    private double coldSeconds(TrialSpec spec) {
        int before = warm.getOrDefault(spec.memoryMb(), 0);
        int cold = Math.max(0, spec.functions() - before);
        if (cold == 0) {
            return 0;
        }
        warm.put(spec.memoryMb(), spec.functions());
        Duration time = limits.coldStart().plus(limits.coldStartEach().multipliedBy(cold - 1L));
        return time.toMillis() / 1e3;
    }
}
