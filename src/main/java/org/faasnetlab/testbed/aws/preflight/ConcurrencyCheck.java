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
                    "The concurrency limit of Lambda is unknown.", "Start with 10 functions or fewer.");
        }
        int all = limit.concurrentExecutions();
        int free = limit.unreservedConcurrentExecutions() == null ? all : limit.unreservedConcurrentExecutions();
        if (free < functions) {
            return CheckResult.problem(
                    String.format(
                            Locale.ROOT,
                            "%,d concurrent functions requested, but the account limit is %,d%s.",
                            functions,
                            free,
                            all < 1000 ? ", as for new accounts" : ""),
                    "Use " + free + " or fewer, or request a higher 'Concurrent executions' quota in Service Quotas"
                            + " (Lambda, L-B99A9384).");
        }
        boolean others = answer.accountUsage() != null
                && answer.accountUsage().functionCount() != null
                && answer.accountUsage().functionCount() > 0;
        if (others && free - functions < all / 10) {
            return CheckResult.warning(
                    String.format(
                            Locale.ROOT,
                            "%,d concurrent functions leave %,d for other functions of the account, which may be throttled"
                                    + " during a run.",
                            functions,
                            free - functions),
                    "Use fewer functions, or an account where nothing else runs.");
        }
        return CheckResult.ok(String.format(
                Locale.ROOT, "The account supports %,d concurrent functions; %,d requested.", free, functions));
    }
}
