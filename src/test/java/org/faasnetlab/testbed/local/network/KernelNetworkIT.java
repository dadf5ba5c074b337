package org.faasnetlab.testbed.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.faasnetlab.LabException;
import org.faasnetlab.function.capacity.CapacityJobType;
import org.faasnetlab.function.iperf3.Iperf3JobType;
import org.faasnetlab.function.iperf3.UdpJobType;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TimeSource;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.invoke.s3.S3Upload;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.testbed.local.s3.S3Storage;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.testing.local.LightTraffic;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.process.TestProcesses;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.PathImpairment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The kernel's queues, seen by raw iperf3 and by tc. */
@EnabledOnOs(OS.LINUX)
@Tag("alone")
class KernelNetworkIT {
    private static final Pattern DROPPED =
            Pattern.compile("bfifo .*limit.*\\R Sent \\d+ bytes \\d+ pkt \\(dropped (\\d+),");

    private final TestProcesses processes = new TestProcesses();
    private final ChildProcesses children = new ChildProcesses();
    private KernelNetwork network;

    @TempDir
    private Path work;

    @BeforeEach
    void create() throws Exception {
        ExternalTools.require("tc");
        ExternalTools.require("iperf3");
        try {
            network = KernelNetwork.create(processes);
        } catch (LabException e) {
            Assumptions.assumeTrue(e.kind() != LabException.Kind.REFUSED, e.getMessage());
            throw e;
        }
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        if (network != null) {
            network.close();
            assertThat(processes.alive()).isZero();
        }
        processes.close();
    }

    private static NetworkSettings settings(String link, String hostLink, String queue) {
        return NetworkSettings.parse(link, 1, hostLink)
                .withMedium(NetworkSettings.Medium.KERNEL)
                .withQueue(LinkQueue.parse(queue));
    }

    private Process server() throws Exception {
        return server(5201);
    }

    private Process server(int port) throws Exception {
        Process server = network.servers()
                .start(new ProcessBuilder("iperf3", "-s", "-p", String.valueOf(port), "-i", "0.1", "--forceflush")
                        .redirectErrorStream(true));
        String line = server.inputReader().readLine();
        while (line != null && !line.contains("listening")) {
            line = server.inputReader().readLine();
        }
        return server;
    }

    /** Runs a raw client against a raw server in the same namespaces. */
    private JsonNode iperf3(String... options) throws Exception {
        Process server = server();
        List<String> command = new ArrayList<>(network.functionEntry());
        command.addAll(List.of("iperf3", "-c", NetworkAddresses.server(0), "-p", "5201", "-J"));
        command.addAll(List.of(options));
        Process client = processes.start(new ProcessBuilder(command));
        JsonNode result = new ObjectMapper().readTree(client.getInputStream());
        client.waitFor();
        processes.kill(List.of(server));
        assertThat(result.has("error")).as(result.toString()).isFalse();
        return result.get("end");
    }

    private long dropped(boolean towardsServers) throws Exception {
        Matcher counter = DROPPED.matcher(network.statistics(towardsServers));
        assertThat(counter.find()).isTrue();
        return Long.parseLong(counter.group(1));
    }

