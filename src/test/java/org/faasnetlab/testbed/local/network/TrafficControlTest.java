package org.faasnetlab.testbed.local.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.PathImpairment;
import org.junit.jupiter.api.Test;

/** Rates are those of tc: 1,514 bytes in the network for 1,448 of data. */
class TrafficControlTest {
    private static TrafficControl network(String link, int hosts, String hostLink, String queue, int functions) {
        return new TrafficControl(
                NetworkSettings.parse(link, hosts, hostLink).withQueue(LinkQueue.parse(queue)), functions);
    }

    @Test
    void aFunctionHasAClassAQueueAndItsPackets() {
        assertThat(network("50Mbit", 1, "unlimited", "200ms", 1).commands("dev0", true))
                .containsExactly(
                        "qdisc add dev dev0 root handle 1: htb",
                        "class add dev dev0 parent 1: classid 1:1000 htb rate 52279006bit burst 16384 ceil 52279006bit"
                                + " cburst 16384 quantum 12500",
                        "qdisc add dev dev0 parent 1:1000 bfifo limit 1306975",
                        "filter add dev dev0 parent 1: protocol ip prio 1 u32",
                        "filter add dev dev0 parent 1: protocol ip prio 1 handle 2: u32 divisor 256",
                        "filter add dev dev0 parent 1: protocol ip prio 1 u32 ht 800:: match ip src 10.77.0.0/24 hashkey"
                                + " mask 0x000000ff at 12 link 2:",
                        "filter add dev dev0 parent 1: protocol ip prio 1 u32 ht 2:0: match ip src 10.77.0.0/32 flowid"
                                + " 1:1000");
    }

    @Test
    void allFunctionsShareTheClassOfTheVpc() {
        List<String> lines = new TrafficControl(
                        NetworkSettings.parse("625Mbit", 2, "1Gbit").withVpcLink(Bandwidth.ofMegabits(1200)), 4)
                .commands("dev0", true);
        assertThat(lines)
                .contains(
                        "class add dev dev0 parent 1: classid 1:fff htb rate 1254696133bit burst 300000 ceil 1254696133bit"
                                + " cburst 300000 quantum 60000",
                        // Half of the VPC's rate is a host's own; it may borrow up to its link.
                        "class add dev dev0 parent 1:fff classid 1:1 htb rate 627348066bit burst 150000 ceil 1045580110bit"
                                + " cburst 250000 quantum 60000",
                        "class add dev dev0 parent 1:1 classid 1:8000 htb rate 313674033bit burst 75000 ceil"
                                + " 653487569bit cburst 156250 quantum 60000");
        assertThat(new TrafficControl(
                                NetworkSettings.parse("unlimited", 1, "unlimited")
                                        .withVpcLink(Bandwidth.ofMegabits(100)),
                                2)
                        .commands("dev0", true))
                .anyMatch(line -> line.startsWith("class add dev dev0 parent 1:fff classid 1:8000 "));
    }

    @Test
    void delayAndLossAreThoseOfEveryPacket() {
        NetworkSettings plain = NetworkSettings.parse("unlimited", 1, "unlimited");
        assertThat(new TrafficControl(plain, 1).impairment("net")).isEmpty();
        assertThat(new TrafficControl(plain.withImpairment(new PathImpairment(20, 0)), 1).impairment("net"))
                .contains("qdisc add dev net root netem limit 1000000 delay 20ms");
        assertThat(new TrafficControl(plain.withImpairment(new PathImpairment(5, 0.1)), 1).impairment("net"))
                .contains("qdisc add dev net root netem limit 1000000 delay 5ms loss random 0.1%");
    }

    @Test
    void anUnlimitedNetworkHasNoQueues() {
        assertThat(network("unlimited", 1, "unlimited", "50ms", 4).commands("dev0", true))
                .isEmpty();
    }

    @Test
    void theBucketOfALinkWithoutHostIsThatOfTheRate() {
        assertThat(network("625Mbit+300MiB@5Gbit", 1, "unlimited", "fq_codel", 1)
                        .commands("dev0", false))
                .contains(
                        "class add dev dev0 parent 1: classid 1:1000 htb rate 653487569bit burst 314572800 ceil"
                                + " 5227900552bit cburst 1250000 quantum 60000",
                        "qdisc add dev dev0 parent 1:1000 fq_codel")
                .anyMatch(line -> line.contains("match ip dst 10.77.0.0/24 hashkey mask 0x000000ff at 16"));
    }

    @Test
    void functionsOfAHostShareItsClassAndKeepTheirBuckets() {
        List<String> lines =
                network("625Mbit+300MiB@5Gbit", 2, "1Gbit", "100packets", 3).commands("dev0", true);
        assertThat(lines)
                .contains(
                        "class add dev dev0 parent 1: classid 1:1 htb rate 1045580110bit burst 250000 ceil 1045580110bit"
                                + " cburst 250000 quantum 60000",
                        // Two of the three functions are on the first host and have 500 Mbit/s each.
                        "class add dev dev0 parent 1:1 classid 1:8000 htb rate 522790055bit burst 125000 ceil"
                                + " 5227900552bit cburst 1250000 quantum 60000",
                        "class add dev dev0 parent 1:8000 classid 1:1000 htb rate 522790055bit burst 125000 ceil"
                                + " 653487569bit cburst 314572800 quantum 60000",
                        "class add dev dev0 parent 1:2 classid 1:8001 htb rate 653487569bit burst 156250 ceil"
                                + " 5227900552bit cburst 1250000 quantum 60000",
                        "qdisc add dev dev0 parent 1:1002 pfifo limit 100");
        assertThat(network("625Mbit", 2, "1Gbit", "50ms", 3).host(2)).isZero();
    }

    @Test
    void moreThanAGroupOfFunctionsHasTablesForEachGroup() {
        List<String> lines = network("1Mbit", 1, "unlimited", "50ms", 300).commands("dev0", true);
        assertThat(lines)
                .contains(
                        "filter add dev dev0 parent 1: protocol ip prio 1 handle 3: u32 divisor 256",
                        "filter add dev dev0 parent 1: protocol ip prio 1 u32 ht 800:: match ip src 10.77.1.0/24 hashkey"
                                + " mask 0x000000ff at 12 link 3:",
                        "filter add dev dev0 parent 1: protocol ip prio 1 u32 ht 3:2b: match ip src 10.77.1.43/32 flowid"
                                + " 1:112b");
        assertThat(NetworkAddresses.serverAddress(299).getHostAddress()).isEqualTo(NetworkAddresses.server(299));
    }

    @Test
    void whatTheKernelLacksIsNamed() {
        List<String> commands = List.of(
                "qdisc add dev up root handle 1: htb",
                "class add dev up parent 1: classid 1:1000 htb rate 1bit",
                "qdisc add dev up parent 1:1000 fq_codel");
        String unknown = "Error: Specified qdisc kind is unknown. Command failed -:";
        assertThat(TrafficControl.missing(unknown + "1", commands)).contains("htb");
        assertThat(TrafficControl.missing(unknown + "3", commands)).contains("fq_codel");
        assertThat(TrafficControl.missing(unknown + "4", commands)).isEmpty();
        assertThat(TrafficControl.missing("Error: Specified class not found. Command failed -:2", commands))
                .isEmpty();
    }
}
