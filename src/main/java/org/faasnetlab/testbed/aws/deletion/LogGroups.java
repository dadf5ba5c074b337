package org.faasnetlab.testbed.aws.deletion;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.stack.ResourceOwnership;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/**
 * The log groups of the testbed's functions. A group that Lambda created again after its deletion has the old name and
 * no tag.
 */
final class LogGroups {

    private final DeletionCalls calls;
    private final CloudWatchLogsClient logs;
    private final ResourceOwnership owner;

    LogGroups(DeletionCalls calls, CloudWatchLogsClient logs, ResourceOwnership owner) {
        this.calls = calls;
        this.logs = logs;
        this.owner = owner;
    }

    /** Names of the testbed's log groups; no value if CloudWatch Logs does not list them. */
    CallResult<List<String>> names() throws AwsAccessException, InterruptedException {
        CallResult<List<LogGroup>> all = calls.all(
                "logs:DescribeLogGroups",
                token -> logs.describeLogGroups(request -> request.logGroupNamePrefix(ResourceOwnership.COMMON_PREFIX)
                        .nextToken(token)),
                DescribeLogGroupsResponse::logGroups,
                DescribeLogGroupsResponse::nextToken);
        List<String> names = new ArrayList<>();
        for (LogGroup each : all.value().orElse(List.of())) {
            if (owns(each)) {
                names.add(each.logGroupName());
            }
        }
        return all.map(found -> names);
    }

    private boolean owns(LogGroup group) throws AwsAccessException, InterruptedException {
        return owner.named(group.logGroupName())
                || calls.call(
                                "logs:ListTagsForResource",
                                () -> logs.listTagsForResource(request ->
                                                request.resourceArn(group.arn().replaceFirst(":\\*$", "")))
                                        .tags())
                        .value()
                        .map(tags ->
                                tags.entrySet().stream().anyMatch(tag -> owner.tagged(tag.getKey(), tag.getValue())))
                        .orElse(false);
    }

    void delete(String group) throws AwsAccessException, InterruptedException {
        calls.call("logs:DeleteLogGroup", () -> logs.deleteLogGroup(request -> request.logGroupName(group)));
    }
}
