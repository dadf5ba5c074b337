package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;

/** Compares the account's concurrency with the requested number of functions. */
final class ConcurrencyCheck implements PreflightCheck {

    private final int functions;

    ConcurrencyCheck(int functions) {
        this.functions = functions;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        GetAccountSettingsResponse answer =
                aws.query("lambda:GetAccountSettings", LambdaClient.builder(), LambdaClient::getAccountSettings);
        AccountLimit limit = answer.accountLimit();
        if (limit == null || limit.concurrentExecutions() == null) {
            return CheckResult.unknown(
                    "Lambda did not say how many functions may run at once.", "Begin with 10 functions or fewer.");
        }
        int all = limit.concurrentExecutions();
        int free = limit.unreservedConcurrentExecutions() == null ? all : limit.unreservedConcurrentExecutions();
        if (free < functions) {
            return CheckResult.problem(
                    String.format(
                            Locale.ROOT,
                            "%,d functions are wanted at once, and the account gives %,d%s.",
                            functions,
                            free,
                            all < 1000 ? ", as new accounts do" : ""),
                    "Measure with " + free + " or fewer, or ask for a higher 'Concurrent executions' in Service Quotas"
                            + " (Lambda, L-B99A9384).");
        }
        boolean others = answer.accountUsage() != null
                && answer.accountUsage().functionCount() != null
                && answer.accountUsage().functionCount() > 0;
        if (others && free - functions < all / 10) {
            return CheckResult.warning(
                    String.format(
                            Locale.ROOT,
                            "%,d functions at once leave %,d for the account's other functions, which may be refused"
                                    + " during a run.",
                            functions,
                            free - functions),
                    "Measure with fewer functions, or in an account where nothing else runs.");
        }
        return CheckResult.ok(
                String.format(Locale.ROOT, "The account runs %,d functions at once; %,d are wanted.", free, functions));
    }
}
