package org.faasnetlab.experiment;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.testbed.LinkProfile;
import org.faasnetlab.testbed.NetworkSettings;

/**
 * The experiments that the program offers. Their simulated networks are the defaults on this computer and are chosen so
 * that an ordinary laptop can deliver them in full.
 */
public final class Presets {
    /** The memory size at which a Lambda function has one whole processor. */
    private static final int ONE_PROCESSOR_MB = 1769;

    private static final LinkProfile BASELINE = LinkProfile.parse("625Mbit");

    private static final List<Preset> ALL = List.of(
            new Preset(
                    "Single function",
                    "One function measures with iperf3 for 10 seconds, which shows the burst and the baseline after it.",
                    iperf3("iperf3-single", "iperf3 single", 1, new NetworkSettings(LinkProfile.LAMBDA, 1, null))),
            new Preset(
                    "Concurrent functions",
                    "16 functions measure with iperf3 at the same time, four on each simulated host, and share its link.",
                    iperf3(
                            "iperf3-concurrent",
                            "iperf3 concurrent",
                            16,
                            new NetworkSettings(BASELINE, 4, Bandwidth.ofMegabits(1000)))),
            new Preset(
                    "S3 download",
                    "One function fetches an object of 256 MiB from S3 over 4 connections.",
                    s3("s3-download", "S3 download", Direction.DOWNLOAD)),
            new Preset(
                    "S3 upload",
                    "One function sends an object of 256 MiB to S3 over 4 connections.",
                    s3("s3-upload", "S3 upload", Direction.UPLOAD)));

    private Presets() {}

    /** All presets, in the order in which they are shown. */
    public static List<Preset> all() {
        return ALL;
    }

    /** @throws UnknownPresetException if there is no preset of that name */
    public static Preset named(String name) throws UnknownPresetException {
        for (Preset preset : ALL) {
            if (preset.name().equals(name.strip())) {
                return preset;
            }
        }
        throw new UnknownPresetException(
                name.strip(), ALL.stream().map(Preset::name).toList());
    }

    private static ExperimentPlan iperf3(String name, String title, int functions, NetworkSettings network) {
        return plan(name, title, Transfer.IPERF3, functions, Direction.DOWNLOAD, network);
    }

    private static ExperimentPlan s3(String name, String title, Direction direction) {
        return plan(name, title, Transfer.S3, 1, direction, new NetworkSettings(BASELINE, 1, null));
    }

    private static ExperimentPlan plan(
            String name, String title, Transfer transfer, int functions, Direction direction, NetworkSettings network) {
        Factors factors = new Factors(
                List.of(ONE_PROCESSOR_MB),
                List.of(functions),
                List.of(direction),
                List.of(1),
                List.of(DataSize.ofMebibytes(256)),
                List.of(4));
        return new ExperimentPlan(
                name, title, transfer, factors, 10, 0, 100, null, DataSize.ofMebibytes(8), network, 1, Duration.ZERO);
    }
}
