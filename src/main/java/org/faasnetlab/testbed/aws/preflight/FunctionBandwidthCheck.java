package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.FunctionBandwidthQuota;

/** Reports the account's quota of network bandwidth for functions outside the VPC, which many accounts have not raised. */
final class FunctionBandwidthCheck implements PreflightCheck {
    private static final Phrase QUOTA =
            Phrase.of("the quota 'Network bandwidth per execution environment' in Service Quotas (Lambda)");

    private final int memoryMb;

    FunctionBandwidthCheck(AwsTestbedSettings settings) {
        this.memoryMb = settings.memoryMb();
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        Optional<FunctionBandwidthQuota> found = FunctionBandwidthQuota.of(aws);
        if (found.isEmpty()) {
            return CheckResult.unknown(
                    Phrase.of("Service Quotas does not report Lambda's quota of network bandwidth for this account."),
                    Phrase.of("By default, functions outside the VPC have 625 Mbit/s, as inside. Check {0}.", QUOTA));
        }
        FunctionBandwidthQuota quota = found.get();
        String memory = String.format(Locale.ROOT, "%,d", memoryMb);
        if (!quota.isRaised()) {
            return CheckResult.warning(
                    Phrase.of(
                            "The account's quota is {0} for each function, so that functions outside the VPC are no faster than inside after a burst.",
                            quota.value()),
                    Phrase.of("To measure more, request an increase of {0}, which is free.", QUOTA));
        }
        if (memoryMb < FunctionBandwidthQuota.SCALES_FROM_MB) {
            return CheckResult.warning(
                    Phrase.of(
                            "The account's quota is {0}, but functions with {1} MB have 625 Mbit/s: bandwidth grows from 2,048 MB"
                                    + " on.",
                            quota.value(), memory),
                    Phrase.of("Use 2,048 MB or more for the function outside the VPC."));
        }
        return CheckResult.ok(
                quota.isExact(memoryMb)
                        ? Phrase.of("Functions with {0} MB have up to {1} outside the VPC.", memory, quota.value())
                        : Phrase.of(
                                "Functions outside the VPC have at most {0}, which is the quota for 10,240 MB. How much {1} MB"
                                        + " have is not documented consistently.",
                                quota.value(), memory));
    }
}
