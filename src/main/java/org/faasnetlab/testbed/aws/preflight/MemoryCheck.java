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
            "Start with 3,008 MB or less, or ask AWS Support to enable larger memory sizes for the account.";

    private final int memoryMb;

    MemoryCheck(int memoryMb) {
        this.memoryMb = memoryMb;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        if (memoryMb <= EVERY_ACCOUNT_MB) {
            return CheckResult.ok(
                    String.format(Locale.ROOT, "Every account supports functions with %,d MB.", memoryMb));
        }
        GetAccountSettingsResponse answer =
                aws.query("lambda:GetAccountSettings", LambdaClient.builder(), LambdaClient::getAccountSettings);
        Integer concurrency =
                answer.accountLimit() == null ? null : answer.accountLimit().concurrentExecutions();
        if (concurrency != null && concurrency < USUAL_CONCURRENCY) {
            return CheckResult.warning(
                    String.format(
                            Locale.ROOT,
                            "The account has the limits of a new account, usually 3,008 MB, and may reject %,d MB.",
                            memoryMb),
                    REMEDY);
        }
        return CheckResult.unknown(
                String.format(
                        Locale.ROOT,
                        "Some accounts are limited to 3,008 MB. Whether AWS supports %,d MB is known only when the function is"
                                + " created.",
                        memoryMb),
                REMEDY);
    }
}
