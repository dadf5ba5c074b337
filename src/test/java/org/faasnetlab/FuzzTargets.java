package org.faasnetlab;

import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.app.WindowFuzzTargets;
import org.faasnetlab.export.ArchiveFuzzTargets;
import org.faasnetlab.export.importing.ImportFuzzTargets;
import org.faasnetlab.function.http.HttpFuzzTargets;
import org.faasnetlab.function.iperf3.Iperf3FuzzTargets;
import org.faasnetlab.function.latency.LatencyFuzzTargets;
import org.faasnetlab.function.runtime.RuntimeFuzzTargets;
import org.faasnetlab.invoke.InvokeFuzzTargets;
import org.faasnetlab.plan.file.PlanFuzzTargets;
import org.faasnetlab.protocol.ProtocolFuzzTargets;
import org.faasnetlab.store.duckdb.StoreFuzzTargets;
import org.faasnetlab.testbed.aws.account.AccountFuzzTargets;
import org.faasnetlab.testbed.aws.calls.CallsFuzzTargets;
import org.faasnetlab.testbed.aws.measuring.MeasuringFuzzTargets;
import org.faasnetlab.testbed.aws.preflight.PreflightFuzzTargets;
import org.faasnetlab.testbed.aws.pricing.PricingFuzzTargets;
import org.faasnetlab.testbed.aws.stack.StackFuzzTargets;
import org.faasnetlab.testbed.local.ComputerFuzzTargets;
import org.faasnetlab.testbed.local.iperf3.VersionFuzzTargets;
import org.faasnetlab.testbed.local.lambda.LambdaFuzzTargets;
import org.faasnetlab.testbed.local.process.ProcessFuzzTargets;
import org.faasnetlab.testbed.local.s3.S3FuzzTargets;
import org.faasnetlab.testing.fuzz.FuzzTarget;
import org.faasnetlab.ui.preferences.SettingsFuzzTargets;
import org.faasnetlab.ui.shell.ShellFuzzTargets;

/** Every reader of bytes from elsewhere. {@code ForeignBytesTest} holds that none is missing. */
public final class FuzzTargets {
    private FuzzTargets() {}

    public static List<FuzzTarget> all() {
        return Stream.of(
                        Iperf3FuzzTargets.all(),
                        LatencyFuzzTargets.all(),
                        HttpFuzzTargets.all(),
                        RuntimeFuzzTargets.all(),
                        ProtocolFuzzTargets.all(),
                        InvokeFuzzTargets.all(),
                        PlanFuzzTargets.all(),
                        ArchiveFuzzTargets.all(),
                        ImportFuzzTargets.all(),
                        StoreFuzzTargets.all(),
                        LambdaFuzzTargets.all(),
                        VersionFuzzTargets.all(),
                        S3FuzzTargets.all(),
                        ProcessFuzzTargets.all(),
                        ComputerFuzzTargets.all(),
                        StackFuzzTargets.all(),
                        PreflightFuzzTargets.all(),
                        PricingFuzzTargets.all(),
                        MeasuringFuzzTargets.all(),
                        AccountFuzzTargets.all(),
                        CallsFuzzTargets.all(),
                        SettingsFuzzTargets.all(),
                        ShellFuzzTargets.all(),
                        WindowFuzzTargets.all())
                .flatMap(List::stream)
                .toList();
    }
}
