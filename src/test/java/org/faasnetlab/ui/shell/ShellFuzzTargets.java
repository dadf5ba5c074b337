package org.faasnetlab.ui.shell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** The list of active testbeds that the window stores. */
public final class ShellFuzzTargets {
    private ShellFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(FuzzTarget.ofFile(
                "active testbeds",
                "testbeds.json",
                List.of(
                        ("[{\"name\":\"lab\",\"account\":\"123456789012\",\"region\":\"eu-central-1\",\"dollarsPerHour\":\"0.26\","
                                        + "\"createdAt\":\"2026-11-30T09:00:00Z\",\"leaseEnd\":\"2026-11-30T13:00:00Z\"}]")
                                .getBytes(StandardCharsets.UTF_8)),
                Set.of(),
                file -> new ActiveTestbedsFile(file).read()));
    }
}
