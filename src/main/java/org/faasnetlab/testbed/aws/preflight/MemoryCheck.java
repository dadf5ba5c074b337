package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;

/**
 * Checks whether functions can have the requested memory. Some accounts are limited to 3,008 MB. AWS reports the limit
 * only when a function is created, so that a larger size is never known to be available. An account with a low
 * concurrency probably has both limits of new accounts.
 */
final class MemoryCheck implements PreflightCheck {

    private static final int EVERY_ACCOUNT_MB = 3008;
    private static final int USUAL_CONCURRENCY = 1000;
    private static final String REMEDY =
            "Begin with 3,008 MB or less, or ask AWS's support for the account's full memory sizes.";

    private final int memoryMb;

    MemoryCheck(int memoryMb) {
        this.memoryMb = memoryMb;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        if (memoryMb <= EVERY_ACCOUNT_MB) {
            return CheckResult.ok(String.format(Locale.ROOT, "Every account gives functions %,d MB.", memoryMb));
        }
        GetAccountSettingsResponse answer =
                aws.query("lambda:GetAccountSettings", LambdaClient.builder(), LambdaClient::getAccountSettings);
        Integer concurrency =
                answer.accountLimit() == null ? null : answer.accountLimit().concurrentExecutions();
        if (concurrency != null && concurrency < USUAL_CONCURRENCY) {
            return CheckResult.warning(
                    String.format(
                            Locale.ROOT,
                            "The account has limits of a new one and may refuse %,d MB; new accounts get up to 3,008 MB.",
                            memoryMb),
                    REMEDY);
        }
        return CheckResult.unknown(
                String.format(
                        Locale.ROOT,
                        "Some accounts are limited to 3,008 MB; AWS says only when the function is made whether it gives"
                                + " %,d MB.",
                        memoryMb),
                REMEDY);
    }
}
