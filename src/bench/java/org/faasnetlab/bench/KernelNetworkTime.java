package org.faasnetlab.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.faasnetlab.testbed.local.network.KernelLinkFactory;
import org.faasnetlab.testbed.local.network.KernelNetwork;
import org.faasnetlab.testbed.local.process.GuardedProcesses;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;

/** How long a kernel network takes to be there, and to be gone. */
final class KernelNetworkTime implements Benchmark {
    private static final int FUNCTIONS = 16;
    private static final int TIMES = 7;

    @Override
    public String name() {
        return "kernel-network";
    }

    @Override
    public String description() {
        return "Network namespaces, routers, addresses and queues of " + FUNCTIONS
                + " functions on a host with a link of its own: created and removed " + TIMES + " times, medians.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        NetworkSettings settings = NetworkSettings.parse("625Mbit+300MiB@5Gbit", 1, "1Gbit")
                .withMedium(NetworkSettings.Medium.KERNEL)
                .withQueue(LinkQueue.parse("50ms"));
        List<InetSocketAddress> servers =
                Collections.nCopies(FUNCTIONS, new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 5201));
        List<Double> creation = new ArrayList<>();
        List<Double> removal = new ArrayList<>();
        Path folder = Files.createTempDirectory("faasnetlab-network");
        try (GuardedProcesses processes = new GuardedProcesses(folder)) {
            for (int time = 0; time < TIMES; time++) {
                long begun = System.nanoTime();
                KernelNetwork network = KernelNetwork.create(processes);
                new KernelLinkFactory(network).open(settings, servers);
                creation.add(secondsSince(begun));
                begun = System.nanoTime();
                network.close();
                removal.add(secondsSince(begun));
            }
        } finally {
            BenchMain.delete(folder);
        }
        return List.of(
                BenchmarkFigure.atMost("creation, s", BenchmarkLab.median(creation), 1.5),
                BenchmarkFigure.forTheRecord("slowest creation, s", Collections.max(creation)),
                BenchmarkFigure.atMost("removal, s", BenchmarkLab.median(removal), 1),
                BenchmarkFigure.forTheRecord("slowest removal, s", Collections.max(removal)));
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
