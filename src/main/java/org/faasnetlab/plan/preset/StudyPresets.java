package org.faasnetlab.plan.preset;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.iperf3.Iperf3Settings;
import org.faasnetlab.workload.s3.S3Settings;

/**
 * The experiments behind the figures of J. Kim, J. Park, K. Lee, "Network Resource Isolation in Serverless Cloud
 * Function Service" (FAS*W 2019), with the study's own factors. What it does not specify is chosen here: one connection
 * to S3, and upload for figure 5, which is iperf3's own default. On this computer a small memory size does not slow a
 * function down, so the bandwidth of the study's smallest functions in figures 6 and 7 is a simulated link of 10 MB/s.
 */
final class StudyPresets {
    private static final String MEMORY = "memory=128,256,512,1024,2048,3008";
    private static final String FUNCTIONS = "functions=1,2,4,8,16,26";
    private static final String[] TEN_MB = {"objectMiB=10MB", "connections=1"};

    /** 74 MB/s: the bandwidth that the study found for each function, and for all functions of a host together. */
    private static final Bandwidth FOUND = Bandwidth.ofMegabits(592);

    private static final NetworkSettings ONE = PlanTemplates.singleHost(LinkProfile.parse("592Mbit"));
    private static final NetworkSettings SHARED = new NetworkSettings(LinkProfile.parse("592Mbit"), 1, FOUND);
    private static final NetworkSettings SHARED_BY_SMALL = new NetworkSettings(LinkProfile.parse("80Mbit"), 1, FOUND);

    private StudyPresets() {}

    static List<Preset> all() {
        return List.of(
                new Preset(
                        "iperf3 bandwidth by memory size, download and upload.",
                        PlanTemplates.of(
                                Iperf3Settings.USUAL,
                                "figure-2",
                                "Figure 2 of the 2019 study",
                                ONE,
                                MEMORY,
                                "direction=download,upload",
                                "repeats=3",
                                "pause=3")),
                new Preset(
                        "S3 transfer time and bandwidth by object size, 10 to 200 MB, at 1,024 MB of memory.",
                        s3(
                                "figure-3",
                                "Figure 3 of the 2019 study",
                                ONE,
                                "memory=1024",
                                "objectMiB=10MB,20MB,50MB,100MB,200MB",
                                "connections=1",
                                "direction=download,upload",
                                "repeats=5")),
                new Preset(
                        "S3 download and upload of 10 MB by memory size.",
                        s3(
                                "figure-4",
                                "Figure 4a and 4b of the 2019 study",
                                ONE,
                                MEMORY,
                                TEN_MB[0],
                                TEN_MB[1],
                                "direction=download,upload",
                                "repeats=5")),
                new Preset(
                        "Response time and cost of downloading 100 times 10 MB in sequence, by memory size.",
                        s3(
                                "figure-4c",
                                "Figure 4c of the 2019 study",
                                ONE,
                                MEMORY,
                                "objectMiB=1000MB",
                                "partMiB=10MB",
                                "connections=1")),
                new Preset(
                        "iperf3 bandwidth per function and in total, by the number of functions on one host.",
                        PlanTemplates.of(
                                Iperf3Settings.USUAL,
                                "figure-5",
                                "Figure 5 of the 2019 study",
                                SHARED,
                                FUNCTIONS,
                                "direction=upload",
                                "repeats=3")),
                new Preset(
                        "S3 download of 10 MB by each function, by the number of functions on one host.",
                        s3(
                                "figure-6",
                                "Figure 6 of the 2019 study",
                                SHARED_BY_SMALL,
                                "memory=128",
                                FUNCTIONS,
                                TEN_MB[0],
                                TEN_MB[1],
                                "repeats=5")),
                new Preset(
                        "Response time and cost of one job of 1,800 MB, by the number of functions on one host.",
                        s3(
                                "figure-7",
                                "Figure 7 of the 2019 study",
                                SHARED_BY_SMALL,
                                "memory=128",
                                FUNCTIONS,
                                "objectMiB=1800MB",
                                "objectShare=split",
                                "partMiB=10MB",
                                "connections=1")));
    }

    private static ExperimentPlan s3(String name, String title, NetworkSettings network, String... settings) {
        return PlanTemplates.of(S3Settings.USUAL, name, title, network, settings);
    }
}
