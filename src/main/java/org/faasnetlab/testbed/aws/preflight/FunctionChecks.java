package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;

/** Checks whether Lambda's limits of the account suffice for the functions. */
final class FunctionChecks {
    private static final int EVERY_ACCOUNT_MB = 3008;
    private static final int USUAL_CONCURRENCY = 1000;
    private static final Phrase MEMORY_REMEDY =
            Phrase.of("Start with 3,008 MB or less, or ask AWS Support to enable larger memory sizes for the account.");

    private final int functions;
    private final int memoryMb;

    FunctionChecks(AwsTestbedSettings settings, int functions) {
        this.functions = functions;
        this.memoryMb = settings.memoryMb();
    }

    /** Compares the account's concurrency with the requested number of functions. */
    CheckResult concurrency(AwsQueries aws) throws QueryFailedException {
        GetAccountSettingsResponse answer = accountSettings(aws);
        AccountLimit limit = answer.accountLimit();
        if (limit == null || limit.concurrentExecutions() == null) {
            return CheckResult.unknown(
                    Phrase.of("The concurrency limit of Lambda is unknown."),
                    Phrase.of("Start with 10 functions or fewer."));
        }
        int all = limit.concurrentExecutions();
        int free = limit.unreservedConcurrentExecutions() == null ? all : limit.unreservedConcurrentExecutions();
        if (free < functions) {
            return CheckResult.problem(
                    all < 1000
                            ? Phrase.of(
                                    "{0} concurrent functions requested, but the account limit is {1}, as for new accounts.",
                                    count(functions), count(free))
                            : Phrase.of(
                                    "{0} concurrent functions requested, but the account limit is {1}.",
                                    count(functions), count(free)),
                    Phrase.of(
                            "Use {0} or fewer, or request a higher 'Concurrent executions' quota in Service Quotas (Lambda, L-B99A9384).",
                            free));
        }
        boolean others = answer.accountUsage() != null
                && answer.accountUsage().functionCount() != null
                && answer.accountUsage().functionCount() > 0;
        if (others && free - functions < all / 10) {
            return CheckResult.warning(
                    Phrase.of(
                            "{0} concurrent functions leave {1} for other functions of the account, which may be throttled"
                                    + " during a run.",
                            count(functions), count(free - functions)),
                    Phrase.of("Use fewer functions, or an account where nothing else runs."));
        }
        return CheckResult.ok(Phrase.of(
                "The account supports {0} concurrent functions; {1} requested.", count(free), count(functions)));
    }

    /**
     * Some accounts are limited to 3,008 MB. AWS reports the limit only when a function is created, so that a larger size
     * is never known to be available. An account with a low concurrency probably has both limits of new accounts.
     */
    CheckResult memory(AwsQueries aws) throws QueryFailedException {
        if (memoryMb <= EVERY_ACCOUNT_MB) {
            return CheckResult.ok(Phrase.of("Every account supports functions with {0} MB.", count(memoryMb)));
        }
        GetAccountSettingsResponse answer = accountSettings(aws);
        Integer concurrency =
                answer.accountLimit() == null ? null : answer.accountLimit().concurrentExecutions();
        if (concurrency != null && concurrency < USUAL_CONCURRENCY) {
            return CheckResult.warning(
                    Phrase.of(
                            "The account has the limits of a new account, usually 3,008 MB, and may reject {0} MB.",
                            count(memoryMb)),
                    MEMORY_REMEDY);
        }
        return CheckResult.unknown(
                Phrase.of(
                        "Some accounts are limited to 3,008 MB. Whether AWS supports {0} MB is known only when the function is"
                                + " created.",
                        count(memoryMb)),
                MEMORY_REMEDY);
    }

    private static String count(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static GetAccountSettingsResponse accountSettings(AwsQueries aws) throws QueryFailedException {
        return aws.query("lambda:GetAccountSettings", LambdaClient.builder(), LambdaClient::getAccountSettings);
    }
}
