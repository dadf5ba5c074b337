package org.faasnetlab;

import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.export.ArchiveFuzzTargets;
import org.faasnetlab.export.importing.ImportFuzzTargets;
import org.faasnetlab.function.http.HttpFuzzTargets;
import org.faasnetlab.function.iperf3.Iperf3FuzzTargets;
import org.faasnetlab.invoke.InvokeFuzzTargets;
import org.faasnetlab.plan.file.PlanFuzzTargets;
import org.faasnetlab.protocol.ProtocolFuzzTargets;
import org.faasnetlab.testbed.local.iperf3.VersionFuzzTargets;
import org.faasnetlab.testbed.local.lambda.LambdaFuzzTargets;
import org.faasnetlab.testing.fuzz.FuzzTarget;
import org.faasnetlab.ui.preferences.SettingsFuzzTargets;

/** Every reader of bytes from elsewhere. */
public final class FuzzTargets {
    private FuzzTargets() {}

    public static List<FuzzTarget> all() {
        return Stream.of(
                        Iperf3FuzzTargets.all(),
                        HttpFuzzTargets.all(),
                        ProtocolFuzzTargets.all(),
                        InvokeFuzzTargets.all(),
                        PlanFuzzTargets.all(),
                        ArchiveFuzzTargets.all(),
                        ImportFuzzTargets.all(),
                        LambdaFuzzTargets.all(),
                        VersionFuzzTargets.all(),
                        SettingsFuzzTargets.all())
                .flatMap(List::stream)
                .toList();
    }
}
