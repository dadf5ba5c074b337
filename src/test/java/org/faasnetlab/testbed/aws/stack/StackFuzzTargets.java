package org.faasnetlab.testbed.aws.stack;

import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;
import software.amazon.awssdk.services.cloudformation.model.Output;

/** What servers signal to the stack. */
public final class StackFuzzTargets {
    private StackFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(FuzzTarget.ofText(
                        "signals of servers",
                        List.of("{\"10.0.0.5\":\"iperf3=3.16 kernel=6.1\",\"10.0.0.6\":\"iperf3=3.16\"}"),
                        Set.of(),
                        text -> new StackOutputs(List.of(Output.builder()
                                        .outputKey("Facts")
                                        .outputValue(text)
                                        .build()))
                                .facts("Facts"))
                .covers(StackOutputs.class));
    }
}
