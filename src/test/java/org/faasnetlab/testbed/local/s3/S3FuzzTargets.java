package org.faasnetlab.testbed.local.s3;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** What the S3 server prints when it does not start, and what the kernel reports about its disk. */
public final class S3FuzzTargets {
    private S3FuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.ofFile(
                                "output of the S3 server",
                                "output.log",
                                List.of(
                                        ("[main] INFO o.g.s.Main starting\nException in thread \"main\" java.net.BindException: "
                                                        + "Address already in use\n\tat java.base/sun.nio.ch.Net.bind0(Native Method)\n")
                                                .getBytes(StandardCharsets.UTF_8)),
                                Set.of(),
                                S3Server::reason)
                        .covers(S3Server.class),
                FuzzTarget.ofFile(
                                "times of a disk",
                                "stat",
                                List.of("  174218  85 9216722 22401 1044 22 31 4 0 9812 22405\n"
                                        .getBytes(StandardCharsets.UTF_8)),
                                Set.of(),
                                file -> {
                                    DiskMeter meter = new DiskMeter(file, System::nanoTime);
                                    meter.sinceLastCall();
                                    meter.sinceLastCall();
                                })
                        .covers(DiskMeter.class));
    }
}
