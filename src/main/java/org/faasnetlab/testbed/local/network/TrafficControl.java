package org.faasnetlab.testbed.local.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.PathImpairment;

/**
 * The commands of tc for one direction of a network: a hierarchy of token buckets (HTB) on one device, with a class for
 * the VPC and each host that has a link, a class for each function, and a queue for each function.
 *
 * <p>Rates of links are those of TCP data in full packets, as in the relay; the kernel counts Ethernet, IP and TCP headers
 * as well, 1,514 bytes for 1,448 of data.
 */
final class TrafficControl {
    static final String FQ_CODEL = "fq_codel";

    /** What {@code tc -batch} prints about a line whose queue discipline the kernel does not have. */
    private static final Pattern UNKNOWN =
            Pattern.compile("qdisc kind is unknown.*Command failed -:([0-9]{1,9})", Pattern.DOTALL);

    private static final Pattern DISCIPLINE =
            Pattern.compile("qdisc add dev \\S+ (?:root|parent \\S+) (?:handle \\S+ )?(\\S+).*");

    private static final double BYTES_PER_DATA = 1514.0 / 1448;

    /** Faster than any virtual link; a class without a limit of its own. */
    private static final Bandwidth UNLIMITED = Bandwidth.ofMegabits(400_000);

    /** The data of 2 ms may leave immediately, and at least ten packets: a timer cannot be more exact. */
    private static final double BURST_SECONDS = 0.002;

    private static final long MIN_BURST = 16_384;

    /** Bytes that a class may send before the next one's turn. */
    private static final long MAX_QUANTUM = 60_000;

    private static final long MIN_QUANTUM = 1_514;
    /** More than 10 Gbit/s put into a second: what is delayed is no queue, and drops nothing. */
    private static final int MAX_DELAYED_PACKETS = 1_000_000;

    /** The class of all functions, above those of at most 1,000 hosts and below those of functions. */
    private static final String VPC = "1:fff";

    private static final int FIRST_FUNCTION = 0x1000;

    private final NetworkSettings network;
    private final int functions;

    TrafficControl(NetworkSettings network, int functions) {
        this.network = network;
        this.functions = functions;
    }

    /**
     * The queue discipline that a kernel lacks, for example {@code fq_codel}; empty if the commands failed for another reason.
     *
     * @param printed by {@code tc -batch}
     * @param commands its input
     */
    static Optional<String> missing(String printed, List<String> commands) {
        Matcher unknown = UNKNOWN.matcher(printed);
        if (!unknown.find()) {
            return Optional.empty();
        }
        int line = Integer.parseInt(unknown.group(1));
        Matcher discipline = DISCIPLINE.matcher(line < 1 || line > commands.size() ? "" : commands.get(line - 1));
        return discipline.matches() ? Optional.of(discipline.group(1)) : Optional.empty();
    }

    /** The host of a function; functions are placed in turn. */
    int host(int functionIndex) {
        return functionIndex % network.hosts();
    }

