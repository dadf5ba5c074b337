package org.faasnetlab.testing.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.capacity.CapacityType;
import org.faasnetlab.workload.iperf3.Iperf3Type;
import org.faasnetlab.workload.latency.LatencyType;
import org.faasnetlab.workload.latency.ProbeSetting;
import org.faasnetlab.workload.s3.S3Type;
import org.faasnetlab.workload.udp.UdpType;
import org.jspecify.annotations.Nullable;

/**
 * A row of a trial for a test, which names only what it is about; the rest is one function that downloaded with iperf3
 * for 10 s without a simulated link, with T0 in 1970.
 */
public final class TrialRowBuilder {
    private String runId;
    private int index;
    private int repetition;
    private RunStatus status = RunStatus.COMPLETED;
    private WorkloadType type = Iperf3Type.IPERF3;
    private Direction direction = Direction.DOWNLOAD;
    private int memoryMb = 1769;
    private int functions = 1;
    private int streams = 1;
    private @Nullable Integer seconds = 10;
    private @Nullable Long objectBytes;
    private SortedMap<String, String> details = new TreeMap<>();
    private String link = "unlimited";
    private int hosts = 1;
    private String hostLink = "unlimited";
    private SortedMap<String, String> networkDetails = new TreeMap<>();
    private @Nullable Long t0EpochMicros = 0L;

    private TrialRowBuilder(String runId) {
        this.runId = runId;
    }

    public static TrialRowBuilder trial(String runId) {
        return new TrialRowBuilder(runId);
    }

    public static TrialRowBuilder like(TrialRow row) {
        TrialRowBuilder same = new TrialRowBuilder(row.runId());
        same.index = row.index();
        same.repetition = row.repetition();
        same.status = row.status();
        WorkloadRecord workload = row.workload().toRecord();
        same.type = row.workload().type();
        same.direction = row.direction();
        same.memoryMb = row.memoryMb();
        same.functions = row.functions();
        same.streams = workload.parallelism();
        same.seconds = workload.seconds();
        same.objectBytes = workload.objectBytes();
        same.details = new TreeMap<>(workload.details());
        same.link = row.network().link().toSetting();
        same.hosts = row.network().hosts();
        same.hostLink = row.network().hostLinkSetting();
        same.networkDetails = row.network().details();
        same.t0EpochMicros = row.t0EpochMicros();
        return same;
    }

    public TrialRowBuilder ofRun(String runId) {
        this.runId = runId;
        return this;
    }

    public TrialRowBuilder index(int index) {
        this.index = index;
        return this;
    }

    public TrialRowBuilder repetition(int repetition) {
        this.repetition = repetition;
        return this;
    }

    public TrialRowBuilder status(RunStatus status) {
        this.status = status;
        return this;
    }

    /** An S3 trial. */
    public TrialRowBuilder s3(Direction direction, int connections, long objectBytes) {
        type = S3Type.S3;
        details = new TreeMap<>();
        seconds = null;
        streams = connections;
        this.objectBytes = objectBytes;
        return direction(direction);
    }

    /** A trial that sends UDP datagrams at this rate. */
    public TrialRowBuilder udp(String rate) {
        type = UdpType.UDP;
        details = new TreeMap<>(Map.of("rate", rate));
        return this;
    }

    /** With a further parameter of its workload, in setting format. */
    public TrialRowBuilder detail(String name, String value) {
        details.put(name, value);
        return this;
    }

    /** A trial of probes without a transfer. */
    public TrialRowBuilder latency() {
        type = LatencyType.LATENCY;
        details = new TreeMap<>();
        return this;
    }

    /** A trial that searches the capacity. */
    public TrialRowBuilder search() {
        type = CapacityType.CAPACITY;
        details = new TreeMap<>();
        return this;
    }

    public TrialRowBuilder direction(Direction direction) {
        this.direction = direction;
        return this;
    }

    public TrialRowBuilder memoryMb(int memoryMb) {
        this.memoryMb = memoryMb;
        return this;
    }

    public TrialRowBuilder functions(int functions) {
        this.functions = functions;
        return this;
    }

    public TrialRowBuilder seconds(int seconds) {
        this.seconds = seconds;
        return this;
    }

    /** With latency probes at this interval in milliseconds. */
    public TrialRowBuilder probes(int millis) {
        details.put(ProbeSetting.KEY, ProbeSetting.format(millis));
        return this;
    }

    public TrialRowBuilder link(String link) {
        this.link = link;
        return this;
    }

    public TrialRowBuilder hosts(int hosts, String hostLink) {
        this.hosts = hosts;
        this.hostLink = hostLink;
        return this;
    }

    /** T0 in microseconds since 1970. */
    /** A trial that ended before its T0 was chosen. */
    public TrialRowBuilder withoutT0() {
        t0EpochMicros = null;
        return this;
    }

    public TrialRowBuilder t0(long epochMicros) {
        t0EpochMicros = epochMicros;
        return this;
    }

    public TrialRowBuilder network(NetworkSettings network) {
        link = network.link().toSetting();
        networkDetails = network.details();
        return hosts(network.hosts(), network.hostLinkSetting());
    }

    public TrialRow row() {
        return new TrialRow(
                runId,
                index,
                repetition,
                status,
                new Cell(
                        memoryMb,
                        functions,
                        type.restore(new WorkloadRecord(direction, streams, seconds, objectBytes, details)),
                        NetworkSettings.parse(link, hosts, hostLink, networkDetails)),
                t0EpochMicros);
    }
}
