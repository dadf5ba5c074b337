package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.FunctionBandwidthQuota;

/** Reports the account's quota of network bandwidth for functions outside the VPC, which many accounts have not raised. */
final class FunctionBandwidthCheck implements PreflightCheck {
    private static final String QUOTA =
            "the quota 'Network bandwidth per execution environment' in Service Quotas (Lambda)";

    private final int memoryMb;

    FunctionBandwidthCheck(AwsTestbedSettings settings) {
        this.memoryMb = settings.memoryMb();
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        Optional<FunctionBandwidthQuota> found = FunctionBandwidthQuota.of(aws);
        if (found.isEmpty()) {
            return CheckResult.unknown(
                    "Service Quotas does not report Lambda's quota of network bandwidth for this account.",
                    "By default, functions outside the VPC have 625 Mbit/s, as inside. Check " + QUOTA + ".");
        }
        FunctionBandwidthQuota quota = found.get();
        if (!quota.isRaised()) {
            return CheckResult.warning(
                    "The account's quota is " + quota.value()
                            + " for each function, so that functions outside the VPC are no faster than inside after a burst.",
                    "To measure more, request an increase of " + QUOTA + ", which is free.");
        }
        if (memoryMb < FunctionBandwidthQuota.SCALES_FROM_MB) {
            return CheckResult.warning(
                    String.format(
                            Locale.ROOT,
                            "The account's quota is %s, but functions with %,d MB have 625 Mbit/s: bandwidth grows from 2,048 MB"
                                    + " on.",
                            quota.value(),
                            memoryMb),
                    "Use 2,048 MB or more for the function outside the VPC.");
        }
        return CheckResult.ok(
                quota.isExact(memoryMb)
                        ? String.format(
                                Locale.ROOT,
                                "Functions with %,d MB have up to %s outside the VPC.",
                                memoryMb,
                                quota.value())
                        : String.format(
                                Locale.ROOT,
                                "Functions outside the VPC have at most %s, which is the quota for 10,240 MB. How much %,d MB"
                                        + " have is not documented consistently.",
                                quota.value(),
                                memoryMb));
    }
}
