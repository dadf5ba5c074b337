package org.faasnetlab.plan.preset;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanNotices;
import org.faasnetlab.plan.PlanValidator;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.capacity.CapacitySettings;
import org.faasnetlab.workload.iperf3.Iperf3Settings;
import org.faasnetlab.workload.latency.LatencySettings;
import org.faasnetlab.workload.s3.S3Settings;
import org.faasnetlab.workload.udp.UdpSettings;

/**
 * The presets for questions of one's own. Their simulated networks are defaults for this computer, chosen so that an
 * ordinary laptop can deliver them in full. Where they compare trials whose functions have a burst, a pause of 5 seconds
 * between trials lets the bucket fill, which takes 4 seconds at the rate of {@link LinkProfile#LAMBDA}.
 */
final class GeneralPresets {
    private static final NetworkSettings LAMBDA = PlanTemplates.singleHost(LinkProfile.LAMBDA);
    private static final NetworkSettings STEADY = PlanTemplates.singleHost(PlanTemplates.BASELINE);
    private static final NetworkSettings FOUR_HOSTS =
            new NetworkSettings(PlanTemplates.BASELINE, 4, Bandwidth.ofMegabits(1000));

    /** Slow enough for any computer, with a queue as long as those of home routers with bufferbloat. */
    private static final NetworkSettings LONG_QUEUE = PlanTemplates.singleHost(LinkProfile.parse("50Mbit"))
            .withMedium(NetworkSettings.Medium.KERNEL)
            .withQueue(LinkQueue.parse("200ms"));

    private GeneralPresets() {}

    static List<PresetGroup> groups() {
        return List.of(
                new PresetGroup("One measurement", single()),
                new PresetGroup("Latency", latency()),
                new PresetGroup("Sweeps", sweeps()),
                new PresetGroup("Cold starts, bursts, and directions", startsAndBursts()));
    }

    private static List<Preset> single() {
        return List.of(
                new Preset(
                        "One function runs iperf3 for 10 seconds, which shows the burst and the baseline after it.",
                        iperf3("iperf3-single", "Single function", LAMBDA)),
                new Preset(
                        "16 functions run iperf3 concurrently, four on each simulated host, and share its link.",
                        iperf3("iperf3-concurrent", "Concurrent functions", FOUR_HOSTS, "functions=16")),
                new Preset(
                        "One function downloads an object of 256 MiB from S3 over 4 connections.",
                        s3("s3-download", "S3 download", STEADY)),
                new Preset(
                        "One function uploads an object of 256 MiB to S3 over 4 connections.",
                        s3("s3-upload", "S3 upload", STEADY, "direction=upload")));
    }

    private static List<Preset> latency() {
        return List.of(
                new Preset(
                        "One function sends a probe every 20 ms for 10 seconds, without any transfer.",
                        PlanTemplates.of(LatencySettings.USUAL, "latency", "Latency", STEADY)),
                new Preset(
                        "One function downloads, then uploads with iperf3, and sends a probe every 20 ms before, during, and"
                                + " after each transfer.",
                        iperf3(
                                "latency-under-load",
                                "Latency under load",
                                STEADY,
                                "probe=20ms",
                                "direction=download,upload")),
                new Preset(
                        "One function downloads, then uploads with cubic over a link of 50 Mbit/s with a queue of 200 ms (Linux"
                                + " only).",
                        iperf3(
                                "bufferbloat",
                                "Bufferbloat",
                                LONG_QUEUE,
                                "probe=20ms",
                                "tcpInfo=on",
                                "congestion=cubic",
                                "direction=download,upload")),
                new Preset(
                        "One function receives UDP datagrams, sent at 80 Mbit/s, over a link of 50 Mbit/s (Linux only): what"
                                + " arrives is the capacity of the link.",
                        PlanTemplates.of(
                                UdpSettings.USUAL,
                                "udp-capacity",
                                "UDP capacity",
                                LONG_QUEUE,
                                "rate=80Mbit",
                                "direction=download")),
                new Preset(
                        "One function downloads, then uploads UDP datagrams at different rates, up to 200 Mbit/s, over a link"
                                + " of 50 Mbit/s (Linux only), and compares TCP with the highest rate that the link carries.",
                        PlanTemplates.of(
                                CapacitySettings.USUAL,
                                "capacity",
                                "IP-layer capacity",
                                LONG_QUEUE,
                                "maxRate=200Mbit",
                                "direction=download,upload")));
    }

    private static List<Preset> sweeps() {
        return List.of(
                new Preset(
                        "One function runs iperf3 at eight memory sizes, three times each.",
                        iperf3(
                                "memory-sweep",
                                "Memory sweep",
                                LAMBDA,
                                "memory=128,256,512,1024,1769,3008,5120,10240",
                                "repeats=3",
                                "pause=5")),
                new Preset(
                        "One function runs iperf3 with four streams at memory sizes from 1,769 MB on, three times each. On AWS"
                                + " outside the VPC, bandwidth grows with memory if the account's quota is raised.",
                        iperf3(
                                PlanNotices.NETWORK_QUOTA,
                                "Network quota outside the VPC",
                                LAMBDA,
                                "memory=1769,2048,4096,6144,8192,10240",
                                "streams=4",
                                "repeats=3",
                                "pause=5")),
                new Preset(
                        "1 to 32 functions run iperf3 concurrently on four simulated hosts, three times each.",
                        iperf3(
                                "concurrency-sweep",
                                "Concurrency sweep",
                                FOUR_HOSTS,
                                "functions=1,2,4,8,16,32",
                                "repeats=3",
                                "pause=3")),
                new Preset(
                        "One function downloads and uploads S3 objects from 1 MiB to 1 GiB, five times each.",
                        s3(
                                "object-size-sweep",
                                "Object size sweep",
                                STEADY,
                                "objectMiB=1,4,16,64,256,1024",
                                "direction=download,upload",
                                "repeats=5")),
                new Preset(
                        "One function runs iperf3 with 1 to 16 TCP streams, three times each.",
                        iperf3(
                                "streams-sweep",
                                "Streams sweep",
                                STEADY,
                                "streams=1,2,4,8,16",
                                "repeats=3",
                                "pause=3")));
    }

    private static List<Preset> startsAndBursts() {
        return List.of(
                new Preset(
                        "One function is invoked ten times in sequence: first cold, then warm.",
                        iperf3("sequential", "Sequential invocations", LAMBDA, "seconds=5", "repeats=10", "pause=5")),
                new Preset(
                        "Two tests of 20 seconds with a pause of one second: burst, baseline, and token bucket refill.",
                        iperf3(
                                PlanValidator.BURST_PRESET,
                                "Burst and baseline",
                                LAMBDA,
                                "seconds=20",
                                "repeats=2",
                                "pause=1")),
                new Preset(
                        "Two functions download, two functions upload, then one downloads while the other uploads.",
                        iperf3(
                                "both-directions",
                                "Both directions",
                                LAMBDA,
                                "functions=2",
                                "direction=download,upload,both",
                                "repeats=3",
                                "pause=5")));
    }

    private static ExperimentPlan iperf3(String name, String title, NetworkSettings network, String... settings) {
        return PlanTemplates.of(Iperf3Settings.USUAL, name, title, network, settings);
    }

    private static ExperimentPlan s3(String name, String title, NetworkSettings network, String... settings) {
        return PlanTemplates.of(S3Settings.USUAL, name, title, network, settings);
    }
}
