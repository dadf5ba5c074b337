package org.faasnetlab.testbed.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Files in which the kernel of this computer reports its state; other kernels and containers have other ones. */
public final class ComputerFuzzTargets {
    private ComputerFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.ofFile(
                                "processor times of Linux",
                                "stat",
                                List.of("cpu  10132153 290696 3084719 46828483 16683 0 25195 175628 0 0\ncpu0 1 2 3 4\n"
                                        .getBytes(StandardCharsets.UTF_8)),
                                Set.of(),
                                file -> {
                                    ProcStatMeter meter = new ProcStatMeter(file);
                                    meter.sinceLastCall();
                                    meter.sinceLastCall();
                                })
                        .covers(ProcStatMeter.class),
                FuzzTarget.ofFile(
                                "speed of a network interface",
                                "speed",
                                List.of("10000\n".getBytes(StandardCharsets.UTF_8)),
                                Set.of(),
                                file -> RouteInterface.read(
                                        file.getParent().getParent(),
                                        file.getParent().getFileName().toString()))
                        .covers(RouteInterface.class));
    }
}
