package org.faasnetlab.testbed.aws.preflight;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.calls.Redactor;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/** Examines the function inside the VPC: its state, and failures in its log. */
final class FunctionDiagnosis {
    private static final Duration LOG_TIME = Duration.ofHours(1);
    private static final int LOG_LINES = 3;

    /** A page can be empty although later ones are not: each covers only a part of the log. */
    private static final int MAX_PAGES = 100;

    /** What the function and Lambda print when something fails. */
    private static final String FAILURES = "?failed ?unexpected ?Error ?\"timed out\" ?\"Runtime exited\"";

    private final TestbedStack stack;
    private final Clock clock;
    private String logGroup = "";

    FunctionDiagnosis(TestbedStack stack, Clock clock) {
        this.stack = stack;
        this.clock = clock;
    }

    CheckResult state(AwsQueries aws) throws QueryFailedException {
        Optional<String> name = stack.description().map(AwsTestbedDescription::insideFunction);
        if (name.isEmpty()) {
            return CheckResult.problem(
                    "The testbed has no functions.",
                    "Resume its creation with 'faasnetlab aws setup --continue --name " + stack.name() + "'.");
        }
        GetFunctionConfigurationResponse function = aws.query(
                "lambda:GetFunctionConfiguration",
                LambdaClient.builder(),
                lambda -> lambda.getFunctionConfiguration(request -> request.functionName(name.get())));
        if (function.loggingConfig() != null && function.loggingConfig().logGroup() != null) {
            logGroup = function.loggingConfig().logGroup();
        }
        if (function.lastUpdateStatus() == LastUpdateStatus.FAILED) {
            return CheckResult.problem(
                    "The last change of the function failed: " + reason(function.lastUpdateStatusReason()),
                    "Delete the testbed and create it again.");
        }
        if (function.state() == State.FAILED) {
            return CheckResult.problem(
                    "The function failed: " + reason(function.stateReason()),
                    "Delete the testbed and create it again.");
        }
        if (function.state() == State.INACTIVE) {
            return CheckResult.warning(
                    "The function is inactive because it was not used for weeks.",
                    "The next run activates it, which takes some minutes.");
        }
        return function.state() == State.PENDING
                ? CheckResult.warning("Lambda is creating the function's network interfaces.", "Wait some minutes.")
                : CheckResult.ok("The function is active, with " + function.runtimeAsString() + ".");
    }

    /** Failures of the last hour. Requires {@link #state} before. */
    CheckResult log(AwsQueries aws) throws QueryFailedException {
        if (logGroup.isEmpty()) {
            return CheckResult.unknown("The function's log group is unknown.", "Check the functions first.");
        }
        List<FilteredLogEvent> events = aws.query(
                "logs:FilterLogEvents",
                CloudWatchLogsClient.builder(),
                logs -> logs
                        .filterLogEventsPaginator(request -> request.logGroupName(logGroup)
                                .startTime(clock.instant().minus(LOG_TIME).toEpochMilli())
                                .filterPattern(FAILURES))
                        .stream()
                        .limit(MAX_PAGES)
                        .flatMap(page -> page.events().stream())
                        .toList());
        if (events.isEmpty()) {
            return CheckResult.ok("The function logged no failure in the last hour.");
        }
        Redactor redactor = new Redactor();
        List<String> last = events.subList(Math.max(0, events.size() - LOG_LINES), events.size()).stream()
                .map(event -> redactor.redact(event.message().strip()))
                .toList();
        return CheckResult.problem(
                "The function logged " + events.size() + (events.size() == 1 ? " failure" : " failures")
                        + " in the last hour: " + String.join(" | ", last),
                "See log group " + logGroup + " in CloudWatch.");
    }

    private static String reason(String reason) {
        return TestbedDoctor.sentence(reason == null || reason.isEmpty() ? "AWS gives no reason" : reason);
    }
}