    /**
     * Datagrams that arrived and that the server did not read: on a busy computer its buffer is full, or still holds some
     * when the test ends.
     */
    private long notRead() throws Exception {
        Process snmp = network.servers().start(new ProcessBuilder("cat", "/proc/net/snmp"));
        Map<String, List<List<String>>> counters = new String(
                        snmp.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.split(" ")))
                .collect(Collectors.groupingBy(line -> line.get(0)));
        return counter(counters.get("Ip:"), "InDelivers")
                - counter(counters.get("Tcp:"), "InSegs")
                - counter(counters.get("Icmp:"), "InMsgs")
                - counter(counters.get("Udp:"), "InDatagrams");
    }

    /** @param lines of one protocol: names, and values in the same order */
    private static long counter(List<List<String>> lines, String name) {
        return Long.parseLong(lines.get(1).get(lines.get(0).indexOf(name)));
    }

    @Test
    @LightTraffic
    void aQueueOf200MsFillsWithCubic() throws Exception {
        network.shape(settings("50Mbit", "unlimited", "200ms"), 1);
        // Without the first second: slow start overfills the queue, and on a busy computer cubic sometimes waits for a
        // timeout then.
        JsonNode up = iperf3("-t", "3", "-O", "1", "-C", "cubic");
        JsonNode sender = up.get("streams").get(0).get("sender");
        assertThat(sender.get("mean_rtt").asDouble() / 1e3).isBetween(80.0, 215.0);
        assertThat(sender.get("max_rtt").asDouble() / 1e3).isBetween(100.0, 225.0);
        assertThat(up.get("sum_received").get("bits_per_second").asDouble() / 1e6)
                .isCloseTo(50, Percentage.withPercentage(6));
        JsonNode down = iperf3("-t", "2", "-C", "cubic", "-R");
        assertThat(down.get("sum_received").get("bits_per_second").asDouble() / 1e6)
                .isCloseTo(50, Percentage.withPercentage(8));
    }

    @Test
    @ResourceLock(LightTraffic.CORES)
    void whatTheQueueDropsIsWhatUdpLoses() throws Exception {
        network.shape(settings("50Mbit", "unlimited", "50ms"), 1);
        // Datagrams of 1,448 bytes: 1,490 in the network, so that a link of 52.28 Mbit/s carries 63.5 % of 80.
        JsonNode end = iperf3("-u", "-b", "80M", "-t", "2", "-l", "1448");
        JsonNode received = end.get("sum_received");
        long arrived =
                received.get("packets").asLong() - received.get("lost_packets").asLong();
        // The receiver does not know of datagrams that were dropped after the last one that arrived.
        long missing = end.get("sum_sent").get("packets").asLong() - arrived;
        assertThat(missing).isCloseTo(dropped(true) + notRead(), within(2L));
        assertThat(end.get("sum").get("lost_percent").asDouble()).isBetween(32.0, 40.0);
        assertThat(dropped(false)).isZero();
    }

    @Test
    @LightTraffic
    void anUploadOfAFunctionIsWhatPassedTheQueue() throws Exception {
        network.shape(settings("50Mbit", "unlimited", "50ms"), 1);
        Process server = server();
        List<Interval> intervals = new ArrayList<>();
        FunctionRecord.Finished totals = run(
                new UdpJobType(iperf3())
                        .prepare(new UdpTask(
                                NetworkAddresses.server(0), 5201, Direction.UPLOAD, 2, 100, 80_000_000, 1448)),
                intervals);
        processes.kill(List.of(server));

        MetricValues metrics = totals.metrics();
        double sent = totals.senderBytes() / 1448.0;
        double arrived = intervals.stream().mapToLong(Interval::bytes).sum() / 1448.0;
        // The sender prints its bytes in three digits, such as 19.1 MBytes. Otherwise unknown are only datagrams that
        // were
        // dropped after the last arrival.
        double rounding = 0.05 * (1 << 20) / 1448;
        double lost = dropped(true) + notRead();
        assertThat(sent - arrived).isCloseTo(lost, within(15.0 + rounding));
        assertThat(metrics.get("udp_lost")).isCloseTo(lost, within(15.0));
        assertThat(metrics.get("udp_loss")).isBetween(0.32, 0.4);
        assertThat(metrics.get("udp_offered_bit_per_s") / 1e6).isCloseTo(80, Percentage.withPercentage(3));
        assertThat(metrics.get("udp_receiver_intervals")).isBetween(20.0, 22.0);
        // What arrives is the rate of the link, while 80 Mbit/s are sent.
        assertThat(medianMegabits(intervals, "bit_per_s")).isCloseTo(50.8, Percentage.withPercentage(4));
        assertThat(medianMegabits(intervals, "udp_offered_bit_per_s")).isCloseTo(80, Percentage.withPercentage(3));
    }

    private Iperf3JobType iperf3() {
        return new Iperf3JobType("iperf3", network.functionEntry(), work, children);
    }

    /** Runs a job of a function in this process; its iperf3 is in the network. */
    private static FunctionRecord.Finished run(Job job, List<Interval> intervals) throws Exception {
        try (job) {
            return job.run(new TaskContext(
                    sent -> {
                        if (sent instanceof FunctionRecord.Measured measured) {
                            intervals.add(measured.interval());
                        }
                    },
                    new StopSignal(),
                    new TrialClock(TimeSource.system(), System.currentTimeMillis())));
        }
    }

    @Test
    @ResourceLock(LightTraffic.CORES)
    void theCapacityOfALinkIsFoundWithoutLossAndTcpReachesIt() throws Exception {
        network.shape(settings("20Mbit", "unlimited", "50ms"), 1);
        Process server = server();
        Iperf3JobType iperf3 = iperf3();
        CapacityJobType type = new CapacityJobType(new UdpJobType(iperf3), iperf3);
        List<Interval> intervals = new ArrayList<>();
        MetricValues metrics = run(
                        type.prepare(new CapacityTask(
                                NetworkAddresses.server(0),
                                5201,
                                Direction.UPLOAD,
                                25,
                                100,
                                1_200_000_000,
                                0.01,
                                0.01)),
                        intervals)
                .metrics();
        processes.kill(List.of(server));

        // The link carries 20 Mbit/s in 1,448 of 1,514 bytes; a datagram of 1,448 has 1,476 at the IP layer and 1,490
        // in the link.
        double link = 20 * 1514 / 1448.0 * 1476 / 1490;
        assertThat(metrics.get("capacity_bit_per_s") / 1e6).isCloseTo(link, Percentage.withPercentage(5));
        assertThat(metrics.get("capacity_loss")).isLessThanOrEqualTo(0.01);
        assertThat(metrics.get("capacity_tcp_share")).as("%s", metrics).isBetween(0.9, 1.05);
    }

    private static double medianMegabits(List<Interval> intervals, String metric) {
        double[] values = intervals.stream()
                .mapToDouble(interval -> interval.value(metric))
                .sorted()
                .toArray();
        return values[values.length / 2] / 1e6;
    }

    @Test
    @LightTraffic
    void aBucketLetsItsBytesPassAtThePeak() throws Exception {
        network.shape(settings("50Mbit+10MB@400Mbit", "unlimited", "50ms"), 1);
        double bytes = iperf3("-t", "2", "-C", "cubic")
                .get("sum_received")
                .get("bytes")
                .asDouble();
        // 10 MB, and 2 s at 6.25 MB/s.
        assertThat(bytes / 1e6).isCloseTo(22.5, Percentage.withPercentage(8));
    }

    @Test
    @LightTraffic
    void functionsOfAHostShareItsLinkAndKeepTheirOwn() throws Exception {
        network.shape(settings("60Mbit+5MB@400Mbit", "40Mbit", "50ms"), 2);
        assertThat(iperf3("-t", "2", "-C", "cubic")
                                .get("sum_received")
                                .get("bits_per_second")
                                .asDouble()
                        / 1e6)
                .isCloseTo(40, Percentage.withPercentage(8));
    }

    @Test
    @LightTraffic
    void functionsOfAVpcShareItsLink() throws Exception {
        network.shape(settings("60Mbit", "unlimited", "50ms").withVpcLink(Bandwidth.ofMegabits(40)), 2);
        assertThat(iperf3("-t", "2", "-C", "cubic")
                                .get("sum_received")
                                .get("bits_per_second")
                                .asDouble()
                        / 1e6)
                .as("alone, a function may borrow all of it")
                .isCloseTo(40, Percentage.withPercentage(8));

        Process otherServer = server(5202);
        List<String> command = new ArrayList<>(network.functionEntry());
        command.addAll(List.of("iperf3", "-c", NetworkAddresses.server(1), "-p", "5202", "-C", "cubic", "-t", "60"));
        command.addAll(List.of("-i", "0.1", "--forceflush"));
        Process other = processes.start(new ProcessBuilder(command).redirectErrorStream(true));
        String line = other.inputReader().readLine();
        while (line != null && !line.contains("bits/sec")) {
            line = other.inputReader().readLine();
        }
        JsonNode shared = iperf3("-t", "2", "-C", "cubic");
        assertThat(other.isAlive()).as("both transfer all the time").isTrue();
        assertThat(shared.get("sum_received").get("bits_per_second").asDouble() / 1e6)
                .as("beside another, a function has half of it")
                .isCloseTo(20, Percentage.withPercentage(20));
        processes.kill(List.of(other, otherServer));
    }

    @Test
    @ResourceLock(LightTraffic.CORES)
    void sixteenFunctionsHaveTheirAddressesAndQueuesSoon() throws Exception {
        network.close();
        long begun = System.nanoTime();
        network = KernelNetwork.create(processes);
        KernelLinkFactory links = new KernelLinkFactory(network);
        NetworkSettings settings = settings("625Mbit+300MiB@5Gbit", "1Gbit", "50ms");
        InetSocketAddress server = new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 5201);
        try (var trial = links.open(settings, Collections.nCopies(16, server))) {
            Duration setup = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(trial.address(15).getAddress().getHostAddress()).isEqualTo("10.78.0.15");
            assertThat(trial.relayDatagrams(Collections.nCopies(16, server))
                            .get(3)
                            .getHostString())
                    .isEqualTo("10.78.0.3");
            assertThat(network.statistics(true).split("bfifo")).hasSize(17);
            begun = System.nanoTime();
            links.open(settings, Collections.nCopies(16, server)).close();
            Duration again = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(again).isLessThan(Duration.ofMillis(20));
            links.close();
            begun = System.nanoTime();
            network.close();
            Duration removal = Duration.ofNanos(System.nanoTime() - begun);
            System.out.println(
                    "16 functions: setup " + setup.toMillis() + " ms, removal " + removal.toMillis() + " ms");
            // Three times what a quiet computer must not exceed: 1.5 s and 1 s.
            assertThat(setup).isLessThan(Duration.ofMillis(4_500));
            assertThat(removal).isLessThan(Duration.ofMillis(3_000));
        }
    }

    /** A program of its own in the network of the functions: it transfers over the link, and this program beside it. */
    @Test
    @LightTraffic
    void s3IsReachedOverTheLinkByFunctionsAndBesideItByThisProgram() throws Exception {
        ExternalTools.require("curl");
        NetworkSettings wanted = settings("40Mbit", "unlimited", "50ms");
        network.shape(wanted, 1);
        InetAddress any = InetAddress.getByAddress(new byte[4]);
        DataSize size = new DataSize(5_000_000);
        Path files = Files.createDirectory(work.resolve("s3"));
        KernelLinkFactory links = new KernelLinkFactory(network);
        try (S3Storage storage = new S3Storage(TestInstallation.built().s3ProxyJar(), files, network.servers(), any);
                TrialLinks open = links.open(wanted, List.of(storage.address()))) {
            InetSocketAddress over = open.address(0);
            assertThat(over.getHostString()).isEqualTo(NetworkAddresses.server(0));
            String key = storage.sharedObject(size);
            assertThat(transfer(storage.downloadUrl(key, over))).isGreaterThan(0.9);
            S3Upload upload = storage.openUpload("up", size, 1, size, over);
            Path object = Files.write(work.resolve("object"), new byte[(int) size.bytes()]);
            // Without the header, curl waits a second for a server that does not ask for the body.
            assertThat(transfer(upload.urls().get(0), "--upload-file", object.toString(), "--header", "Expect:"))
                    .isGreaterThan(0.9);
            upload.finish();
        }
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("faasnetlab-s3-"))
                            .filter(path -> Files.exists(path.resolve("api"))))
                    .isEmpty();
        }
    }

    /** Seconds that a transfer took, as it saw them itself; at 5 MB/s and 5 MB at least one, less what a bucket holds. */
    private double transfer(URI url, String... options) throws Exception {
        List<String> command = new ArrayList<>(network.functionEntry());
        command.addAll(List.of("curl", "--silent", "--show-error", "--fail", "--output", "/dev/null"));
        command.addAll(List.of("--write-out", "%{time_total}"));
        command.addAll(List.of(options));
        command.add(url.toString());
        Process process = processes.start(new ProcessBuilder(command).redirectErrorStream(true));
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(printed).isZero();
        return Double.parseDouble(printed);
    }

    /** Where the kernel has netem, its delay and loss are measured; where it lacks it, they are refused with what to do. */
    @Test
    @LightTraffic
    void delayAndLossAreRealOrRefusedBeforeARun() throws Exception {
        NetworkSettings wanted = settings("unlimited", "unlimited", "50ms").withImpairment(new PathImpairment(20, 5));
        if (!kernelHasNetem()) {
            assertThatThrownBy(() -> KernelNetwork.require(wanted, processes))
                    .isInstanceOfSatisfying(LabException.class, e -> {
                        assertThat(e)
                                .hasMessage("The kernel of this computer lacks netem, which delay and loss require.");
                        assertThat(e.nextStep())
                                .isEqualTo("Load it with modprobe sch_netem, or set delay to 0ms and loss to 0%.");
                        assertThat(e.kind()).isEqualTo(LabException.Kind.UNAVAILABLE);
                    });
            return;
        }
        KernelNetwork.require(wanted, processes);
        network.shape(wanted.withImpairment(new PathImpairment(20, 0)), 1);
        JsonNode sender = iperf3("-t", "2").get("streams").get(0).get("sender");
        assertThat(sender.get("min_rtt").asDouble() / 1e3).isBetween(40.0, 60.0);

        network.shape(wanted, 1);
        JsonNode received = iperf3("-u", "-b", "20M", "-t", "2", "-l", "1000").get("sum_received");
        // About 5,000 datagrams, of which 5 % are 250 with a standard deviation of 15.
        assertThat(received.get("packets").asInt()).isGreaterThan(4_500);
        assertThat(received.get("lost_percent").asDouble()).isBetween(3.5, 6.5);

        network.shape(wanted.withImpairment(PathImpairment.NONE), 1);
        assertThat(iperf3("-t", "1")
                                .get("streams")
                                .get(0)
                                .get("sender")
                                .get("min_rtt")
                                .asDouble()
                        / 1e3)
                .isLessThan(20);
    }

    /** Asked of tc in a namespace, and not of this program. */
    private boolean kernelHasNetem() throws Exception {
        List<String> command = new ArrayList<>(network.functionEntry());
        command.addAll(List.of("tc", "qdisc", "add", "dev", "lo", "root", "netem", "delay", "1ms"));
        Process tc = processes.start(new ProcessBuilder(command).redirectErrorStream(true));
        String printed = new String(tc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean has = tc.waitFor() == 0;
        assertThat(has || printed.contains("Specified qdisc kind is unknown"))
                .as(printed)
                .isTrue();
        return has;
    }

    @Test
    @LightTraffic
    void whatTheKernelLacksIsReportedBeforeARun() throws Exception {
        KernelNetwork.require(settings("50Mbit", "unlimited", "100packets"), processes);
        try {
            KernelNetwork.require(settings("50Mbit", "unlimited", "fq_codel"), processes);
        } catch (LabException e) {
            assertThat(e).hasMessageContaining("lacks a queue discipline: fq_codel");
            assertThat(e.nextStep()).contains("modprobe sch_fq_codel");
        }
        assertThatThrownBy(() -> network.shape(settings("50Mbit", "unlimited", "50ms"), 70_000))
                .hasMessage("Cannot create the kernel network: it has addresses for 65,536 functions, not for 70,000.");
    }
}