    /**
     * The commands that give a device its queues, one per line, for {@code tc -batch}.
     *
     * @param bySource whether the functions send through the device, or receive
     */
    List<String> commands(String device, boolean bySource) {
        List<String> lines = new ArrayList<>();
        if (network.limited()) {
            lines.add("qdisc add dev " + device + " root handle 1: htb");
            lines.addAll(sharedClasses(device));
            for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
                lines.addAll(classesOf(device, functionIndex));
                lines.add("qdisc add dev " + device + " parent " + leaf(functionIndex) + " " + queue());
            }
            lines.addAll(filters(device, bySource));
        }
        return lines;
    }

    /** Of the VPC, and of the hosts, which may lend each other what the VPC has left. */
    private List<String> sharedClasses(String device) {
        List<String> lines = new ArrayList<>();
        Bandwidth vpc = network.vpcLink();
        if (vpc != null) {
            lines.add(classOf(device, "1:", VPC, vpc, vpc, 0, 0));
        }
        int hosts = Math.min(network.hosts(), functions);
        for (int host = 0; host < hosts && network.hostLink() != null; host++) {
            Bandwidth own = vpc == null
                    ? network.hostLink()
                    : least(network.hostLink(), new Bandwidth(vpc.bitsPerSecond() / hosts));
            lines.add(classOf(device, vpc == null ? "1:" : VPC, hostClass(host), own, network.hostLink(), 0, 0));
        }
        return lines;
    }

    /**
     * The command that gives a device its delay and loss; empty if there is none. It is that of a router towards an end, where
     * packets have passed the queues and belong to no local sender.
     */
    Optional<String> impairment(String device) {
        PathImpairment path = network.impairment();
        if (path.equals(PathImpairment.NONE)) {
            return Optional.empty();
        }
        return Optional.of("qdisc add dev " + device + " root netem limit " + MAX_DELAYED_PACKETS
                + (path.delayMillis() == 0 ? "" : " delay " + path.delaySetting())
                + (path.lossPercent() == 0 ? "" : " loss random " + path.lossSetting()));
    }

    /**
     * A class of its own for the rate and the bucket. Below the class of a host or the VPC there are two: the outer one has the peak,
     * and lends what they have left to the inner one, whose ceiling has the bucket. HTB lends only what the ceiling of
     * a class allows.
     */
    private List<String> classesOf(String device, int functionIndex) {
        LinkProfile link = network.link();
        Bandwidth rate = link.rate() == null ? UNLIMITED : link.rate();
        Bandwidth peak = link.peak() == null ? (link.burst().bytes() == 0 ? rate : UNLIMITED) : link.peak();
        if (network.hostLink() == null && network.vpcLink() == null) {
            return List.of(classOf(
                    device, "1:", leaf(functionIndex), rate, peak, link.burst().bytes(), 0));
        }
        Bandwidth share = least(share(functionIndex), rate);
        String parent = network.hostLink() == null ? VPC : hostClass(host(functionIndex));
        String outer = "1:" + Integer.toHexString(FIRST_FUNCTION * 8 + functionIndex);
        return List.of(
                classOf(device, parent, outer, share, peak, 0, 0),
                classOf(
                        device,
                        outer,
                        leaf(functionIndex),
                        share,
                        rate,
                        0,
                        link.burst().bytes()));
    }

    private Bandwidth share(int functionIndex) {
        Bandwidth ofVpc = network.vpcLink() == null
                ? UNLIMITED
                : new Bandwidth(network.vpcLink().bitsPerSecond() / functions);
        if (network.hostLink() == null) {
            return ofVpc;
        }
        int host = host(functionIndex);
        int onHost = functions / network.hosts() + (host < functions % network.hosts() ? 1 : 0);
        return least(ofVpc, new Bandwidth(network.hostLink().bitsPerSecond() / onHost));
    }

    private static Bandwidth least(Bandwidth one, Bandwidth other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /**
     * @param burst bytes that may pass at the ceiling before the rate applies
     * @param ceilingBurst bytes that may pass above the ceiling
     */
    private static String classOf(
            String device, String parent, String id, Bandwidth rate, Bandwidth ceiling, long burst, long ceilingBurst) {
        return "class add dev " + device + " parent " + parent + " classid " + id + " htb rate " + bits(rate)
                + "bit burst "
                + Math.max(burst, shortest(rate)) + " ceil " + bits(ceiling) + "bit cburst "
                + Math.max(ceilingBurst, shortest(ceiling)) + " quantum " + quantum(rate);
    }

    private static long bits(Bandwidth data) {
        return Math.max(8, Math.round(Math.min(UNLIMITED.bitsPerSecond(), data.bitsPerSecond()) * BYTES_PER_DATA));
    }

    private static long shortest(Bandwidth rate) {
        double bytes = Math.min(UNLIMITED.bytesPerSecond(), rate.bytesPerSecond()) * BURST_SECONDS;
        return Math.max(MIN_BURST, Math.round(bytes));
    }

    private static long quantum(Bandwidth rate) {
        double bytes = Math.min(UNLIMITED.bytesPerSecond(), rate.bytesPerSecond()) * BURST_SECONDS;
        return Math.max(MIN_QUANTUM, Math.min(MAX_QUANTUM, Math.round(bytes)));
    }

    /** The queue of a function: the limit in time is that of its long-term rate. */
    private String queue() {
        Bandwidth each = new Bandwidth(
                Math.min(UNLIMITED.bitsPerSecond(), network.bitsPerSecondOfFunction(functions)) * BYTES_PER_DATA);
        Optional<Long> bytes = network.queue().bytes(each);
        return bytes.map(limit -> "bfifo limit " + limit)
                .orElseGet(() -> network.queue().unit() == LinkQueue.Unit.PACKETS
                        ? "pfifo limit " + network.queue().limit()
                        : FQ_CODEL);
    }

    private static String hostClass(int host) {
        return "1:" + Integer.toHexString(host + 1);
    }

    private static String leaf(int functionIndex) {
        return "1:" + Integer.toHexString(FIRST_FUNCTION + functionIndex);
    }

    /** Packets find their class by the last byte of the function's address, so that many functions cost as few. */
    private List<String> filters(String device, boolean bySource) {
        String side = bySource ? "src" : "dst";
        int offset = bySource ? 12 : 16;
        List<String> lines = new ArrayList<>();
        int groups = (functions + NetworkAddresses.PER_GROUP - 1) / NetworkAddresses.PER_GROUP;
        String add = "filter add dev " + device + " parent 1: protocol ip prio 1";
        lines.add(add + " u32");
        for (int group = 0; group < groups; group++) {
            String table = Integer.toHexString(group + 2) + ":";
            lines.add(add + " handle " + table + " u32 divisor " + NetworkAddresses.PER_GROUP);
            lines.add(add + " u32 ht 800:: match ip " + side + " 10.77." + group + ".0/24 hashkey mask 0x000000ff at "
                    + offset + " link " + table);
        }
        for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
            String table = Integer.toHexString(functionIndex / NetworkAddresses.PER_GROUP + 2) + ":";
            lines.add(add + " u32 ht " + table + Integer.toHexString(functionIndex % NetworkAddresses.PER_GROUP)
                    + ": match ip " + side + " " + NetworkAddresses.function(functionIndex) + "/32 flowid "
                    + leaf(functionIndex));
        }
        return lines;
    }
}
