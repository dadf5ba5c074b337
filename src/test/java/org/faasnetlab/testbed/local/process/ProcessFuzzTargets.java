package org.faasnetlab.testbed.local.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Lists of processes that an earlier start of the program has left, complete or not. */
public final class ProcessFuzzTargets {
    private ProcessFuzzTargets() {}

    public static List<FuzzTarget> all() {
        String list = "boot " + ProcFiles.bootId().orElse("unknown")
                + "\nowner 4194304 123456\n+4194304 123457\n+4194305 123458\n-4194304\n";
        return List.of(FuzzTarget.ofFile(
                        "lists of processes",
                        "f00d.list",
                        List.of(list.getBytes(StandardCharsets.UTF_8)),
                        Set.of(),
                        file -> new ProcessList(file).isInUse())
                .covers(ProcessList.class));
    }
}
